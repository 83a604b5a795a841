import type { INodeProperties, IWebhookFunctions } from 'n8n-workflow';
import { ZodError } from 'zod/v3';

import { readConfiguration } from '../../../nodes/WagoTrigger/configuration';
import { properties } from '../../../nodes/WagoTrigger/properties';

function read(parameters: Record<string, unknown> = {}) {
	const getNodeParameter = (name: string) => parameters[name];
	return readConfiguration({ getNodeParameter } as unknown as IWebhookFunctions);
}

/** What the editor puts into a collection's member when a user adds it. */
function defaultsOf(members: INodeProperties[]): Record<string, unknown> {
	return Object.fromEntries(members.map(({ name, default: value }) => [name, value]));
}

function members(collection: string): INodeProperties[] {
	const { options } = properties.find(({ name }) => name === collection) as INodeProperties;
	return options as INodeProperties[];
}

it('has the defaults of the editor for what a saved workflow lacks', () => {
	const { filters, options, ...others } = read();
	expect(filters).toEqual(defaultsOf(members('filters')));
	expect(options).toEqual(defaultsOf(members('options')));
	const shown = properties.filter(({ type }) => type !== 'notice' && type !== 'collection');
	expect(others).toEqual(defaultsOf(shown));
});

it.each([
	[{ events: 'Message, Call' }, { events: ['Message', 'Call'] }],
	[{ kinds: 'media, text' }, { kinds: ['media', 'text'] }],
	[{ kinds: null }, { kinds: ['content'] }],
	[{ options: { deduplicationWindow: '0.5' } }, { options: { deduplicationWindow: 0.5 } }],
	[{ filters: { textContains: null } }, { filters: { textContains: '', senders: '' } }],
	[{ options: { webhookBaseUrl: null } }, { options: { webhookBaseUrl: '' } }],
	[{ filters: { senders: 491701234567 } }, { filters: { senders: '491701234567' } }],
])('understands what expressions give: %j', (parameters, expected) => {
	expect(read(parameters)).toMatchObject(expected);
});

it.each([
	{ ownMessages: 'some' },
	{ binaryPropertyName: '' },
	{ events: 7 },
	{ events: [] },
	{ events: ['message'] },
	{ kinds: [] },
	{ kinds: ['photo'] },
	{ options: { deduplicationWindow: 0 } },
	{ filters: { maxAge: -1 } },
])('refuses %j', (parameters) => {
	expect(() => read(parameters)).toThrow(ZodError);
});
