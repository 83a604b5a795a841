import { isOggOpus, parseDataUrl, parsePrefixedDataUrl, type DataUrl } from '../dataUrl';
import { badRequest } from '../envelope';
import { optional, present, required, type Body, type Fields } from '../fields';
import { parseRecipient } from '../jid';
import type { MediaKind } from '../media';
import type { SessionCall, SessionEndpoint } from './endpoint';
import { fetchMedia } from './fetchMedia';
import { checkContextInfo, COMMON, sendOut } from './outgoing';

const DOCUMENT_PREFIX = 'data:application/octet-stream;base64,';

/** A send with the common fields; what else it checks throws the refusal. */
function send(path: string, fields: Fields, check?: (body: Body) => void): SessionEndpoint {
	return sendEndpoint(path, fields, (call, recipient) => {
		check?.(call.body);
		return sendOut(call, recipient);
	});
}

/** A send of the file in the field `name`. */
function sendMedia(
	name: string,
	kind: MediaKind,
	fields: Fields,
	parse: (text: string, name: string) => DataUrl = parseDataUrl,
): SessionEndpoint {
	const path = `/send/${kind}`;
	return sendEndpoint(path, { [name]: required('string'), ...fields }, (call, recipient) => {
		const { mimeType, bytes } = parse(call.body[name] as string, name);
		// The real type of a document is beside the data URL, which always says octet-stream.
		const realType = (call.body.Mimetype as string | undefined) || mimeType;
		return sendOut(call, recipient, call.state.media.add(kind, realType, bytes));
	});
}

function sendEndpoint(
	path: string,
	fields: Fields,
	handle: (call: SessionCall, recipient: string) => object | Promise<object>,
): SessionEndpoint {
	return {
		method: 'POST',
		path,
		auth: 'token',
		provenance: 'documented',
		fields: { Phone: required('string'), ...fields, ...COMMON },
		handle: (call) => {
			checkContextInfo(call.body);
			return handle(call, parseRecipient(call.body.Phone as string));
		},
	};
}

/** WaGo docs, /messages/sending; names of video, audio, sticker, location and contact inferred from wuzapi. */
export const SEND_ENDPOINTS: readonly SessionEndpoint[] = [
	send('/send/text', { Body: required('string') }),
	sendMedia('Image', 'image', { Caption: optional('string') }, (text, name) =>
		parsePrefixedDataUrl(text, name, 'data:image'),
	),
	sendMedia('Video', 'video', { Caption: optional('string'), JpegThumbnail: optional('string') }),
	sendMedia('Audio', 'audio', {}, (text, name) => {
		const audio = parsePrefixedDataUrl(text, name, 'data:audio/ogg');
		if (!isOggOpus(audio.bytes)) throw badRequest('Audio data should be Opus in Ogg');
		return audio;
	}),
	sendMedia(
		'Document',
		'document',
		{ FileName: required('string'), Caption: optional('string'), Mimetype: optional('string') },
		(text, name) => parsePrefixedDataUrl(text, name, DOCUMENT_PREFIX),
	),
	sendMedia('Sticker', 'sticker', { PngThumbnail: optional('string') }),
	send(
		'/send/poll',
		{ Question: required('string'), Options: required('string[]'), MaxAnswer: present('integer') },
		({ Options }) => {
			if ((Options as string[]).length < 2) throw badRequest('Options needs at least 2 entries');
		},
	),
	send('/send/location', {
		Latitude: required('number'),
		Longitude: required('number'),
		Name: optional('string'),
		Address: optional('string'),
	}),
	send('/send/contact', { Name: required('string'), Vcard: required('string') }, ({ Vcard }) => {
		if (!/^BEGIN:VCARD\r?\n[\s\S]*END:VCARD\s*$/.test(Vcard as string))
			throw badRequest('invalid Vcard');
	}),
	sendEndpoint(
		'/send/mediaurl',
		{
			Url: required('string'),
			Type: required('string'),
			Caption: optional('string'),
			FileName: optional('string'),
		},
		async (call, recipient) => sendOut(call, recipient, await fetchMedia(call)),
	),
];
