import {
	callKeys,
	historyKeys,
	messageKeys,
	otherKeys,
	sessionTag,
} from '../../../nodes/shared/whatsapp/dedup';
import { readEvent } from '../../../nodes/shared/whatsapp/event';
import { ALICE, GROUP, messageEnvelope, MESSAGE_ID, sample } from './events';

const keysOf = (envelope: Record<string, unknown>) =>
	readEvent(envelope).keys.map(({ key }) => key);
const hi = { conversation: 'hi' };

test('the mark of a session stays what it was, since stores outside n8n hold keys with it', () => {
	expect(sessionTag('demo-token')).toBe('db657e');
});

describe('a message', () => {
	const original = () => keysOf(messageEnvelope(hi))[0];

	test.each<[string, ReturnType<typeof messageEnvelope>]>([
		['sent again with another text', messageEnvelope({ conversation: 'ho' })],
		[
			'from another device',
			messageEnvelope(hi, { info: { Sender: '15550100001:9@s.whatsapp.net' } }),
		],
		['at another time', messageEnvelope(hi, { info: { Timestamp: '2026-03-03T00:00:00Z' } })],
		['after a retry', messageEnvelope(hi, { event: { RetryCount: 2 } })],
		['under the other type', messageEnvelope(hi, { envelope: { type: 'Newsletter' } })],
	])('%s is the same', (_name, envelope) => {
		expect(keysOf(envelope)).toEqual([original()]);
	});

	test.each<[string, ReturnType<typeof messageEnvelope>]>([
		['in another chat', messageEnvelope(hi, { info: { Chat: GROUP } })],
		['of another sender', messageEnvelope(hi, { info: { Sender: '15550100002@s.whatsapp.net' } })],
		['with another ID', messageEnvelope(hi, { info: { ID: 'B' } })],
		['of another kind', messageEnvelope({ imageMessage: {} })],
	])('%s is another', (_name, envelope) => {
		expect(keysOf(envelope)).not.toContain(original());
		expect(keysOf(envelope)).toHaveLength(1);
	});

	test('unreadable, then readable, are two', () => {
		const [before] = keysOf(sample('undecryptable.json'));
		const [after] = keysOf(sample('undecryptable-then-message-retry.json'));
		expect(before).not.toBe(after);
	});

	test('unreadable without an ID has no key', () => {
		const event = { Info: { Chat: ALICE } };
		expect(keysOf({ type: 'UndecryptableMessage', event })).toEqual([]);
	});

	test('with an absurd ID has a key of bounded length that still tells it apart', () => {
		const source = readEvent(messageEnvelope(hi)).source;
		if (source === undefined) throw new Error('no source');
		const keyFor = (id: string) => messageKeys(source, id, 'text', '')[0].key;
		const [one, other] = [keyFor(`${'A'.repeat(1e6)}1`), keyFor(`${'A'.repeat(1e6)}2`)];
		expect(one.length).toBeLessThanOrEqual(300);
		expect(one).not.toBe(other);
		expect(keyFor(MESSAGE_ID)).toBe(original());
		expect(keyFor('A'.repeat(200))).toContain('A'.repeat(200));
	});
});

test('delivered and read, of each message and of each reader, are different', () => {
	const read = keysOf(sample('receipt-read-many.json'));
	expect(new Set(read).size).toBe(3);
	expect(keysOf(sample('receipt-delivered.json'))).not.toEqual(
		keysOf(sample('receipt-read-same-id.json')),
	);
	expect(
		readEvent(sample('receipt-read-many.json')).keys.map(({ messageId }) => messageId),
	).toEqual(['3EB0C0FFEE0000000003', '3EB0C0FFEE0000000002', '3EB0C0FFEE0000000001']);
});

describe('calls', () => {
	test('have one key a step', () => {
		expect(callKeys({ CallID: 'C' }, 'offer', {})).toEqual([{ key: 'call|C|offer|' }]);
		expect(callKeys({ CallID: 'C' }, 'accept', {})).toEqual([{ key: 'call|C|accept|' }]);
	});

	test('have many relay latencies', () => {
		const keyOf = (latency: number) =>
			callKeys({ CallID: 'C', Data: { latency } }, 'relayLatency', {})[0].key;
		expect(keyOf(1)).toBe(keyOf(1));
		expect(keyOf(1)).not.toBe(keyOf(2));
	});

	test('without an ID or a state have a short memory', () => {
		expect(callKeys({}, 'offer', {})[0].ttlSeconds).toBe(60);
		expect(callKeys({ CallID: 'C' }, undefined, {})[0].ttlSeconds).toBe(60);
	});
});

describe('history', () => {
	const message = (ID: string) => ({ message: { key: { ID } } });
	const conversation = { ID: ALICE, messages: [message('1'), message('2'), message('3')] };
	const chunk = { syncType: 3, chunkOrder: 1, conversations: [conversation] };
	const keyOf = (data: object) => historyKeys(data)[0].key;

	test('without anything in it has no key, or all that come later would be duplicates', () => {
		expect(historyKeys(undefined)).toEqual([]);
	});

	test('is the same by what it holds', () => {
		expect(keyOf({ ...chunk, progress: 50 })).toBe(keyOf(chunk));
		expect(keyOf(JSON.parse(JSON.stringify(chunk)))).toBe(keyOf(chunk));
	});

	test.each<[string, object]>([
		['another type', { syncType: 2 }],
		['another chunk', { chunkOrder: 2 }],
		['another conversation', { conversations: [{ ...conversation, ID: GROUP }] }],
		[
			'another last message',
			{ conversations: [{ ...conversation, messages: [message('1'), message('4')] }] },
		],
		[
			'another first message',
			{ conversations: [{ ...conversation, messages: [message('0'), message('3')] }] },
		],
		['names', { pushnames: [{ ID: ALICE, pushname: 'A' }] }],
		['status posts', { statusV3Messages: [message('1')] }],
	])('is another with %s', (_name, change) => {
		expect(keyOf({ ...chunk, ...change })).not.toBe(keyOf(chunk));
	});
});

describe('other events', () => {
	const keys = (type: string | undefined, event: Record<string, unknown>, extras: object = {}) =>
		otherKeys(type, event, { type, event, ...extras });
	const LASTING = { key: expect.any(String) };
	const SHORT = { key: expect.any(String), ttlSeconds: 60 };

	test.each([
		'Connected',
		'Disconnected',
		'KeepAliveRestored',
		'KeepAliveTimeout',
		'ClientOutdated',
		'ConnectFailure',
		'TemporaryBan',
		'QRTimeout',
	])('%s repeats in real life and is never a duplicate', (type) => {
		expect(keys(type, {})).toEqual([]);
	});

	test.each<[string, Record<string, unknown>, object, unknown]>([
		['QR', {}, { qrCodeBase64: 'data:' }, LASTING],
		[
			'PairSuccess',
			{ ID: '1:7@s.whatsapp.net' },
			{},
			{ key: 'pair|1@s.whatsapp.net', ttlSeconds: 60 },
		],
		['QR', {}, {}, SHORT],
		['MediaRetry', {}, {}, SHORT],
		['Picture', { JID: ALICE, PictureID: '' }, {}, SHORT],
		['MediaRetry', { MessageID: 'A', Timestamp: 'T' }, {}, { key: 'retry|A|T' }],
		[
			'Picture',
			{ JID: ALICE, PictureID: 'P', Timestamp: 'T' },
			{},
			{ key: `picture|${ALICE}|P|T` },
		],
		['NewsletterJoin', { id: 'N' }, {}, { key: 'newsletterjoin|N', ttlSeconds: 60 }],
		['NewsletterLeave', { id: 'N' }, {}, { key: 'newsletterleave|N', ttlSeconds: 60 }],
		[
			'NewsletterMuteChange',
			{ id: 'N', mute: 'on' },
			{},
			{ key: 'newslettermute|N|on', ttlSeconds: 60 },
		],
		['GroupInfo', { JID: GROUP }, {}, LASTING],
		['JoinedGroup', { JID: GROUP }, {}, LASTING],
		['UserAbout', { JID: ALICE, Timestamp: '2026-03-02T14:30:00Z' }, {}, LASTING],
		['NewsletterLiveUpdate', { Time: '2026-03-02T14:30:00Z' }, {}, LASTING],
		['UserAbout', { JID: ALICE, Timestamp: '0001-01-01T00:00:00Z' }, {}, SHORT],
		['PrivacySettings', {}, {}, SHORT],
		['constructor', {}, {}, SHORT],
		['x'.repeat(100), {}, {}, SHORT],
	])('%s', (type, event, extras, expected) => {
		expect(keys(type, event, extras)).toEqual([expected]);
	});

	test('without a type have a short memory', () => {
		expect(keys(undefined, { a: 1 })).toEqual([SHORT]);
	});

	test('differ by their content', () => {
		expect(keys('GroupInfo', { JID: GROUP, Join: [ALICE] })).not.toEqual(
			keys('GroupInfo', { JID: GROUP, Leave: [ALICE] }),
		);
		expect(keys('JoinedGroup', { JID: GROUP, Name: 'a' })).not.toEqual(
			keys('JoinedGroup', { JID: GROUP, Name: 'b' }),
		);
		expect(keys('QR', {}, { qrCodeBase64: 'a' })).not.toEqual(
			keys('QR', {}, { qrCodeBase64: 'b' }),
		);
		expect(keys('QR', {}, { code: 'a' })).not.toEqual(keys('QR', {}, { code: 'b' }));
		expect(keys('Picture', { JID: ALICE })).not.toEqual(keys('Picture', { JID: GROUP }));
		expect(keys('Blocklist', { a: 1 })).not.toEqual(keys('Blocklist', { a: 2 }));
	});
});
