/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

import type { INodeParameters } from 'n8n-workflow';

import { findOperation } from '../../nodes/Wago/resources';
import { projectRoot } from '../../scripts/lib/paths';
import { DEMO_TOKEN } from '../../simulator/state';
import { WagoBench } from './wagoBench';

interface Schema {
	type: string;
	properties?: Record<string, Schema>;
	items?: Schema;
}

const DIRECTORY = join(projectRoot, 'nodes/Wago/__schema__/v1.0.0');

const schemas = readdirSync(DIRECTORY).flatMap((resource) =>
	readdirSync(join(DIRECTORY, resource)).map((file): [string, string] => [
		resource,
		file.replace(/\.json$/, ''),
	]),
);

function schemaOf(resource: string, operation: string): Schema {
	const file = join(DIRECTORY, resource, `${operation}.json`);
	return JSON.parse(readFileSync(file, 'utf8')) as Schema;
}

/** Where a value differs from its schema. */
function differences(value: unknown, schema: Schema | undefined, path = 'json'): string[] {
	if (!schema) return [`${path} is not in the schema`];
	if (value === null) return [];
	if (Array.isArray(value)) {
		if (schema.type !== 'array') return [`${path} is a list`];
		return value.flatMap((entry, index) => differences(entry, schema.items, `${path}[${index}]`));
	}
	if (typeof value === 'object') {
		return Object.entries(value).flatMap(([key, entry]) =>
			differences(entry, schema.properties?.[key], `${path}.${key}`),
		);
	}
	const type = Number.isInteger(value) ? 'integer' : typeof value;
	return type === schema.type ? [] : [`${path} is ${type}`];
}

it.each(schemas)('%s:%s is an operation', (resource, operation) => {
	expect(findOperation(resource, operation)).toBeDefined();
	expect(schemaOf(resource, operation)).toMatchObject({ type: 'object' });
});

describe('the output of', () => {
	const alice = { __rl: true, mode: 'phone', value: '15550100001' };
	const team = { __rl: true, mode: 'id', value: '120363000000000001@g.us' };
	const PARAMETERS: Array<[string, string, INodeParameters]> = [
		['session', 'getStatus', {}],
		['session', 'waitForLogin', {}],
		['session', 'connect', {}],
		['token', 'create', { name: 'new' }],
		['token', 'getAll', {}],
		['token', 'getScanned', {}],
		['token', 'delete', { targetToken: DEMO_TOKEN }],
		['webhook', 'get', {}],
		['webhook', 'set', { webhookUrl: 'https://n8n.example.com/webhook' }],
		['webhook', 'clear', {}],
		['message', 'sendText', { recipient: alice, text: 'Hello' }],
		['group', 'getAll', {}],
		['group', 'get', { groupId: team }],
		['contact', 'getAll', {}],
		['contact', 'check', { phone: '15550100001' }],
		['contact', 'getAvatar', { phone: alice }],
		['newsletter', 'getAll', {}],
		['server', 'getHealth', {}],
		['server', 'diagnose', {}],
	];
	let bench: WagoBench;

	beforeAll(async () => {
		bench = await WagoBench.start();
	});
	beforeEach(() => bench.reset());
	afterAll(async () => await bench.stop());

	it.each(PARAMETERS)('%s:%s is as its schema says', async (resource, operation, parameters) => {
		const items = await bench.run({ resource, operation, ...parameters });
		const schema = schemaOf(resource, operation);
		expect(items.length).toBeGreaterThan(0);
		expect(items.flatMap((item) => differences(item, schema))).toEqual([]);
	});
});
