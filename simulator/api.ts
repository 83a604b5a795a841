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
import type { State } from './state';

const BY_ROUTE = new Map(
	ENDPOINTS.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint]),
);
const PATHS: ReadonlySet<string> = new Set(ENDPOINTS.map(({ path }) => path));

interface ApiCall {
	readonly state: State;
	readonly request: IncomingMessage;
	readonly url: URL;
	/** `undefined` where the path has no such method. */
	readonly endpoint: Endpoint | undefined;
	/** The refusal where the body can't be decoded. */
	readonly body: Body | WagoError | undefined;
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
	const method = methodOf(request);
	const session = state.sessions.get(tokenOf(request, url))?.name;
	const endpoint = endpointOf(state, method, url);
	const body = endpoint && (await bodyOf(endpoint, url, text));
	const fault = state.faults.take(method, url.pathname);
	if (fault?.delayMs) await sleep(fault.delayMs, undefined, { ref: false });
	const failing = fault && isFailing(fault) ? fault : undefined;
	const isDone = !failing || failing.afterAccept;
	const worked = isDone ? await call({ state, endpoint, request, url, body }) : undefined;
	const reply = failing ? failureBy(failing) : worked;
	state.requests.add({
		time: new Date().toISOString(),
		method,
		path: url.pathname,
		session,
		body: body instanceof WagoError ? undefined : body,
		status: reply?.status ?? 0,
	});
	const raw = rawRequest(request, text, reply);
	state.journal.write(session ?? '', { kind: 'request', request: raw });
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

function endpointOf({ settings }: State, method: string, url: URL): Endpoint | undefined {
	const endpoint = BY_ROUTE.get(`${method} ${url.pathname}`);
	return (endpoint?.isServed?.(settings) ?? true) ? endpoint : undefined;
}

async function bodyOf(
	{ method, fields }: Endpoint,
	url: URL,
	text: string,
): Promise<ApiCall['body']> {
	const payload = method === 'GET' ? text || queryAsJson(url) : text;
	return await attempt(() => fields && decodeBody(fields, payload));
}

/** What comes out, or the refusal that is thrown. */
async function attempt<T>(work: () => T | Promise<T>): Promise<T | WagoError> {
	return await Promise.resolve().then(work).catch(refusalOf);
}

function refusalOf(error: unknown): WagoError {
	if (error instanceof WagoError) return error;
	throw error;
}

async function call(apiCall: ApiCall): Promise<Answer> {
	const result = await attempt(async () => await run(apiCall));
	if (result instanceof WagoError) return failure(result.status, result.message);
	return success(result);
}

/** Refuses in the order of WaGo's relatives: method, tokens, client, body, login. */
async function run({ state, request, url, endpoint, body }: ApiCall): Promise<object> {
	if (!endpoint) throw new WagoError(405, 'method not allowed');
	if (endpoint.auth === 'admintoken' || endpoint.auth === 'both')
		checkAdminToken(state, headerOf(request, 'admintoken'));
	if (!needsSession(endpoint)) return await endpoint.handle({ state, body: decoded(body) });
	const session = state.session(tokenOf(request, url));
	if (endpoint.needs !== 'row') session.requireClient();
	const given = decoded(body);
	if (endpoint.needs === undefined) session.requireLogin(notLoggedInText(state, url.pathname));
	return await endpoint.handle({ state, session, body: given, path: url.pathname });
}

/** Of a send, wuzapi hands on what WhatsApp's library says. */
function notLoggedInText({ settings }: State, path: string): string | undefined {
	const isHandedOn = settings.relative !== 'none' && path.startsWith('/send/');
	return isHandedOn ? "the store doesn't contain a device JID" : undefined;
}

function decoded(body: ApiCall['body']): Body {
	if (body instanceof WagoError) throw body;
	return body ?? {};
}

/** The fields of a GET: HTTP clients, n8n's among them, drop its body. */
function queryAsJson({ searchParams }: URL): string {
	const fields = [...searchParams]
		.filter(([name]) => name !== 'token')
		.map(([name, value]) => [name, BOOLEANS[value] ?? value]);
	return fields.length > 0 ? JSON.stringify(Object.fromEntries(fields)) : '';
}

const BOOLEANS: Readonly<Record<string, boolean>> = { true: true, false: false };

/** Older middleware also takes the token from the query (WaGo docs, /authentication). */
function tokenOf(request: IncomingMessage, { searchParams }: URL): string {
	return headerOf(request, 'token') || (searchParams.get('token') ?? '');
}

function checkAdminToken({ adminToken }: State, given: string): void {
	if (given !== adminToken) throw new WagoError(401, 'invalid admin token');
}
