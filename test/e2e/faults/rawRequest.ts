/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import http from 'http';
import { connect } from 'net';

import { sleep } from '../../../scripts/lib/wait';
import type { ForgedDelivery } from '../../../simulator/forge';
import { forgeDelivery } from '../../../simulator/forge';
import type { Envelope } from '../deliveries';

/** A request as it goes over the wire. */
export function wireBytes(url: string, { headers, body }: ForgedDelivery): Buffer {
	const { host, pathname, search } = new URL(url);
	const lines = [
		`POST ${pathname}${search} HTTP/1.1`,
		`Host: ${host}`,
		'Connection: close',
		...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
	];
	return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body]);
}

/** Sends bytes in pieces with a pause after each, and answers the status; 0 where there was no answer. */
export async function sendBytes(
	url: string,
	bytes: Buffer,
	{ pieceLength = bytes.length, pauseMs = 0, thenHangUp = false } = {},
): Promise<number> {
	const { hostname, port } = new URL(url);
	const socket = connect(Number(port), hostname);
	socket.setNoDelay(true);
	const answer = new Promise<string>((resolve) => {
		let text = '';
		socket.on('data', (chunk) => (text += chunk.toString()));
		socket.on('error', () => resolve(text));
		socket.on('close', () => resolve(text));
	});
	for (let start = 0; start < bytes.length && !socket.destroyed; start += pieceLength) {
		socket.write(bytes.subarray(start, start + pieceLength));
		if (pauseMs > 0) await sleep(pauseMs);
	}
	if (thenHangUp) socket.end(() => socket.destroy());
	return Number(/^HTTP\/1\.1 (\d+)/.exec(await answer)?.[1] ?? 0);
}

const PLACEHOLDER = 'the file goes here';

/** Posts an event with a large file, which is sent as it is and never copied; answers the status. */
export async function postWithFile(
	url: string,
	token: string,
	jsonData: Envelope,
	file: Buffer,
	fileName = 'film.mp4',
): Promise<number> {
	const small = { fileName, bytes: Buffer.from(PLACEHOLDER) };
	const { headers, body } = forgeDelivery({ token, jsonData, file: small });
	const at = body.indexOf(PLACEHOLDER);
	const length = body.length - PLACEHOLDER.length + file.length;
	return await new Promise((resolve, reject) => {
		const request = http.request(url, {
			method: 'POST',
			headers: { ...headers, 'Content-Length': length },
			agent: false,
		});
		request.on('response', (response) => {
			response.resume();
			resolve(response.statusCode ?? 0);
		});
		request.on('error', reject);
		request.write(body.subarray(0, at));
		request.write(file);
		request.end(body.subarray(at + PLACEHOLDER.length));
	});
}
