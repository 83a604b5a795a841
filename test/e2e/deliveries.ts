/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync } from 'fs';
import { join } from 'path';

import { forgeDelivery, type DeliveredFile } from '../../simulator/forge';

/** The `jsonData` of a delivery. */
export type Envelope = Record<string, unknown>;

/** A recorded event by its name in `test/data/payloads`. */
export function payload(name: string): Envelope {
	const path = join(process.cwd(), 'test/data/payloads', `${name}.json`);
	return JSON.parse(readFileSync(path, 'utf8')) as Envelope;
}

/** A recorded text message under another ID, and with another text if one is given. */
export function textWithId(messageId: string, text?: string): Envelope {
	const envelope = payload('text-dm') as {
		event: { Info: { ID: string }; Message: Record<string, unknown> };
	};
	envelope.event.Info.ID = messageId;
	if (text !== undefined) envelope.event.Message = { conversation: text };
	return envelope as unknown as Envelope;
}

/** A recorded video message under another ID and caption; its file comes beside it. */
export function videoWithId(messageId: string, caption: string): Envelope {
	const envelope = payload('video-caption') as {
		event: { Info: { ID: string }; Message: { videoMessage: { caption: string } } };
	};
	envelope.event.Info.ID = messageId;
	envelope.event.Message.videoMessage.caption = caption;
	return envelope as unknown as Envelope;
}

/** Posts an event as WaGo would, once and without its time-out; answers the status. */
export async function postDelivery(
	url: string,
	token: string,
	jsonData: Envelope | string,
	file?: DeliveredFile,
): Promise<number> {
	const { headers, body } = forgeDelivery({ token, jsonData, file });
	const response = await fetch(url, { method: 'POST', headers, body: new Uint8Array(body) });
	await response.arrayBuffer();
	return response.status;
}

/** Works through a list with so many at once; the results are in the list's order. */
export async function inParallel<T, R>(
	list: readonly T[],
	width: number,
	work: (entry: T) => Promise<R>,
): Promise<R[]> {
	const results: R[] = [];
	const entries = list.entries();
	const lane = async () => {
		for (const [index, entry] of entries) results[index] = await work(entry);
	};
	await Promise.all(Array.from({ length: width }, lane));
	return results;
}
