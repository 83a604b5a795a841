import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_TIMEOUT } from '../../shared/api/request';
import type { Operation } from './operation';
import { sendFields, sendOptions } from '../sending/sendFields';

const timeoutOption: INodeProperties = {
	displayName: 'Timeout',
	name: 'timeout',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: DEFAULT_TIMEOUT,
	hint: 'In milliseconds',
	description: 'How long one request may take, in milliseconds',
};

export const additionalBodyFieldsOption: INodeProperties = {
	displayName: 'Additional Body Fields',
	name: 'additionalBodyFields',
	type: 'json',
	default: '{}',
	placeholder: 'e.g. {"Forward": true}',
	description:
		'JSON object that is merged into the request body last; null removes a field. The way out when your WaGo version names a field differently.',
};

const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

const listFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
];

/** All fields of an operation in the order of the editor: its own, those of its kind, 'Options' last. */
export function fieldsOf(operation: Operation): INodeProperties[] {
	const fields = operation.kind === 'send' ? sendFields(operation) : [...operation.fields];
	if (operation.kind === 'call' && operation.list) fields.push(...listFields);
	if (operation.kind === 'call' && operation.simplify) fields.push(simplifyField);
	return [...fields, optionsField(operation)];
}

function optionsField(operation: Operation): INodeProperties {
	const options = [...(operation.options ?? []), timeoutOption];
	if (operation.kind === 'send') options.push(...sendOptions(operation));
	if (takesBody(operation)) options.push(additionalBodyFieldsOption);
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: options.sort((one, other) => one.displayName.localeCompare(other.displayName)),
	};
}

function takesBody(operation: Operation): boolean {
	return (
		operation.kind !== 'procedure' && operation.endpoints.some(({ method }) => method === 'POST')
	);
}
