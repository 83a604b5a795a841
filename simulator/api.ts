/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import type { IncomingMessage, ServerResponse } from 'http';
import { setTimeout as sleep } from 'timers/promises';
import { cut, stringifyCut } from './cut';
import { ENDPOINTS } from './endpoints';
import { needsSession, type Endpoint } from './endpoints/endpoint';
import { failure, success, WagoError, type Answer } from './envelope';
import type { Fault } from './faults';
import { decodeBody, type Body } from './fields';
import { answer, headerOf, readBody } from './http';
import type { RawRequest } from './journal';
import type { Session } from './session';
import type { State } from './state';

const BY_ROUTE = new Map(
	ENDPOINTS.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint]),
);
const PATHS: ReadonlySet<string> = new Set(ENDPOINTS.map(({ path }) => path));

interface ApiCall {
	readonly state: State;
	readonly endpoint: Endpoint;
	readonly request: IncomingMessage;
	readonly url: URL;
}

/** Whether the path is one of WaGo's. */
export const isApiPath = (path: string) => PATHS.has(path);

/** Answers a request to WaGo's API, the way a fault says if one is waiting for it. */
export async function handleApi(
	state: State,
	request: IncomingMessage,
	response: ServerResponse,
	url: URL,
): Promise<void> {
	const text = (await readBody(request)).toString('utf8');
	const session = state.sessions.get(headerOf(request, 'token'))?.name ?? '';
	const fault = state.faults.take(methodOf(request), url.pathname);
	if (fault?.delayMs) await sleep(fault.delayMs, undefined, { ref: false });
	const failing = fault && isFailing(fault) ? fault : undefined;
	const isDone = !failing || failing.afterAccept;
	const worked = isDone ? await call(state, request, url, text) : undefined;
	const reply = failing ? failureBy(failing) : worked;
	state.journal.write(session, { kind: 'request', request: rawRequest(request, text, reply) });
	if (reply) answer(response, reply.status, reply.body);
	else if (!failing?.hang) response.destroy();
}

const methodOf = (request: IncomingMessage) => request.method ?? 'GET';

const isFailing = ({ hang, drop, status, body }: Fault) =>
	hang || drop || status !== undefined || body !== undefined;

/** The failed answer; `undefined` where the client gets none. */
function failureBy({ hang, drop, status = 200, body }: Fault): Answer | undefined {
	if (hang || drop) return undefined;
	return body === undefined ? failure(status, 'simulated fault') : { status, body };
}

function rawRequest(request: IncomingMessage, text: string, reply: Answer | undefined): RawRequest {
	return {
		method: methodOf(request),
		path: request.url ?? '/',
		headers: Object.fromEntries(
			Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
		),
		body: cut(text),
		status: reply?.status ?? 0,
		answer: reply && stringifyCut(reply.body),
	};
}

async function call(
	state: State,
	request: IncomingMessage,
	url: URL,
	text: string,
): Promise<Answer> {
	const method = methodOf(request);
	const endpoint = BY_ROUTE.get(`${method} ${url.pathname}`);
	const isServed = endpoint?.isServed?.(state.settings) ?? true;
	if (!endpoint || !isServed) return failure(405, 'method not allowed');
	const record: { session?: string; body?: Body } = {};
	const attempt = async () => {
		const apiCall = { state, endpoint, request, url };
		const session = authenticate(apiCall);
		record.session = session?.name;
		if (needsSession(endpoint) && endpoint.needs !== 'row') session?.requireClient();
		const payload = method === 'GET' ? text || queryAsJson(url) : text;
		record.body = endpoint.fields && decodeBody(endpoint.fields, payload);
		return success(await run(apiCall, session, record.body ?? {}));
	};
	const result = await attempt().catch(toFailure);
	state.requests.add({
		time: new Date().toISOString(),
		method,
		path: url.pathname,
		...record,
		status: result.status,
	});
	return result;
}

/** The fields of a GET: HTTP clients, n8n's among them, drop its body. */
function queryAsJson({ searchParams }: URL): string {
	const fields = [...searchParams]
		.filter(([name]) => name !== 'token')
		.map(([name, value]) => [name, BOOLEANS[value] ?? value]);
	return fields.length > 0 ? JSON.stringify(Object.fromEntries(fields)) : '';
}

const BOOLEANS: Readonly<Record<string, boolean>> = { true: true, false: false };

function toFailure(error: unknown): Answer {
	if (error instanceof WagoError) return failure(error.status, error.message);
	throw error;
}

/** The session of the request's token, where the endpoint wants one (WaGo docs, /authentication). */
function authenticate({ state, endpoint, request, url }: ApiCall): Session | undefined {
	const { auth } = endpoint;
	if (auth === 'admintoken' || auth === 'both')
		checkAdminToken(state, headerOf(request, 'admintoken'));
	if (!needsSession(endpoint)) return undefined;
	// Older middleware also takes the token from the query.
	return state.session(headerOf(request, 'token') || (url.searchParams.get('token') ?? ''));
}

function checkAdminToken({ adminToken }: State, given: string): void {
	if (given !== adminToken) throw new WagoError(401, 'invalid admin token');
}

async function run(
	{ state, endpoint, url }: ApiCall,
	session: Session | undefined,
	body: Body,
): Promise<object> {
	if (!needsSession(endpoint)) return await endpoint.handle({ state, body });
	if (endpoint.needs === undefined) session!.requireLogin();
	return await endpoint.handle({ state, session: session!, body, path: url.pathname });
}
