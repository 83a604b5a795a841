import { addressOf, readParty, readSource } from '../../../nodes/shared/whatsapp/source';
import { ALICE, ALICE_LID, GROUP } from './events';

const ME = '15550100099@s.whatsapp.net';
const PHONE = '15550100001';

describe('a direct chat', () => {
	test('with a phone address', () => {
		const info = { Chat: ALICE, Sender: `${PHONE}:12@s.whatsapp.net`, SenderAlt: ALICE_LID };
		expect(readSource({ ...info, PushName: 'Alice' })).toStrictEqual({
			chat: { id: ALICE, type: 'private', phone: PHONE },
			sender: { id: ALICE, phone: PHONE, lid: ALICE_LID, name: 'Alice' },
			replyTo: ALICE,
			fromMe: false,
		});
	});

	test('with a hidden number and a known phone is answered by phone', () => {
		expect(readSource({ Chat: ALICE_LID, Sender: ALICE_LID, SenderAlt: ALICE })).toStrictEqual({
			chat: { id: ALICE_LID, type: 'private', phone: PHONE },
			sender: { id: ALICE_LID, phone: PHONE, lid: ALICE_LID },
			replyTo: ALICE,
			fromMe: false,
		});
	});

	test('with a hidden number alone never makes a phone of it', () => {
		expect(readSource({ Chat: ALICE_LID, Sender: ALICE_LID, SenderAlt: '' })).toStrictEqual({
			chat: { id: ALICE_LID, type: 'private' },
			sender: { id: ALICE_LID, lid: ALICE_LID },
			replyTo: ALICE_LID,
			fromMe: false,
		});
	});

	test('from my other device is about the partner', () => {
		const info = { Chat: ALICE_LID, Sender: ME, SenderAlt: '', RecipientAlt: ALICE };
		expect(readSource({ ...info, IsFromMe: true })).toStrictEqual({
			chat: { id: ALICE_LID, type: 'private', phone: PHONE },
			sender: { id: ME, phone: '15550100099' },
			replyTo: ALICE,
			fromMe: true,
		});
	});

	test('from me to a hidden number does not borrow my phone', () => {
		const { chat, replyTo } = readSource({ Chat: ALICE_LID, Sender: ME, IsFromMe: true });
		expect(chat).toStrictEqual({ id: ALICE_LID, type: 'private' });
		expect(replyTo).toBe(ALICE_LID);
	});

	test('in the address form of 2023', () => {
		const source = readSource({ Chat: `${PHONE}@c.us`, Sender: `${PHONE}.0:0@s.whatsapp.net` });
		expect(source.chat.id).toBe(ALICE);
		expect(source.sender).toStrictEqual({ id: ALICE, phone: PHONE });
	});

	test('without a sender is from the chat', () => {
		expect(readSource({ Chat: ALICE }).sender).toStrictEqual({ id: ALICE });
	});
});

describe('other chats', () => {
	test.each<[string, string, string, boolean, string]>([
		['a group', GROUP, 'group', false, GROUP],
		[
			'a group of old',
			'15550100001-1500000000@g.us',
			'group',
			false,
			'15550100001-1500000000@g.us',
		],
		[
			'a channel',
			'120363000000000009@newsletter',
			'channel',
			false,
			'120363000000000009@newsletter',
		],
		['a status', 'status@broadcast', 'status', false, ALICE],
		['my status', 'status@broadcast', 'status', true, 'status@broadcast'],
		['a broadcast list', '123@broadcast', 'broadcast', false, ALICE],
		['my broadcast list', '123@broadcast', 'broadcast', true, '123@broadcast'],
	])('%s', (_name, Chat, type, IsFromMe, replyTo) => {
		const info = { Chat, Sender: ALICE_LID, SenderAlt: ALICE, IsFromMe, IsGroup: true };
		const source = readSource(info);
		expect(source.chat).toStrictEqual({ id: Chat, type });
		expect(source.replyTo).toBe(replyTo);
		expect(source.sender).toStrictEqual({ id: ALICE_LID, phone: PHONE, lid: ALICE_LID });
	});

	test('a status by a hidden number is answered there', () => {
		expect(readSource({ Chat: 'status@broadcast', Sender: ALICE_LID }).replyTo).toBe(ALICE_LID);
	});
});

describe('names', () => {
	const nameOf = (info: object) => readSource({ Chat: ALICE, Sender: ALICE, ...info }).sender.name;
	const VerifiedName = { Details: { verifiedName: 'Bakery Ltd' } };

	test('people name themselves, businesses are verified', () => {
		expect(nameOf({ PushName: 'Bakery', VerifiedName })).toBe('Bakery');
		expect(nameOf({ PushName: '', VerifiedName })).toBe('Bakery Ltd');
		expect(nameOf({ PushName: '', VerifiedName: null })).toBeUndefined();
	});
});

test('nothing at all is read without a throw', () => {
	for (const info of [undefined, null, 'text', 7, [], {}]) {
		expect(readSource(info)).toStrictEqual({
			chat: { id: '', type: 'private' },
			sender: { id: '' },
			replyTo: '',
			fromMe: false,
		});
	}
});

test('a party has the numbers of all its addresses', () => {
	expect(readParty([ALICE_LID, undefined, ALICE], 'Alice')).toStrictEqual({
		id: ALICE_LID,
		phone: PHONE,
		lid: ALICE_LID,
		name: 'Alice',
	});
	expect(addressOf({ id: ALICE_LID, phone: PHONE })).toBe(ALICE);
	expect(addressOf({ id: ALICE_LID })).toBe(ALICE_LID);
});
