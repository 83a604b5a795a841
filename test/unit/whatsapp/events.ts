/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync } from 'fs';
import { join } from 'path';

import { buildItem, readEvent } from '../../../nodes/shared/whatsapp/event';
import type { BuildOptions } from '../../../nodes/shared/whatsapp/event';
import type { MessageItem } from '../../../nodes/shared/whatsapp/item';

const PAYLOADS = join(__dirname, '../../data/payloads');

export interface SampleIndexEntry {
	file: string;
	type: string;
	kind: string;
	target?: string;
	wrappers?: string[];
	keys: string[];
}

export const SAMPLES: SampleIndexEntry[] = JSON.parse(
	readFileSync(join(PAYLOADS, 'index.json'), 'utf8'),
);

/** The text of a sample, as it would stand in `jsonData`. */
export function sampleText(file: string): string {
	return JSON.stringify(JSON.parse(readFileSync(join(PAYLOADS, file), 'utf8')));
}

export function sample(file: string): Record<string, unknown> {
	return JSON.parse(sampleText(file));
}

export const ALICE = '15550100001@s.whatsapp.net';
export const ALICE_LID = '100000000000001@lid';
export const GROUP = '120363000000000001@g.us';
export const MESSAGE_ID = '3A00000A1B2C3D4E5F61';

interface MessageParts {
	info?: Record<string, unknown>;
	event?: Record<string, unknown>;
	envelope?: Record<string, unknown>;
}

/** An envelope with a message of Alice's. */
export function messageEnvelope(message: unknown, { info, event, envelope }: MessageParts = {}) {
	return {
		type: 'Message',
		event: {
			Info: {
				Chat: ALICE,
				Sender: ALICE,
				IsFromMe: false,
				IsGroup: false,
				ID: MESSAGE_ID,
				Timestamp: '2026-03-02T14:30:00Z',
				...info,
			},
			Message: message,
			...event,
		},
		...envelope,
	};
}

/** The item of a message. */
export function messageItem(
	message: unknown,
	parts: MessageParts = {},
	options: BuildOptions = {},
): MessageItem {
	return buildItem(readEvent(messageEnvelope(message, parts)), options) as MessageItem;
}

/** The item of any event. */
export function itemOf(envelope: Record<string, unknown>, options: BuildOptions = {}) {
	return buildItem(readEvent(envelope), options);
}
