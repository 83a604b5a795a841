import { buildItem, readEvent } from '../../../nodes/shared/whatsapp/event';
import type { MessageItem } from '../../../nodes/shared/whatsapp/item';
import { messageEnvelope } from './events';

const PHONE = '15550100001@s.whatsapp.net';
const LID = '100000000000001@lid';
const GROUP = '120363000000000001@g.us';
const hi = { conversation: 'hi' };

const itemOf = (message: object, info: object = {}) =>
	buildItem(readEvent(messageEnvelope(message as never, { info: info as never }))) as MessageItem;

const receiptOf = (info: object) =>
	buildItem(
		readEvent({
			type: 'ReadReceipt',
			state: 'Read',
			event: { IsFromMe: false, MessageIDs: ['A'], Type: 'read', ...info },
		}),
	);

describe('a message by hidden number and again by phone', () => {
	test.each([
		[
			'in a private chat',
			{ Chat: LID, Sender: LID, SenderAlt: PHONE },
			{ Chat: PHONE, Sender: PHONE, SenderAlt: LID },
		],
		[
			'in a group',
			{ Chat: GROUP, Sender: LID, SenderAlt: PHONE },
			{ Chat: GROUP, Sender: PHONE, SenderAlt: LID },
		],
		[
			'of the account itself',
			{
				Chat: LID,
				Sender: '9@lid',
				SenderAlt: '8@s.whatsapp.net',
				RecipientAlt: PHONE,
				IsFromMe: true,
			},
			{
				Chat: PHONE,
				Sender: '8@s.whatsapp.net',
				SenderAlt: '9@lid',
				RecipientAlt: LID,
				IsFromMe: true,
			},
		],
		[
			'from a hosted device',
			{ Chat: GROUP, Sender: '100000000000001:99@hosted.lid', SenderAlt: '15550100001:99@hosted' },
			{ Chat: GROUP, Sender: PHONE, SenderAlt: LID },
		],
	])('%s has one key', (_name, first, second) => {
		const { dedupKey } = itemOf(hi, first);
		expect(dedupKey).toBe(itemOf(hi, second).dedupKey);
		expect(dedupKey).toContain('@s.whatsapp.net');
	});

	test('and its receipt has one key', () => {
		const { dedupKey } = receiptOf({ Chat: LID, Sender: LID, SenderAlt: PHONE });
		expect(dedupKey).toContain(PHONE);
		expect(dedupKey).toBe(receiptOf({ Chat: PHONE, Sender: PHONE, SenderAlt: LID }).dedupKey);
	});
});

test('hosted devices are the person', () => {
	const info = {
		Chat: GROUP,
		Sender: '100000000000001:99@hosted.lid',
		SenderAlt: '15550100001:99@hosted',
	};
	expect(itemOf(hi, info).sender).toMatchObject({ id: LID, lid: LID, phone: '15550100001' });
});

test('a bot in a private chat does not lend the chat its number', () => {
	const chat = '100000000000002@lid';
	const item = itemOf(hi, { Chat: chat, Sender: '13135550002@s.whatsapp.net', SenderAlt: '' });
	expect(item).toMatchObject({
		chat: { id: chat },
		replyTo: chat,
		sender: { phone: '13135550002' },
	});
	expect(item.chat).not.toHaveProperty('phone');
});

test.each([
	[{ groupStatusMessageV2: { message: hi } }],
	[{ groupStatusMessage: { message: hi } }],
	[{ extendedTextMessage: { text: 'hi', contextInfo: { isGroupStatus: true } } }],
])('a status posted into a group is a status: %j', (message) => {
	expect(itemOf(message, { Chat: GROUP }).chat).toMatchObject({ id: GROUP, type: 'status' });
});

test('@all mentions everybody', () => {
	const text = (contextInfo: object) => ({ extendedTextMessage: { text: '@all', contextInfo } });
	expect(itemOf(text({ nonJIDMentions: 1 }))).toHaveProperty('mentionsAll', true);
	expect(itemOf(text({ nonJIDMentions: 0 }))).not.toHaveProperty('mentionsAll');
});

test.each([
	'groupRootKeyShare',
	'rootSecretDistributeMessage',
	'messageHistoryNotice',
	'messageHistoryBundle',
	'stickerSyncRmrMessage',
])('%s alone is noise and shows no key; beside a text it changes nothing', (name) => {
	const key = { [name]: { mediaKey: 'c2VjcmV0' } };
	const received = readEvent(messageEnvelope(key as never));
	expect(received).toMatchObject({ noise: true, keys: [] });
	expect(JSON.stringify(buildItem(received, { includeRaw: true }))).not.toContain('c2VjcmV0');
	expect(itemOf({ ...hi, ...key })).toMatchObject({ kind: 'text', text: 'hi' });
});

test.each([11, 'SHARE_PHONE_NUMBER'])('a shared phone number is an item (type %j)', (type) => {
	const received = readEvent(
		messageEnvelope({ protocolMessage: { type } } as never, {
			info: { Chat: LID, Sender: LID, SenderAlt: PHONE } as never,
		}),
	);
	expect(received.noise).toBeFalsy();
	expect(buildItem(received)).toMatchObject({ sender: { phone: '15550100001' } });
});
