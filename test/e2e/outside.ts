/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import http from 'http';
import type { AddressInfo } from 'net';

import { readBody } from '../../simulator/http';

export interface OutsideRequest {
	method: string;
	/** Without the query. */
	path: string;
	query: URLSearchParams;
	body: Buffer;
}

export interface OutsideAnswer {
	status?: number;
	type?: string;
	body?: Buffer | string;
}

/** A service that is not ours and not WaGo's: it answers as a test says and keeps what it was asked. */
export class OutsideService {
	readonly requests: OutsideRequest[] = [];

	private constructor(
		private readonly server: http.Server,
		readonly url: string,
	) {}

	static async start(answer: (request: OutsideRequest) => OutsideAnswer): Promise<OutsideService> {
		const server = http.createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const service = new OutsideService(server, `http://127.0.0.1:${port}`);
		server.on('request', (request, response) => {
			void service.answer(request, response, answer);
		});
		return service;
	}

	stop(): void {
		this.server.close();
		this.server.closeAllConnections();
	}

	/** The bodies that it got, read as JSON. */
	received<T>(): T[] {
		return this.requests.map(({ body }) => JSON.parse(body.toString()) as T);
	}

	private async answer(
		incoming: http.IncomingMessage,
		response: http.ServerResponse,
		answer: (request: OutsideRequest) => OutsideAnswer,
	): Promise<void> {
		const { pathname, searchParams } = new URL(incoming.url ?? '/', this.url);
		const body = await readBody(incoming);
		const request = { method: incoming.method ?? '', path: pathname, query: searchParams, body };
		this.requests.push(request);
		const { status = 200, type = 'application/json', body: answered = '{}' } = answer(request);
		response.writeHead(status, { 'content-type': type }).end(answered);
	}
}

/** As much of S3 as n8n's node asks for: the bucket's region, putting and getting files. */
export async function startStorage(): Promise<{
	service: OutsideService;
	files: Map<string, Buffer>;
}> {
	const files = new Map<string, Buffer>();
	const xml = (body: string, status = 200) => ({ status, type: 'application/xml', body });
	const service = await OutsideService.start(({ method, path, query, body }) => {
		if (query.has('location')) return xml('<LocationConstraint/>');
		if (method === 'PUT') {
			files.set(path, body);
			return xml('');
		}
		const file = files.get(path);
		if (!file) return xml('<Error><Code>NoSuchKey</Code></Error>', 404);
		return { type: 'application/octet-stream', body: file };
	});
	return { service, files };
}

interface ChatRequest {
	messages: Array<{ role: string; content: string }>;
}

/** An OpenAI-compatible chat model that says how many messages of the user it has been shown, and the last. */
export async function startChatModel(): Promise<OutsideService> {
	return await OutsideService.start(({ body }) => {
		const { messages } = JSON.parse(body.toString()) as ChatRequest;
		const asked = messages.filter(({ role }) => role === 'user');
		const content = `${asked.length}: ${asked.at(-1)?.content}`;
		const choice = { index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' };
		const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
		const completion = { id: 'c1', object: 'chat.completion', created: 1, model: 'stub' };
		return { body: JSON.stringify({ ...completion, choices: [choice], usage }) };
	});
}
