/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'fs';
import { join } from 'path';

import { forgeDelivery, type DeliveryInput } from '../../../simulator/forge';
import { projectRoot } from '../../lib/paths';
import type { Post } from './load';

interface Envelope {
	event: { Info: Record<string, unknown>; Message: Record<string, unknown> };
	[name: string]: unknown;
}

/** As long as the IDs that phones make, and found nowhere else in a delivery. */
const PLACEHOLDER = '3AFFFFFFFFFFFFFFFFFE';

/** A sample event by its name in `test/data/payloads`, as the text that stands in `jsonData`. */
export function sampleText(name: string): string {
	const path = join(projectRoot, 'test/data/payloads', `${name}.json`);
	return JSON.stringify(JSON.parse(readFileSync(path, 'utf8')));
}

function sampleWithPlaceholder(name: string): Envelope {
	const envelope = JSON.parse(sampleText(name)) as Envelope;
	envelope.event.Info.ID = PLACEHOLDER;
	return envelope;
}

let lastId = 0;

/** A message ID that no delivery of this run has had. */
function nextId(): string {
	return `3A${(++lastId)
		.toString(16)
		.toUpperCase()
		.padStart(PLACEHOLDER.length - 2, '0')}`;
}

/** What every delivery of one sort shares; only the message's ID differs from one to the next. */
export interface DeliverySort {
	/** The delivery of a new message, or of the message of an ID. */
	to(url: string, id?: string): Post;
}

function sortOf(input: DeliveryInput): DeliverySort {
	const { headers, body } = forgeDelivery(input);
	const place = body.indexOf(PLACEHOLDER);
	const head = body.subarray(0, place);
	const tail = body.subarray(place + PLACEHOLDER.length);
	return {
		to: (url, id = nextId()) => ({ url, headers, body: [head, Buffer.from(id), tail] }),
	};
}

/** A text message of 2 KB as a urlencoded form. */
export const textDelivery = (token: string): DeliverySort =>
	sortOf({ token, jsonData: sampleWithPlaceholder('text-dm') });

/** A message in a group, which no trigger of these measurements asks for. */
export const groupDelivery = (token: string): DeliverySort =>
	sortOf({ token, jsonData: sampleWithPlaceholder('text-group-pn') });

/** A document of so many bytes as a multipart form. */
export const mediaDelivery = (token: string, size: number): DeliverySort =>
	sortOf({
		token,
		jsonData: sampleWithPlaceholder('document'),
		file: { fileName: `${PLACEHOLDER.toLowerCase()}.pdf`, bytes: fileOf(size) },
	});

/** The same document as base64 beside the event, in a JSON body. */
export function base64Delivery(token: string, size: number): DeliverySort {
	const envelope = { ...sampleWithPlaceholder('document'), token };
	const head = JSON.stringify(envelope).slice(0, -1);
	const [before, after] = head.split(PLACEHOLDER);
	const file = `,"base64":"${fileOf(size).toString('base64')}"}`;
	const length = head.length + file.length;
	const headers = { 'Content-Type': 'application/json', 'Content-Length': String(length) };
	const tail = [Buffer.from(after), Buffer.from(file)];
	return {
		to: (url, id = nextId()) => ({
			url,
			headers,
			body: [Buffer.from(before), Buffer.from(id), ...tail],
		}),
	};
}

/** Bytes that begin as a PDF does. */
function fileOf(size: number): Buffer {
	return Buffer.alloc(size, '%PDF-1.7 measured ');
}
