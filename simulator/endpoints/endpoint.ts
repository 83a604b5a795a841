import type { Body, Fields } from '../fields';
import type { Session } from '../session';
import type { State } from '../state';

/** `documented`: WaGo's docs; `listed`: an older public list of routes; `inferred`: WaGo's public relatives. */
export type Provenance = 'documented' | 'listed' | 'inferred';

interface Route {
	readonly method: 'GET' | 'POST';
	readonly path: string;
	readonly provenance: Provenance;
	/** The body's fields; without them no body is read. */
	readonly fields?: Fields;
}

export interface ServerCall {
	readonly state: State;
	readonly body: Body;
}

export interface SessionCall extends ServerCall {
	readonly session: Session;
	readonly path: string;
}

/** An object goes out in the envelope, a `Bare` one as it is; a `WagoError` that is thrown is the refusal. */
type Reply = object | Promise<object>;

export interface ServerEndpoint extends Route {
	readonly auth: 'admintoken' | 'none';
	handle(call: ServerCall): Reply;
}

export interface SessionEndpoint extends Route {
	readonly auth: 'token' | 'both';
	/** What the session has to be; default: connected and logged in. */
	readonly needs?: 'row' | 'client';
	handle(call: SessionCall): Reply;
}

export type Endpoint = ServerEndpoint | SessionEndpoint;

export function needsSession(endpoint: Endpoint): endpoint is SessionEndpoint {
	return endpoint.auth === 'token' || endpoint.auth === 'both';
}
