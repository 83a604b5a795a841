/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

import { buildItem, readEvent } from '../../../nodes/shared/whatsapp/event';
import { messageEnvelope } from '../whatsapp/events';
import { businessRows } from '../whatsapp/kinds/businessRows';
import { offerRows } from '../whatsapp/kinds/offerRows';
import { wordRows } from '../whatsapp/kinds/wordRows';
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

function deviationsOf(envelope: Record<string, unknown>): string[] {
	const item = buildItem(readEvent(envelope, 'token'), { includeRaw: true });
	return deviations(JSON.parse(JSON.stringify(item)), schema as Schema, 'item');
}

it.each(names)('the item of %s is as the editor shows it', (name) => {
	const text = readFileSync(join(directory, name), 'utf8');
	expect(deviationsOf(JSON.parse(text) as Record<string, unknown>)).toEqual([]);
});

it.each([...offerRows, ...businessRows, ...wordRows])(
	'%s is as the editor shows it',
	(_name, message) => {
		expect(deviationsOf(messageEnvelope(message))).toEqual([]);
	},
);

it('a file, advertisement and origin, quoted and of its own, are as the editor shows them', () => {
	const file = { mediaKey: 'a2V5', directPath: '/x.enc', fileLength: 7, width: 1 };
	const contextInfo = {
		stanzaID: 'Q1',
		quotedMessage: { imageMessage: file },
		externalAdReply: { ref: 'x', sourceApp: 'facebook', greetingMessageBody: 'Hi' },
		entryPointConversionSource: 'ctwa_ad',
		entryPointConversionDelaySeconds: 4,
		utm: { utmSource: 'site', utmCampaign: 'spring' },
	};
	const messageContextInfo = {
		messageAssociation: { associationType: 12, parentMessageKey: { ID: 'P1' } },
	};
	const message = { videoMessage: { ...file, contextInfo }, messageContextInfo };
	expect(deviationsOf(messageEnvelope(message))).toEqual([]);
});
