import { readEvent } from '../../../nodes/shared/whatsapp/event';
import { ALICE, itemOf, sample } from './events';

const TIME = '2026-03-02T14:30:00-03:00';
const TIMESTAMP = '2026-03-02T17:30:00.000Z';
const PHONE = '15550100001';

describe('receipts', () => {
	const receipt = (Type: string, extras: object = {}, event: object = {}) => ({
		type: 'ReadReceipt',
		event: { Chat: ALICE, Sender: ALICE, MessageIDs: ['A', 'B'], Timestamp: TIME, Type, ...event },
		...extras,
	});

	test('are exactly this item', () => {
		expect(itemOf(sample('receipt-delivered.json'))).toStrictEqual({
			event: 'receipt',
			type: 'ReadReceipt',
			timestamp: '2026-03-02T14:30:00.000Z',
			dedupKey: `rcpt|delivered|${ALICE}|${ALICE}|3EB0C0FFEE0000000001`,
			messageIds: ['3EB0C0FFEE0000000001'],
			receipt: 'delivered',
			chat: { id: ALICE, type: 'private', phone: PHONE },
			sender: { id: ALICE, phone: PHONE },
		});
	});

	test.each([
		['', 'delivered'],
		['read', 'read'],
		['read-self', 'readSelf'],
		['played', 'played'],
		['played-self', 'played'],
	])('of type "%s" are %s', (type, state) => {
		expect(itemOf(receipt(type))).toMatchObject({ receipt: state, timestamp: TIMESTAMP });
	});

	test.each([
		['Delivered', 'delivered'],
		['Read', 'read'],
		['ReadSelf', 'readSelf'],
	])('with WaGo’s state %s are %s', (state, expected) => {
		expect(itemOf(receipt('', { state }))).toMatchObject({ receipt: expected });
	});

	test('with a state that nobody knows go by their type', () => {
		expect(itemOf(receipt('read', { state: 'Seen' }))).toMatchObject({ receipt: 'read' });
		expect(readEvent(receipt('', { state: 'Retry' }))).toMatchObject({ noise: true });
	});

	test.each(['retry', 'sender', 'inactive', 'server-error', 'constructor'])(
		'of type %s are noise',
		(type) => {
			expect(readEvent(receipt(type))).toMatchObject({ noise: true, keys: [] });
		},
	);

	test.each([[[]], [null], [['', 7]]])('for %j are noise', (MessageIDs) => {
		expect(readEvent(receipt('read', {}, { MessageIDs }))).toMatchObject({ noise: true, keys: [] });
	});

	test('hold only the messages not seen before', () => {
		const envelope = receipt('read');
		const [first, second] = readEvent(envelope).keys;
		expect(itemOf(envelope, { keys: [second] })).toMatchObject({
			messageIds: ['B'],
			dedupKey: second.key,
		});
		expect(first.key).toBe(`rcpt|read|${ALICE}|${ALICE}|A`);
	});

	test('for several messages have one key of the item, whatever the order', () => {
		const one = itemOf(receipt('read'));
		const other = itemOf(receipt('read', {}, { MessageIDs: ['B', 'A', 'B'] }));
		expect(one.dedupKey).toMatch(/^rcpt\|[0-9a-f]{32}$/);
		expect(other.dedupKey).toBe(one.dedupKey);
		expect(other).toMatchObject({ messageIds: ['B', 'A'] });
		expect(itemOf(receipt('')).dedupKey).not.toBe(one.dedupKey);
	});
});
