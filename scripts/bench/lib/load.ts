/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { Agent, request } from 'http';

/** One request: its body in parts, so that a large part is never copied. */
export interface Post {
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: readonly Buffer[];
}

export interface Load {
	/** Answered requests a second. */
	readonly perSecond: number;
	/** Milliseconds from a request to the end of its answer. */
	readonly latencies: number[];
}

export const CONNECTIONS = 10;

/**
 * Sends one request and reads the whole answer; without an agent on a connection of its own, since n8n closes one that
 * rests. Throws unless the status is 2xx.
 */
export async function post(
	{ url, headers, body }: Post,
	agent: Agent | false = false,
): Promise<string> {
	return await new Promise((resolve, reject) => {
		const outgoing = request(url, { method: 'POST', agent, headers }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('error', reject);
			response.on('end', () => {
				const text = Buffer.concat(chunks).toString();
				const { statusCode = 0 } = response;
				if (statusCode >= 200 && statusCode < 300) resolve(text);
				else reject(new Error(`${url.split('?')[0]} answered ${statusCode}: ${text}`));
			});
		});
		outgoing.on('error', reject);
		for (const part of body) outgoing.write(part);
		outgoing.end();
	});
}

/** Keeps {@link CONNECTIONS} connections busy for so many seconds. */
export async function applyLoad(seconds: number, nextPost: () => Post): Promise<Load> {
	const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
	const latencies: number[] = [];
	const started = performance.now();
	const deadline = started + seconds * 1000;
	const lane = async () => {
		while (performance.now() < deadline) {
			const sent = performance.now();
			await post(nextPost(), agent);
			latencies.push(performance.now() - sent);
		}
	};
	try {
		await Promise.all(Array.from({ length: CONNECTIONS }, lane));
	} finally {
		agent.destroy();
	}
	// The last requests end after the deadline, and count with the time that they took.
	return { perSecond: (latencies.length * 1000) / (performance.now() - started), latencies };
}
