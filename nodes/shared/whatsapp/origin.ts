import { get, numberOf, present, presentOrNothing, textOf } from '../lib/lookup';
import type { EntryPoint, MessageDetails } from './messageParts';

/** The advertisement that a chat began with. Other uses of the field are mere link previews and have no source. */
export function readAd(contextInfo: unknown): MessageDetails['ad'] {
	const reply = get(contextInfo, 'externalAdReply');
	const origin = presentOrNothing({
		sourceType: textOf(reply, 'sourceType'),
		sourceId: textOf(reply, 'sourceID'),
		sourceApp: textOf(reply, 'sourceApp'),
		ctwaClid: textOf(reply, 'ctwaClid'),
		ref: textOf(reply, 'ref'),
	});
	if (origin === undefined) return undefined;
	return present({
		title: textOf(reply, 'title'),
		body: textOf(reply, 'body'),
		sourceUrl: textOf(reply, 'sourceURL'),
		mediaUrl: textOf(reply, 'mediaURL'),
		thumbnailUrl: textOf(reply, 'thumbnailURL'),
		greeting: textOf(reply, 'greetingMessageBody'),
		...origin,
	});
}

/** By which link, advertisement or page the chat was opened, whether or not it was an advertisement. */
export function readEntryPoint(contextInfo: unknown): EntryPoint | undefined {
	const utm = get(contextInfo, 'utm');
	const found = presentOrNothing({
		source: textOf(contextInfo, 'entryPointConversionSource'),
		app: textOf(contextInfo, 'entryPointConversionApp'),
		externalSource: textOf(contextInfo, 'entryPointConversionExternalSource'),
		externalMedium: textOf(contextInfo, 'entryPointConversionExternalMedium'),
		conversionSource: textOf(contextInfo, 'conversionSource'),
		utmSource: textOf(utm, 'utmSource'),
		utmCampaign: textOf(utm, 'utmCampaign'),
	});
	const delaySeconds = numberOf(contextInfo, 'entryPointConversionDelaySeconds');
	return found && present({ ...found, delaySeconds });
}
