/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import type { IncomingMessage, ServerResponse } from 'http';

export async function readBody(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

/** Answers in JSON; text goes out as the HTML page that a proxy would show. */
export function answer(response: ServerResponse, status: number, body: unknown): void {
	const isText = typeof body === 'string';
	send(
		response,
		status,
		isText ? 'text/html; charset=utf-8' : 'application/json',
		isText ? body : JSON.stringify(body),
	);
}

export function send(
	response: ServerResponse,
	status: number,
	type: string,
	content: string | Buffer,
): void {
	response.writeHead(status, {
		'Content-Type': type,
		'Content-Length': Buffer.byteLength(content),
	});
	response.end(content);
}

/** A header's value; Node joins repeated ones. */
export function headerOf(request: IncomingMessage, name: string): string {
	const value = request.headers[name];
	return typeof value === 'string' ? value : '';
}
