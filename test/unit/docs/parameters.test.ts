/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'fs';
import { join } from 'path';

import type { INodeProperties } from 'n8n-workflow';

import { sendText } from '../../../nodes/Wago/resources/message/sendText';
import { sendOptions } from '../../../nodes/Wago/sending/sendFields';
import { properties } from '../../../nodes/WagoTrigger/properties';
import { SUBSCRIPTION_OPTIONS } from '../../../nodes/shared/whatsapp/subscriptionOptions';
import { projectRoot } from '../../../scripts/lib/paths';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

const optionsOf = ({ type, options = [] }: INodeProperties): INodeProperties[] =>
	type === 'collection' ? (options as INodeProperties[]) : [];

const labels = (fields: readonly INodeProperties[]): string[] =>
	fields.filter(({ displayName }) => displayName !== '').map(({ displayName }) => displayName);

describe('docs/trigger.md', () => {
	const page = read('docs/trigger.md');
	const shown = properties.filter(({ type }) => type !== 'notice');
	const names = [...labels(shown), ...labels(shown.flatMap(optionsOf))];

	it.each(names.map((name) => [name]))('explains %s', (name) => {
		expect(page).toMatch(new RegExp(`^\\| \\*${name}\\* \\|`, 'm'));
	});

	it.each(SUBSCRIPTION_OPTIONS.map(({ name }) => [name]))('names the event %s', (name) => {
		expect(page).toContain(`\n| *${name}* |`);
	});
});

describe('docs/resources.md', () => {
	const page = read('docs/resources.md');

	it.each(labels(sendOptions(sendText)).map((name) => [name]))('explains the option %s', (name) => {
		expect(page).toMatch(new RegExp(`^\\| ${name} \\|`, 'm'));
	});
});
