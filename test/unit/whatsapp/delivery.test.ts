import { readDelivery } from '../../../nodes/shared/whatsapp/delivery';

const TOKEN = 'secret';
const EVENT = { type: 'Message', event: { a: 1 } };
const JSON_TEXT = JSON.stringify(EVENT);

/** What a form parser makes: an object without a prototype. */
const form = (fields: object) => Object.assign(Object.create(null), fields) as object;

describe('reads', () => {
	test.each<[string, unknown]>([
		['a form', form({ token: TOKEN, jsonData: JSON_TEXT })],
		['a form with another casing', form({ Token: TOKEN, JSONDATA: JSON_TEXT })],
		['repeated fields', form({ token: [TOKEN, 'x'], jsonData: [JSON_TEXT, '{}'] })],
		['repeated fields, the first empty', form({ token: ['', TOKEN], jsonData: ['', JSON_TEXT] })],
		['a JSON body with fields', { token: TOKEN, jsonData: EVENT }],
		['a JSON body that is the event', { ...EVENT, token: TOKEN }],
		['a token inside', form({ jsonData: JSON.stringify({ ...EVENT, token: TOKEN }) })],
		[
			'a token under another name',
			form({ token: TOKEN, jsonData: JSON.stringify({ ...EVENT, key: TOKEN }) }),
		],
	])('%s', (_name, body) => {
		expect(readDelivery(body)).toEqual({ token: TOKEN, envelope: EVENT });
	});

	test('a raw JSON text without a token', () => {
		expect(readDelivery(JSON_TEXT)).toEqual({ token: undefined, envelope: EVENT });
		expect(readDelivery(form({ jsonData: JSON_TEXT }))).toEqual({ envelope: EVENT });
	});

	test('an event without a type, and a type without an event', () => {
		expect(readDelivery({ event: 'code' })).toEqual({ envelope: { event: 'code' } });
		expect(readDelivery({ type: 'QR' })).toEqual({ envelope: { type: 'QR' } });
	});

	test('base64 and text as they are, decoding nothing twice', () => {
		const event = { key: 'a+b/c==', text: '100%25 <b>&' };
		const { envelope } = readDelivery(form({ jsonData: JSON.stringify({ event }) }));
		expect(envelope).toEqual({ event });
	});

	test('extras beside the event', () => {
		const body = { ...EVENT, userID: '1', instanceName: 'shop', state: 'Read' };
		expect(readDelivery(body).envelope).toBe(body);
	});

	test('keys that look like prototypes as data', () => {
		const { envelope } = readDelivery(
			form({ token: TOKEN, jsonData: '{"type":"X","token":"t","__proto__":{"polluted":true}}' }),
		);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
		expect(Object.keys(envelope ?? {})).toEqual(['type', '__proto__']);
	});

	test('absurd nesting', () => {
		const depth = 100_000;
		const jsonData = `{"type":"X","event":${'['.repeat(depth)}${']'.repeat(depth)}}`;
		expect(readDelivery(form({ jsonData })).envelope).toHaveProperty('type', 'X');
	});
});

describe('the token inside the event', () => {
	const event = { Token: TOKEN, instance: { token: TOKEN, [TOKEN]: 1 }, list: ['a', [TOKEN]] };
	const masked = { Token: '***', instance: { token: '***', '***': 1 }, list: ['a', ['***']] };

	test.each<[string, object]>([
		['a form', form({ token: TOKEN, jsonData: JSON.stringify({ event }) })],
		['a JSON body', { token: TOKEN, event }],
	])('of %s is masked at any depth', (_name, body) => {
		expect(readDelivery(body).envelope).toEqual({ event: masked });
	});

	test('is found however it is written', () => {
		const jsonData = '{"event":{"a":["\\u003ctoken\\u003e"]}}';
		const { envelope } = readDelivery(form({ token: '<token>', jsonData }));
		expect(envelope).toEqual({ event: { a: ['***'] } });
	});

	test('is no reason to overflow', () => {
		const depth = 100_000;
		const jsonData = `{"type":"X","event":${'['.repeat(depth)}"${TOKEN}"${']'.repeat(depth)}}`;
		const { envelope } = readDelivery(form({ token: TOKEN, jsonData }));
		expect(JSON.stringify(envelope)).not.toContain(TOKEN);
	});
});

describe('says what is wrong with', () => {
	test.each<[unknown, string]>([
		[undefined, 'empty'],
		[null, 'empty'],
		['', 'empty'],
		[{}, 'empty'],
		[{ jsonData: '' }, 'empty'],
		[{ jsonData: [] }, 'empty'],
		[{ jsonData: ['', ''] }, 'empty'],
		[{ jsonData: null }, 'empty'],
		[{ foo: 'bar' }, 'empty'],
		[{ jsonData: '{"a":' }, 'notJson'],
		[{ jsonData: 'undefined' }, 'notJson'],
		['hello', 'notJson'],
		[{ jsonData: 'null' }, 'notAnObject'],
		[{ jsonData: '[1]' }, 'notAnObject'],
		[{ jsonData: '"{}"' }, 'notAnObject'],
		[{ jsonData: 7 }, 'notAnObject'],
		[[1], 'notAnObject'],
		[7, 'notAnObject'],
	])('%j: %s', (body, failure) => {
		expect(readDelivery(body)).toEqual({ failure });
	});

	test('a delivery, and still tells its token', () => {
		expect(readDelivery({ token: TOKEN })).toEqual({ token: TOKEN, failure: 'empty' });
		expect(readDelivery({ token: TOKEN, jsonData: '{' })).toEqual({
			token: TOKEN,
			failure: 'notJson',
		});
		expect(readDelivery({ token: TOKEN, jsonData: '1' })).toEqual({
			token: TOKEN,
			failure: 'notAnObject',
		});
	});

	test('a token that is no text', () => {
		expect(readDelivery({ token: { a: 1 }, jsonData: JSON_TEXT })).toEqual({ envelope: EVENT });
	});
});
