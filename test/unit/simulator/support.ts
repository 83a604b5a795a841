/* eslint-disable @n8n/community-nodes/no-restricted-imports, @typescript-eslint/no-explicit-any */
import http from 'http';
import net, { type AddressInfo } from 'net';
import { setTimeout as sleep } from 'timers/promises';
import { startSimulator, type Simulator, type SimulatorOptions } from '../../../simulator/server';

export const TOKEN = 'demo-token';
export const ADMIN_TOKEN = 'demo-admin-token';
export const ALICE = '15550100001';

export interface Reply {
	readonly status: number;
	readonly text: string;
	/** The answer as JSON; `undefined` for anything else. */
	readonly json: any;
}

/** A simulator with the requests that the tests send to it. */
export class TestSimulator {
	private constructor(readonly simulator: Simulator) {}

	static async start(options: SimulatorOptions = {}): Promise<TestSimulator> {
		return new TestSimulator(await startSimulator({ port: 0, ...options }));
	}

	/** With a session that is connected, linked and subscribed to everything. */
	static async startLinked(options: SimulatorOptions = {}): Promise<TestSimulator> {
		const simulator = await TestSimulator.start(options);
		await simulator.post('/session/connect', { Subscribe: ['All'], Immediate: true });
		await simulator.control('scan');
		return simulator;
	}

	async post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
		return await this.send('POST', path, body, { token: TOKEN, ...headers });
	}

	async get(path: string, headers: Record<string, string> = {}): Promise<Reply> {
		return await this.send('GET', path, undefined, { token: TOKEN, ...headers });
	}

	/** A control of the demo's session. */
	async control(action: string, body?: unknown): Promise<Reply> {
		return await this.send('POST', `/simulator/sessions/${TOKEN}/${action}`, body);
	}

	async sent(): Promise<any[]> {
		return (await this.get(`/simulator/sessions/${TOKEN}/sent`)).json;
	}

	async settings(settings: object): Promise<void> {
		await this.send('POST', '/simulator/settings', settings);
	}

	async setWebhook(url: string): Promise<void> {
		await this.post('/webhook', { WebhookURL: url });
	}

	async send(
		method: string,
		path: string,
		body?: unknown,
		headers: Record<string, string> = {},
	): Promise<Reply> {
		const response = await fetch(this.simulator.url + path, {
			method,
			headers,
			body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
		});
		const text = await response.text();
		const isJson = response.headers.get('content-type') === 'application/json';
		return { status: response.status, text, json: isJson ? JSON.parse(text) : undefined };
	}

	async stop(): Promise<void> {
		await this.simulator.stop();
	}
}

export interface ReceivedRequest {
	readonly method: string;
	readonly url: string;
	readonly headers: http.IncomingHttpHeaders;
	readonly body: Buffer;
}

/** A webhook receiver that remembers what it got. */
export class Receiver {
	readonly requests: ReceivedRequest[] = [];
	private readonly server: http.Server;

	/** How the next requests are answered; afterwards, and by default, with 200. */
	readonly answers: Array<(response: http.ServerResponse) => void> = [];

	private constructor() {
		this.server = http.createServer((request, response) => {
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				const { method = '', url = '', headers } = request;
				this.requests.push({ method, url, headers, body: Buffer.concat(chunks) });
				const answer = this.answers.shift() ?? ((ok: http.ServerResponse) => ok.end());
				answer(response);
			});
		});
	}

	static async start(): Promise<Receiver> {
		const receiver = new Receiver();
		await new Promise<void>((resolve) => receiver.server.listen(0, '127.0.0.1', resolve));
		return receiver;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/webhook/abc`;
	}

	/** The `jsonData` of each urlencoded delivery. */
	get events(): any[] {
		return this.requests.map(({ body }) =>
			JSON.parse(new URLSearchParams(body.toString('utf8')).get('jsonData') ?? 'null'),
		);
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}

/** Reads one request byte for byte, answers 200 and gives the port that it listened on. */
export async function captureRequest(
	trigger: (url: string) => Promise<unknown>,
): Promise<{ bytes: Buffer; port: number }> {
	const chunks: Buffer[] = [];
	const server = net.createServer((socket) => {
		socket.on('data', (chunk: Buffer) => {
			chunks.push(chunk);
			if (isComplete(Buffer.concat(chunks))) {
				socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
			}
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await trigger(`http://127.0.0.1:${port}/webhook/abc`);
	await new Promise((resolve) => server.close(resolve));
	return { bytes: Buffer.concat(chunks), port };
}

function isComplete(bytes: Buffer): boolean {
	const end = bytes.indexOf('\r\n\r\n');
	const length = /^content-length: (\d+)$/im.exec(
		bytes.toString('latin1', 0, Math.max(end, 0)),
	)?.[1];
	return end > 0 && bytes.length >= end + 4 + Number(length);
}

/** Waits up to two seconds for something to become true. */
export async function until(condition: () => boolean): Promise<void> {
	for (let tries = 0; !condition() && tries < 200; tries++) await sleep(10);
	expect(condition()).toBe(true);
}
