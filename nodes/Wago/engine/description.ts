import type {
	INodeCredentialDescription,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { fieldsOf } from './operationFields';
import type { Operation, Resource } from './operation';
import { resources } from '../resources';

/** Operations of the admin token; no operation of another resource has one of these names. */
const adminOperations = resources.flatMap(({ value: resource, operations }) =>
	operations
		.filter(({ credential }) => credential === 'wagoAdminApi')
		.map(({ value }) => ({ resource, operation: value })),
);

function byName(one: INodePropertyOptions, other: INodePropertyOptions): number {
	return one.name.localeCompare(other.name);
}

const resourceField: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	default: 'message',
	options: resources.map(({ name, value }) => ({ name, value })).sort(byName),
};

function operationField({ value, operations }: Resource): INodeProperties {
	const [{ value: first }] = operations;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		default: first,
		displayOptions: { show: { resource: [value] } },
		options: operations.map(operationOption).sort(byName),
	};
}

function operationOption(operation: Operation): INodePropertyOptions {
	const { name, value, action, description } = operation;
	const option = { name, value, action, description };
	const noTool = operation.kind === 'procedure' && operation.noTool;
	return noTool ? { ...option, displayOptions: { hide: { '@tool': [true] } } } : option;
}

function shownFor({ value: resource }: Resource, operation: Operation): INodeProperties[] {
	return fieldsOf(operation).map((field) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: {
				resource: [resource],
				operation: [operation.value],
				...field.displayOptions?.show,
			},
		},
	}));
}

export const credentials: INodeCredentialDescription[] = [
	{
		name: 'wagoApi',
		required: true,
		displayOptions: {
			hide: {
				resource: ['token'],
				operation: adminOperations
					.filter(({ resource }) => resource === 'server')
					.map(({ operation }) => operation),
			},
		},
	},
	{
		name: 'wagoAdminApi',
		required: true,
		displayOptions: {
			show: {
				resource: [...new Set(adminOperations.map(({ resource }) => resource))],
				operation: adminOperations.map(({ operation }) => operation),
			},
		},
	},
];

export const properties: INodeProperties[] = [
	resourceField,
	...resources.map(operationField),
	...resources.flatMap((resource) =>
		resource.operations.flatMap((operation) => shownFor(resource, operation)),
	),
];
