import type { Endpoint, EndpointAuth, Provenance } from '../../nodes/shared/api/endpoint';
import { INFERRED_BODIES } from '../../nodes/shared/api/wire';
import type { Operation } from '../../nodes/Wago/engine/operation';
import { resources } from '../../nodes/Wago/resources';

/** A key that operations put into the body of a request. */
export interface ExpectedField {
	readonly name: string;
	readonly provenance: Provenance;
	/** Where an inferred key was seen. */
	readonly source?: string;
}

/** An endpoint that operations call, with everything that they may send to it. */
export interface ExpectedEndpoint {
	readonly method: string;
	readonly path: string;
	readonly auth: EndpointAuth;
	readonly provenance: Provenance;
	readonly fields: readonly ExpectedField[];
}

/** Common to all sends (WaGo docs, /messages/sending). */
const MESSAGE_ID = 'Id';
const QUOTE = 'ContextInfo';

/** The path by which the operation `server:request` stands for any. */
const ANY_PATH = '/*';

/** Every endpoint that the operations call, once, taken from the definitions that the node runs. */
export function expectedEndpoints(): ExpectedEndpoint[] {
	const byName = new Map<string, ExpectedEndpoint>();
	for (const { operations } of resources) {
		for (const operation of operations) {
			for (const endpoint of operation.endpoints) addEndpoint(byName, operation, endpoint);
		}
	}
	return [...byName.values()];
}

function addEndpoint(
	byName: Map<string, ExpectedEndpoint>,
	operation: Operation,
	{ method, path, auth, provenance, fields = [] }: Endpoint,
): void {
	if (path === ANY_PATH) return;
	const name = `${method} ${path}`;
	const inferred = inferredFields(path);
	const guessed = new Set(inferred.map((field) => field.name));
	const common = commonFields(operation).filter((field) => !guessed.has(field.name));
	const added = [...fields.map(documented), ...common, ...inferred];
	const known = byName.get(name)?.fields ?? [];
	byName.set(name, { method, path, auth, provenance, fields: unique([...known, ...added]) });
}

function documented(name: string): ExpectedField {
	return { name, provenance: 'documented' };
}

function commonFields(operation: Operation): ExpectedField[] {
	if (operation.kind !== 'send') return [];
	return [documented(MESSAGE_ID), documented(QUOTE), ...inferredFields('contextInfo')];
}

function inferredFields(path: string): ExpectedField[] {
	const bodies: Record<string, { source: string; keys: Record<string, string> }> = INFERRED_BODIES;
	const body = bodies[path];
	if (!body) return [];
	const { source, keys } = body;
	return Object.values(keys).map((name) => ({ name, provenance: 'inferred' as const, source }));
}

/** The first of each name: what is documented comes before what is inferred. */
function unique(fields: ExpectedField[]): ExpectedField[] {
	return fields.filter(
		({ name }, index) => fields.findIndex((other) => other.name === name) === index,
	);
}
