/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import http from 'http';
import type { AddressInfo } from 'net';

export interface Answer {
	/** 0 drops the connection. */
	readonly status: number;
	readonly text: string;
}

export interface SeenRequest {
	readonly method: string;
	readonly path: string;
	readonly body: string;
	readonly hasToken: boolean;
}

/** Answers in the server's stead where it returns something; `answer` is the server's own. */
export type Rewrite = (request: SeenRequest, answer: Answer) => Answer | undefined;

/** A server that stands in front of another and differs from it as a test says. */
export class RewritingProxy {
	readonly requests: SeenRequest[] = [];

	rewrite: Rewrite = () => undefined;

	private constructor(
		private readonly target: string,
		private readonly server: http.Server,
	) {}

	static async start(target: string): Promise<RewritingProxy> {
		const server = http.createServer();
		const proxy = new RewritingProxy(target, server);
		server.on('request', (request, response) => void proxy.handle(request, response));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return proxy;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	reset(): void {
		this.requests.length = 0;
		this.rewrite = () => undefined;
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async handle(
		request: http.IncomingMessage,
		response: http.ServerResponse,
	): Promise<void> {
		const { method = 'GET', url: path = '/', headers } = request;
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const hasToken = Boolean(headers.token ?? headers.admintoken);
		const seen = { method, path, body: Buffer.concat(chunks).toString(), hasToken };
		this.requests.push(seen);
		const answer = await fetch(this.target + path, {
			method,
			headers: {
				token: String(headers.token ?? ''),
				admintoken: String(headers.admintoken ?? ''),
			},
			body: seen.body || undefined,
		});
		const own = { status: answer.status, text: await answer.text() };
		const { status, text } = this.rewrite(seen, own) ?? own;
		if (status === 0) response.destroy();
		else response.writeHead(status).end(text);
	}
}
