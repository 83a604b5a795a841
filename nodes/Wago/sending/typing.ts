import type { INodeProperties } from 'n8n-workflow';

import { post } from '../../shared/api/endpoint';
import { bodyOf } from '../../shared/api/wire';
import type { ItemTools, SendBody, SendOperation } from '../engine/operation';
import { pause } from '../engine/pause';
import { tryCall } from './helperCall';

/** `State` and `Media` as whatsmeow knows them (WaGo docs, /messages/manage-and-download). */
export const presenceEndpoint = post('/message/presence');

export const typingOption: INodeProperties = {
	displayName: 'Show Typing',
	name: 'showTyping',
	type: 'boolean',
	default: true,
	description:
		'Whether to show the recipient that somebody is typing before the message goes out, the longer the text the longer, at most 10 seconds',
};

const SHORTEST = 1000;
const LONGEST = 10_000;
/** A person types about 25 characters in a second on a good day. */
const PER_CHARACTER = 40;

/** How long typing is shown before `text`, in milliseconds. */
export function typingTime(text: string): number {
	return Math.min(LONGEST, SHORTEST + text.length * PER_CHARACTER);
}

/** Shows that somebody is typing, or recording. WhatsApp ends it by itself when the message arrives. */
export async function showTyping(
	operation: Pick<SendOperation, 'media'>,
	message: Pick<SendBody, 'typed'>,
	recipient: string,
	tools: ItemTools,
): Promise<void> {
	const media = operation.media === 'audio' ? 'audio' : '';
	const body = bodyOf('/message/presence', { recipient, state: 'composing', media });
	if (await tryCall(tools, { endpoint: presenceEndpoint, body })) {
		await pause(tools.context, typingTime(message.typed ?? ''));
	}
}
