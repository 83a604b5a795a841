/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

import { buildItem, readEvent } from '../../../nodes/shared/whatsapp/event';
import schema from '../../../nodes/WagoTrigger/__schema__/v1.0.0/output.json';

interface Schema {
	type: string;
	properties?: Record<string, Schema>;
	items?: Schema;
}

/** The places where a value is not what the schema says. Objects without properties may hold anything. */
function deviations(value: unknown, { type, properties, items }: Schema, path: string): string[] {
	if (Array.isArray(value)) {
		if (type !== 'array' || !items) return [path];
		return value.flatMap((member, index) => deviations(member, items, `${path}[${index}]`));
	}
	if (typeof value === 'object' && value !== null) {
		if (type !== 'object' || !properties) return [path];
		if (Object.keys(properties).length === 0) return [];
		return Object.entries(value).flatMap(([name, member]) => {
			const schemaOfMember = properties[name];
			return schemaOfMember
				? deviations(member, schemaOfMember, `${path}.${name}`)
				: [`${path}.${name}`];
		});
	}
	if (type === 'integer') return Number.isInteger(value) ? [] : [path];
	return typeof value === type ? [] : [path];
}

const directory = join(__dirname, '../../data/payloads');
const names = readdirSync(directory).filter(
	(name) => name.endsWith('.json') && name !== 'index.json',
);

it.each(names)('the item of %s is as the editor shows it', (name) => {
	const envelope = JSON.parse(readFileSync(join(directory, name), 'utf8')) as Record<
		string,
		unknown
	>;
	const item = buildItem(readEvent(envelope, 'token'), { includeRaw: true });
	expect(deviations(JSON.parse(JSON.stringify(item)), schema as Schema, 'item')).toEqual([]);
});
