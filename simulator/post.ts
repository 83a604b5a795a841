/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import http from 'http';
import https from 'https';
import { USER_AGENT, type ForgedDelivery } from './forge';

/** One try of a delivery: the answer's status, 0 where there was none, and how long it took. */
export interface Attempt {
	readonly status: number;
	readonly ms: number;
	readonly error?: string;
	/** The beginning of what the receiver said, where it said something. WaGo itself looks at the status only. */
	readonly answer?: string;
}

const KEPT_ANSWER_BYTES = 2_000;

/** resty gives up after as many (FlexibleRedirectPolicy in wuzapi). */
const MOST_REDIRECTS = 15;

const KEPT_METHOD = [307, 308];
const REDIRECTS = [301, 302, 303, ...KEPT_METHOD];

const WITHOUT_BODY = { 'Accept-Encoding': 'gzip', 'User-Agent': USER_AGENT };

interface Exchange {
	readonly method: 'POST' | 'GET';
	readonly url: URL;
	readonly forged: ForgedDelivery;
	readonly signal: AbortSignal;
}

/** Posts a delivery and follows redirects as Go does; the time-out covers all of it, and `ending` breaks it off. */
export async function post(
	url: string,
	forged: ForgedDelivery,
	timeoutMs: number,
	ending: AbortSignal,
): Promise<Attempt> {
	const started = performance.now();
	const elapsed = () => Math.round(performance.now() - started);
	const timeout = AbortSignal.timeout(timeoutMs);
	const signal = AbortSignal.any([timeout, ending]);
	try {
		const { status, answer } = await follow({ method: 'POST', url: new URL(url), forged, signal });
		return { status, ms: elapsed(), ...(answer !== '' && { answer }) };
	} catch (error) {
		return { status: 0, ms: elapsed(), error: timeout.aborted ? 'timeout' : describe(error) };
	}
}

async function follow(first: Exchange): Promise<Response> {
	let exchange = first;
	for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
		const response = await exchangeOnce(exchange);
		const { status, location } = response;
		if (!REDIRECTS.includes(status) || !location) return response;
		// Go turns the POST into a GET without a body, except on 307 and 308.
		const method = KEPT_METHOD.includes(status) ? exchange.method : 'GET';
		exchange = { ...exchange, method, url: new URL(location, exchange.url) };
	}
	throw new Error('too many redirects');
}

type Response = { status: number; location?: string; answer: string };

async function exchangeOnce(exchange: Exchange): Promise<Response> {
	return await new Promise<Response>((resolve, reject) => {
		const request = open(exchange);
		request.on('response', (response) => {
			const { statusCode: status = 0, headers } = response;
			let kept = Buffer.alloc(0);
			response.on('data', (chunk: Buffer) => {
				if (kept.length < KEPT_ANSWER_BYTES) kept = Buffer.concat([kept, chunk]);
			});
			response.on('end', () => {
				const answer = kept.toString('utf8', 0, KEPT_ANSWER_BYTES);
				resolve({ status, location: headers.location, answer });
			});
			response.on('error', reject);
		});
		request.on('error', reject);
		request.end(exchange.method === 'POST' ? exchange.forged.body : undefined);
	});
}

/** The request with its headers in the order of WaGo's HTTP client, and without `Connection`, which Go leaves out. */
function open({ method, url, forged, signal }: Exchange): http.ClientRequest {
	if (url.protocol !== 'http:' && url.protocol !== 'https:')
		throw new Error('unsupported protocol scheme');
	const request = (url.protocol === 'https:' ? https : http).request(url, {
		method,
		signal,
		setHost: false,
		headers: { Host: url.host, ...(method === 'POST' ? forged.headers : WITHOUT_BODY) },
		// A connection of its own: one that was kept may die with the request on it, and then nobody knows
		// whether the receiver has got the delivery.
		agent: false,
		// WaGo's relatives don't verify certificates.
		rejectUnauthorized: false,
	});
	request.removeHeader('Connection');
	return request;
}

function describe(error: unknown): string {
	const { code, message } = error as NodeJS.ErrnoException;
	return code ?? message;
}
