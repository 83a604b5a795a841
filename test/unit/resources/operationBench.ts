import type { IDataObject } from 'n8n-workflow';

import { fieldsOf } from '../../../nodes/Wago/engine/operationFields';
import type { CallOperation } from '../../../nodes/Wago/engine/operation';
import { Parameters } from '../../../nodes/Wago/engine/parameters';
import { findOperation } from '../../../nodes/Wago/resources';

/** The operation of one request that a saved workflow names so. */
export function callOf(resource: string, name: string): CallOperation {
	const operation = findOperation(resource, name);
	if (operation?.kind === 'call') return operation;
	throw new Error(`${resource}: ${name} is no operation of one request`);
}

/** The parameters of an operation as n8n would resolve them: the given values, else the fields' defaults. */
export function parametersOf(operation: CallOperation, values: IDataObject = {}): Parameters {
	return new Parameters((name, fallback) => values[name] ?? fallback, fieldsOf(operation));
}

/** The body that an operation sends. */
export function bodyOf(operation: CallOperation, values: IDataObject = {}): unknown {
	return operation.request(parametersOf(operation, values)).body;
}

/** The items that an operation makes of WaGo's `data`. */
export function itemsOf(
	operation: CallOperation,
	data: unknown,
	values: IDataObject = {},
): IDataObject[] {
	const output = operation.output({ status: 200, data }, parametersOf(operation, values));
	return [output].flat().map(({ json }) => json);
}
