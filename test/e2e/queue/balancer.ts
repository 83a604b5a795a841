/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import http from 'http';
import type { AddressInfo } from 'net';

import { readBody } from '../../../simulator/http';

const HEALTH_CHECK_MS = 250;

interface Target {
	readonly url: string;
	isReady: boolean;
	/** Requests that it has answered. */
	answered: number;
}

/**
 * What stands before several webhook processors in real life: takes turns, and passes over those that are not ready.
 * The health check matters: a starting n8n answers 200 to everything before it can take anything.
 */
export class Balancer {
	private targets: Target[] = [];

	private turn = 0;

	private healthCheck?: NodeJS.Timeout;

	private constructor(
		private readonly server: http.Server,
		readonly url: string,
	) {}

	static async start(): Promise<Balancer> {
		const server = http.createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const balancer = new Balancer(server, `http://127.0.0.1:${port}`);
		server.on('request', (request, response) => {
			void balancer.pass(request, response);
		});
		return balancer;
	}

	/** The addresses to share the requests among. */
	lead(urls: string[]): void {
		this.targets = urls.map((url) => ({ url, isReady: true, answered: 0 }));
		this.healthCheck ??= setInterval(() => void this.checkHealth(), HEALTH_CHECK_MS);
	}

	/** Requests that each target has answered. */
	answered(): number[] {
		return this.targets.map(({ answered }) => answered);
	}

	stop(): void {
		clearInterval(this.healthCheck);
		this.server.close();
		this.server.closeAllConnections();
	}

	private async checkHealth(): Promise<void> {
		const checks = this.targets.map(async (target) => {
			const signal = AbortSignal.timeout(5000);
			target.isReady = await fetch(`${target.url}/healthz/readiness`, { signal }).then(
				({ ok }) => ok,
				() => false,
			);
		});
		await Promise.all(checks);
	}

	private async pass(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
		const body = await readBody(request);
		for (let tries = 0; tries < this.targets.length; tries++) {
			const target = this.targets[this.turn++ % this.targets.length];
			const answer = target.isReady ? await ask(target.url, request, body) : undefined;
			if (!answer) continue;
			target.answered++;
			response.writeHead(answer.status, answer.headers).end(answer.body);
			return;
		}
		response.writeHead(502).end();
	}
}

interface Answer {
	readonly status: number;
	readonly headers: http.IncomingHttpHeaders;
	readonly body: Buffer;
}

const BROKEN: Answer = { status: 502, headers: {}, body: Buffer.alloc(0) };

/** Passes one request on. Undefined where there was no connection: only then nothing has arrived, and another may try. */
async function ask(
	target: string,
	{ method, url, headers }: http.IncomingMessage,
	body: Buffer,
): Promise<Answer | undefined> {
	return await new Promise((resolve) => {
		const passed = http.request(target + url, { method, headers, agent: false }, (answer) => {
			readBody(answer).then(
				(bytes) =>
					resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: bytes }),
				() => resolve(BROKEN),
			);
		});
		passed.on('error', ({ code }: NodeJS.ErrnoException) =>
			resolve(code === 'ECONNREFUSED' ? undefined : BROKEN),
		);
		passed.end(body);
	});
}
