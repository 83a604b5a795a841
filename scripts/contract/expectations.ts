import type { Endpoint, EndpointAuth, Provenance } from '../../nodes/shared/api/endpoint';
import { bodyWireOf } from '../../nodes/shared/api/wire';
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
	{ method, path, auth, provenance }: Endpoint,
): void {
	if (path === ANY_PATH) return;
	const name = `${method} ${path}`;
	const quote = operation.kind === 'send' ? fieldsOf('contextInfo') : [];
	const known = byName.get(name)?.fields ?? [];
	const fields = unique([...known, ...fieldsOf(path), ...quote]);
	byName.set(name, { method, path, auth, provenance, fields });
}

function fieldsOf(path: string): ExpectedField[] {
	const { documented = {}, inferred = {}, source = '' } = bodyWireOf(path) ?? {};
	return [
		...Object.values(documented).map((name) => ({ name, provenance: 'documented' as const })),
		...Object.values(inferred).map((name) => ({ name, provenance: 'inferred' as const, source })),
	];
}

/** The first of each name: what is documented comes before what is inferred. */
function unique(fields: ExpectedField[]): ExpectedField[] {
	return fields.filter(
		({ name }, index) => fields.findIndex((other) => other.name === name) === index,
	);
}
