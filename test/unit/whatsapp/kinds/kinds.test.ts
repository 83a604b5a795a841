import { MESSAGE_KINDS } from '../../../../nodes/shared/whatsapp/item';
import { GROUP, messageEnvelope, messageItem } from '../events';
import { readEvent } from '../../../../nodes/shared/whatsapp/event';
import { contentRows } from './contentRows';
import { referenceRows } from './referenceRows';
import { interactiveRows } from './interactiveRows';
import { businessRows } from './businessRows';
import { offerRows } from './offerRows';
import { wordRows } from './wordRows';
import { KEY } from './row';
import type { Row } from './row';

const ROWS: Row[] = [
	...contentRows,
	...referenceRows,
	...interactiveRows,
	...offerRows,
	...businessRows,
	...wordRows,
];

/** What every message of Alice's has, whatever it holds. */
const COMMON = [
	'event',
	'type',
	'timestamp',
	'dedupKey',
	'messageId',
	'chat',
	'sender',
	'replyTo',
	'fromMe',
];

describe('kinds', () => {
	test.each(ROWS)('%s', (_name, message, expected) => {
		const item = messageItem(message);
		const own = Object.fromEntries(Object.entries(item).filter(([key]) => !COMMON.includes(key)));
		expect(own).toStrictEqual(expected);
		expect(Object.keys(item)).toEqual(expect.arrayContaining(COMMON));
	});

	test('every kind of the editor list is covered', () => {
		const covered = new Set([...ROWS.map(([, , { kind }]) => kind), 'other']);
		expect(MESSAGE_KINDS.filter((kind) => !covered.has(kind))).toEqual([]);
	});

	test.each([
		'requestPhoneNumberMessage',
		'sendPaymentMessage',
		'placeholderMessage',
		'future',
		// A holder that holds no message but something else.
		'pollCreationMessageV4',
	])('%s is passed through as it came', (field) => {
		const item = messageItem({ [field]: { any: 1 } });
		expect(item.kind).toBe('other');
		expect(item.raw).toEqual(messageEnvelope({ [field]: { any: 1 } }));
	});

	test.each<[string, unknown]>([
		['an empty message', {}],
		['a null message', null],
		['a text message', 'hello'],
		['context alone', { messageContextInfo: { deviceListMetadataVersion: 2 } }],
		['a sender key', { senderKeyDistributionMessage: { groupID: GROUP } }],
		['a fast ratchet key', { fastRatchetKeySenderKeyDistributionMessage: { groupID: GROUP } }],
		['an empty text', { conversation: '' }],
		['history', { protocolMessage: { type: 5 } }],
		['keys', { protocolMessage: { type: 6, appStateSyncKeyShare: { keys: [] } } }],
		['a chore without type and key', { protocolMessage: {} }],
		['a type that is no name of ours', { protocolMessage: { type: 'constructor', key: KEY } }],
		['a type that is an object', { protocolMessage: { type: {}, key: KEY } }],
	])('%s is noise without a key', (_name, message) => {
		const received = readEvent(messageEnvelope(message));
		expect(received.noise).toBe(true);
		expect(received.keys).toEqual([]);
	});

	test('peer traffic is noise without a key', () => {
		const info = { Category: 'peer' };
		const received = readEvent(messageEnvelope({ conversation: 'to my other device' }, { info }));
		expect(received.noise).toBe(true);
		expect(received.keys).toEqual([]);
	});

	test('companions never decide, wherever they stand', () => {
		const companions = {
			messageContextInfo: { messageSecret: 'x' },
			senderKeyDistributionMessage: { groupID: GROUP },
		};
		expect(messageItem({ ...companions, conversation: 'hi' }).kind).toBe('text');
		expect(messageItem({ conversation: 'hi', ...companions }).kind).toBe('text');
	});

	test('of several contents the order of the fields does not decide', () => {
		const image = { imageMessage: { mimetype: 'image/png' } };
		expect(messageItem({ ...image, conversation: 'hi' }).kind).toBe('image');
		expect(messageItem({ conversation: 'hi', ...image }).kind).toBe('image');
		expect(messageItem({ unknownField: {}, ...image }).kind).toBe('image');
	});
});
