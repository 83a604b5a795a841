import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { asBoolean, asNumber, asText, Parameters } from '../../../../nodes/Wago/engine/parameters';

const FIELDS: INodeProperties[] = [
	{ displayName: 'People', name: 'people', type: 'fixedCollection', default: {} },
	{ displayName: 'Text', name: 'text', type: 'string', default: '' },
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		default: {},
		options: [
			{
				displayName: 'Timeout',
				name: 'timeout',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 30_000,
			},
			{ displayName: 'Forward', name: 'forward', type: 'boolean', default: true },
		],
	},
];

const parametersWith = (values: IDataObject) =>
	new Parameters((name, fallback) => values[name] ?? fallback, FIELDS);

describe('a number', () => {
	it.each([
		[7, 7],
		[' 7.5 ', 7.5],
		[0, 0],
		['-1', -1],
	])('is read from %j', (value, number) => {
		expect(asNumber(value, 'Amount')).toBe(number);
	});

	it.each([null, undefined, '', ' ', [], [7], {}, true, false, '30s', NaN, Infinity])(
		'is not %j',
		(value) => {
			expect(() => asNumber(value, 'Amount')).toThrow("'Amount' is not a number");
		},
	);

	it('stays in its range', () => {
		expect(() => asNumber(0, 'Amount', { minValue: 1 })).toThrow("'Amount' is not at least 1: 0");
		expect(() => asNumber(3, 'Amount', { minValue: 1, maxValue: 2 })).toThrow('between 1 and 2');
	});
});

describe('an option that is a number', () => {
	it.each([{}, { timeout: '' }, { timeout: null }])('has its default in %j', (options) => {
		expect(parametersWith({ options }).numberOption('timeout')).toBe(30_000);
	});

	it.each([0, -1, '30s', NaN])('refuses %j by its name', (timeout) => {
		expect(() => parametersWith({ options: { timeout } }).numberOption('timeout')).toThrow(
			/^'Timeout' is not/,
		);
	});
});

describe('yes or no', () => {
	it.each([
		[true, true],
		['true', true],
		[false, false],
		['False', false],
		['', true],
		[undefined, true],
	])('is read from %j', (value, expected) => {
		expect(asBoolean(value, 'Forward', true)).toBe(expected);
	});

	it.each(['yes', 1, 0, [], {}])('is not %j', (value) => {
		expect(() => asBoolean(value, 'Forward', true)).toThrow("'Forward' is neither true nor false");
	});

	it('is off where the option is not set, whatever it is when it is added', () => {
		expect(parametersWith({}).booleanOption('forward')).toBe(false);
		expect(parametersWith({ options: { forward: 'false' } }).booleanOption('forward')).toBe(false);
	});
});

describe('a text', () => {
	it.each([[['a', 'b']], [{ a: 1 }]])('is not %j', (value) => {
		expect(() => parametersWith({ text: value }).text('text')).toThrow(
			/^'Text' is an? .*, not text/,
		);
	});

	it('may be a number or a date', () => {
		expect(asText(7, 'Text')).toBe('7');
		expect(asText(new Date(0), 'Text')).toContain('1970');
	});
});

describe('the addresses of a list', () => {
	const addresses = (people: unknown) =>
		parametersWith({ people: people as IDataObject }).addresses('people', 'phone');

	it.each([
		['a LID alone', [{ id: '99@lid', lid: '99@lid' }], ['99@lid']],
		['a phone before an ID', [{ id: '99@lid', phone: '15550100001' }], ['15550100001']],
		[
			'a row that holds such a list',
			{ values: [{ phone: [{ jid: '1@s.whatsapp.net' }] }] },
			['1@s.whatsapp.net'],
		],
		['text with commas', { values: [{ phone: '1, 2,' }] }, ['1', '2']],
		['lines with commas', { values: [{ phone: '1, 2\n3' }] }, ['1', '2', '3']],
	])('are read from %s', (_, people, expected) => {
		expect(addresses(people)).toEqual(expected);
	});

	it.each([[[{ phone: '1' }, { name: 'Ana' }]], [['1', null]], [['1', ' ']]])(
		'leave nobody out of %j',
		(people) => {
			expect(() => addresses(people)).toThrow("Entry 2 of 'People' has no phone number");
		},
	);
});
