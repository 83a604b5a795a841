/** How sure it is that WaGo behaves so: on its documentation pages, in an older public list, or known from relatives. */
export type Provenance = 'documented' | 'listed' | 'inferred';

/** Which header WaGo wants: the session's `token`, the server's `admintoken`, both, or none. */
export type EndpointAuth = 'token' | 'admintoken' | 'both' | 'none';

/** One route of WaGo. The fields of its body are in `wire.ts`. */
export interface Endpoint {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	readonly path: string;
	readonly auth: EndpointAuth;
	readonly provenance: Provenance;
	/** Whether it changes something; unless said otherwise, whatever is no `GET`. */
	readonly changes?: boolean;
}

type EndpointTexts = Partial<Pick<Endpoint, 'auth' | 'provenance' | 'changes'>>;

/** A `POST` endpoint of a session, documented unless said otherwise. */
export function post(path: string, texts: EndpointTexts = {}): Endpoint {
	return { method: 'POST', path, auth: 'token', provenance: 'documented', ...texts };
}

/** A `GET` endpoint of a session, documented unless said otherwise. */
export function get(path: string, texts: EndpointTexts = {}): Endpoint {
	return { method: 'GET', path, auth: 'token', provenance: 'documented', ...texts };
}
