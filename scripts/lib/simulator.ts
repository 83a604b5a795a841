/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { DEFAULT_ADMIN_TOKEN } from '../../simulator/state';
import { freePort } from './ports';
import { projectRoot } from './paths';
import { Service } from './service';
import { waitFor } from './wait';

/**
 * The simulator as a process of its own, so that it can be ended like a real WaGo; not started yet.
 *
 * @param dataFile where it keeps its sessions, so that it goes on with them after it was ended
 */
export async function prepareSimulator(
	logFile: string,
	port?: number,
	dataFile?: string,
): Promise<{ service: Service; url: string }> {
	const usedPort = port ?? (await freePort());
	const url = `http://127.0.0.1:${usedPort}`;
	const options = ['--host', '127.0.0.1', '--port', `${usedPort}`];
	if (dataFile) options.push('--data', dataFile);
	const service = new Service({
		name: 'WaGo simulator',
		program: process.execPath,
		args: ['--import', 'tsx', 'simulator/main.ts', ...options],
		cwd: projectRoot,
		// Inside Jest NODE_ENV and the like are set, which a server has no use for.
		env: { ...process.env, NODE_ENV: undefined },
		logFile,
		readyUrl: `${url}/server/ok`,
		readyTimeout: 60_000,
	});
	return { service, url };
}

/** What someone writes to a session; shapes as in the simulator's README. */
export interface IncomingMessage {
	from: string;
	chat?: string;
	name?: string;
	text?: string;
	media?: { fileName: string; mimeType: string; base64: string };
	fromMe?: boolean;
}

export interface Delivered {
	messageId: string;
	deliveries: Array<{ status: number; ms: number }>;
}

export interface Sent {
	path: string;
	body: Record<string, unknown>;
	messageId: string;
	time: string;
	repeat?: true;
	media?: { mimeType: string; size: number; sha256: string };
}

/** The simulator's control interface, and the few of WaGo's own endpoints that a test needs to get ready. */
export class SimulatorClient {
	constructor(readonly url: string) {}

	/** Makes a session and logs it in, as its owner would: token, connect, QR, scan. */
	async logInSession(name: string, token: string): Promise<void> {
		await this.createSession(name, token);
		await this.connect(token);
		await this.scan(token);
	}

	async createSession(name: string, token: string): Promise<void> {
		const body = { Name: name, Token: token, Os: 'linux' };
		await this.request('POST', '/session/init', body, { admintoken: DEFAULT_ADMIN_TOKEN });
	}

	async connect(token: string): Promise<void> {
		const body = { Subscribe: ['Message'], Immediate: true, Phone: '' };
		await this.request('POST', '/session/connect', body, { token });
	}

	/** The phone scans the QR, as soon as there is one. */
	async scan(token: string): Promise<void> {
		await waitFor('a QR to scan', async () => {
			await this.control('POST', token, 'scan');
			return true;
		});
	}

	async isLoggedIn(token: string): Promise<boolean> {
		return await this.request<{ data: { LoggedIn: boolean } }>(
			'GET',
			'/session/status',
			undefined,
			{ token },
		).then(
			({ data }) => data.LoggedIn,
			() => false, // WaGo answers 500 to a session that was never connected
		);
	}

	/** Where WaGo delivers a session's events; empty if nowhere. */
	async webhook(token: string): Promise<string> {
		const answer = await this.request<{ data: { webhook: string } }>('GET', '/webhook', undefined, {
			token,
		});
		return answer.data.webhook;
	}

	async receive(token: string, message: IncomingMessage): Promise<Delivered> {
		return await this.control('POST', token, 'messages', message);
	}

	async deliver(token: string, jsonData: unknown): Promise<Delivered> {
		return await this.control('POST', token, 'events', jsonData);
	}

	async sent(token: string): Promise<Sent[]> {
		return await this.control('GET', token, 'sent');
	}

	/** Waits until a session has sent at least so many messages. */
	async waitForSent(token: string, count: number): Promise<Sent[]> {
		return await waitFor(`${count} messages sent`, async () => {
			const all = await this.sent(token);
			return all.length >= count ? all : undefined;
		});
	}

	/** The bytes of a file that a session sent. */
	async sentFile(sha256: string): Promise<Buffer> {
		const response = await fetch(`${this.url}/simulator/media/${sha256}`);
		return Buffer.from(await response.arrayBuffer());
	}

	async fault(fault: Record<string, unknown>): Promise<void> {
		await this.request('POST', '/simulator/faults', fault);
	}

	async settings(settings: Record<string, unknown>): Promise<void> {
		await this.request('POST', '/simulator/settings', settings);
	}

	private async control<T>(
		method: string,
		token: string,
		what: string,
		body?: unknown,
	): Promise<T> {
		const path = `/simulator/sessions/${encodeURIComponent(token)}/${what}`;
		return await this.request(method, path, body);
	}

	private async request<T>(
		method: string,
		path: string,
		body?: unknown,
		headers: Record<string, string> = {},
	): Promise<T> {
		const response = await fetch(`${this.url}${path}`, {
			method,
			headers: { 'content-type': 'application/json', ...headers },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
		return JSON.parse(text) as T;
	}
}
