import type { Body, BodyOf, Fields } from '../fields';
import type { Session } from '../session';
import type { Settings } from '../settings';
import type { State } from '../state';

/** `documented`: WaGo's docs; `listed`: an older public list of routes; `inferred`: WaGo's public relatives. */
export type Provenance = 'documented' | 'listed' | 'inferred';

interface Route {
	readonly method: 'GET' | 'POST';
	readonly path: string;
	readonly provenance: Provenance;
	/** The body's fields; without them no body is read. */
	readonly fields?: Fields;
	/** Whether there is such an endpoint with these settings; default: always. */
	readonly isServed?: (settings: Settings) => boolean;
}

export interface ServerCall<B = Body> {
	readonly state: State;
	readonly body: B;
}

export interface SessionCall<B = Body> extends ServerCall<B> {
	readonly session: Session;
	readonly path: string;
}

/** An object goes out in the envelope, a `Bare` one as it is; a `WagoError` that is thrown is the refusal. */
type Reply = object | Promise<object>;

export interface ServerEndpoint extends Route {
	readonly auth: 'admintoken' | 'none';
	readonly handle: (call: ServerCall) => Reply;
}

export interface SessionEndpoint extends Route {
	readonly auth: 'token' | 'both';
	/** What the session has to be; default: connected and logged in. */
	readonly needs?: 'row' | 'client';
	readonly handle: (call: SessionCall) => Reply;
}

export type Endpoint = ServerEndpoint | SessionEndpoint;

export function needsSession(endpoint: Endpoint): endpoint is SessionEndpoint {
	return endpoint.auth === 'token' || endpoint.auth === 'both';
}

type SessionOptions = Pick<SessionEndpoint, 'needs'> & Partial<Pick<SessionEndpoint, 'auth'>>;

/** An endpoint of a session that takes a body. */
export function post<F extends Fields>(
	provenance: Provenance,
	path: string,
	fields: F,
	handle: (call: SessionCall<BodyOf<F>>) => Reply,
	options: SessionOptions = {},
): SessionEndpoint {
	return {
		method: 'POST',
		path,
		auth: 'token',
		provenance,
		fields,
		// Only `decodeBody` with the same fields makes the body of a call.
		handle: handle as SessionEndpoint['handle'],
		...options,
	};
}

/** An endpoint of a session that takes no body; most of them are read. */
export function bodiless(
	provenance: Provenance,
	method: Route['method'],
	path: string,
	handle: SessionEndpoint['handle'],
	options: SessionOptions = {},
): SessionEndpoint {
	return { method, path, auth: 'token', provenance, handle, ...options };
}
