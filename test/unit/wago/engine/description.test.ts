import { keysOf } from '../../../../nodes/shared/api/wire';
import type { IDataObject, INode, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { fieldsOf } from '../../../../nodes/Wago/engine/operationFields';
import type { Operation } from '../../../../nodes/Wago/engine/operation';
import { resources } from '../../../../nodes/Wago/resources';
import { Wago } from '../../../../nodes/Wago/Wago.node';

const wago = new Wago();
const { description } = wago;

const cases = resources.flatMap(({ value: resource, operations }) =>
	operations.map((operation): [string, string, Operation] => [
		`${resource}:${operation.value}`,
		resource,
		operation,
	]),
);

/** A node with an operation chosen and everything else as it is when it is new. */
function nodeWith(resource: string, operation: string, parameters: IDataObject = {}): INode {
	return {
		id: '1',
		name: 'WaGo',
		type: 'wago',
		typeVersion: 1,
		position: [0, 0],
		parameters: { resource, operation, ...parameters } as INode['parameters'],
	};
}

function defaultsOf(resource: string, operation: Operation): IDataObject {
	const fields = fieldsOf(operation).map(({ name, default: value }) => [name, value]);
	return { resource, operation: operation.value, ...Object.fromEntries(fields) } as IDataObject;
}

function shown(resource: string, operation: Operation): INodeProperties[] {
	const node = nodeWith(resource, operation.value);
	const values = defaultsOf(resource, operation) as INode['parameters'];
	return description.properties.filter((property) =>
		NodeHelpers.displayParameter(values, property, node, description),
	);
}

function credentialsOf(resource: string, operation: Operation): string[] {
	const node = nodeWith(resource, operation.value);
	return (description.credentials ?? [])
		.filter((credential) =>
			NodeHelpers.displayParameter(node.parameters, credential, node, description),
		)
		.map(({ name }) => name);
}

/** All fields, also those within collections. */
function deep(fields: readonly INodeProperties[]): INodeProperties[] {
	return fields.flatMap((field) => {
		const options = (field.options ?? []) as Array<
			INodeProperties & { values?: INodeProperties[] }
		>;
		if (field.type === 'collection') return [field, ...deep(options)];
		if (field.type !== 'fixedCollection') return [field];
		return [field, ...options.flatMap(({ values = [] }) => deep(values))];
	});
}

const sorted = (texts: string[]) => [...texts].sort((one, other) => one.localeCompare(other));

it('offers each resource once, sorted by name', () => {
	const { options = [] } = description.properties[0];
	const names = options.map(({ name }) => name);
	expect(names).toEqual(sorted(names));
	expect(new Set(resources.map(({ value }) => value)).size).toBe(resources.length);
	expect(description.properties[0].default).toBe('message');
});

describe.each(resources.map((resource) => [resource.value, resource] as const))(
	'the operations of %s',
	(value, { operations }) => {
		const field = description.properties.find(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.includes(value),
		);
		const options = (field?.options ?? []) as INodePropertyOptions[];

		it('are each offered once, sorted by name', () => {
			const names = options.map(({ name }) => name);
			expect(names).toEqual(sorted(names));
			expect(new Set(names).size).toBe(operations.length);
			expect(sorted(options.map((option) => String(option.value)))).toEqual(
				sorted([...new Set(operations.map((operation) => operation.value))]),
			);
			expect(operations.map((operation) => operation.value)).toContain(field?.default);
		});

		it('say what they do', () => {
			for (const { name, action = '', description: text = '' } of options) {
				expect(name).toMatch(/^[A-Z]/);
				expect(action).toMatch(/^[A-Z][^.]*[^.]$/);
				expect(action).not.toMatch(/\b(an?|the)\b/);
				expect(text.length).toBeGreaterThan(10);
			}
			expect(new Set(options.map(({ action }) => action)).size).toBe(options.length);
		});
	},
);

describe.each(cases)('%s', (_name, resource, operation) => {
	const fields = fieldsOf(operation);

	it('asks for one credential, the right one', () => {
		expect(credentialsOf(resource, operation)).toEqual([operation.credential ?? 'wagoApi']);
	});

	it('sends the header that its credential has', () => {
		const auths = operation.endpoints.map(({ auth }) => auth);
		const allowed = operation.credential ? ['admintoken', 'both'] : ['token', 'none'];
		expect(allowed).toEqual(expect.arrayContaining(auths));
	});

	it('shows its own fields only, with Options last', () => {
		const names = shown(resource, operation).map(({ name }) => name);
		const own = fields.map(({ name }) => name);
		expect(names.slice(0, 2)).toEqual(['resource', 'operation']);
		expect(own).toEqual(expect.arrayContaining(names.slice(2)));
		expect(names[names.length - 1]).toBe('options');
		expect(new Set(names).size).toBe(names.length);
	});

	it('has a time-out, and a way to correct the body it sends', () => {
		const options = (fields[fields.length - 1].options ?? []) as INodeProperties[];
		const names = options.map(({ name }) => name);
		expect(names).toContain('timeout');
		expect(new Set(names).size).toBe(names.length);
		expect(options.map(({ displayName }) => displayName)).toEqual(
			sorted(options.map(({ displayName }) => displayName)),
		);
		const sendsBody = operation.endpoints.some(
			({ method, path }) => method === 'POST' && Object.keys(keysOf(path)).length > 0,
		);
		const isReading = operation.value === 'waitForLogin';
		if (sendsBody && !isReading) expect(names).toContain('additionalBodyFields');
	});

	it('explains its fields', () => {
		for (const { displayName, description: text, hint, type, name } of deep(fields)) {
			expect(displayName).toMatch(/^[A-Z]/);
			const explains = text ?? hint ?? '';
			if (type !== 'notice' && name !== 'options') expect([name, explains]).not.toEqual([name, '']);
			if (type === 'boolean') expect(text).toMatch(/^Whether /);
		}
	});

	it('hides what is secret', () => {
		for (const { name, typeOptions } of deep(fields)) {
			if (/token$/i.test(name)) expect(typeOptions?.password).toBe(true);
		}
	});

	it('searches only with methods that exist', () => {
		for (const { modes = [] } of deep(fields)) {
			for (const { typeOptions } of modes) {
				const method = typeOptions?.searchListMethod;
				if (method) expect(Object.keys(wago.methods.listSearch)).toContain(method);
			}
		}
	});
});

it('may be used by AI agents', () => {
	expect(description.usableAsTool).toBe(true);
});
