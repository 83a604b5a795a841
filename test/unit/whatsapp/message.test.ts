import { readEvent } from '../../../nodes/shared/whatsapp/event';
import { createMessageId } from '../../../nodes/shared/whatsapp/messageId';
import { ALICE, GROUP, itemOf, messageEnvelope, messageItem, MESSAGE_ID, sample } from './events';

const TOKEN = 'session-token';

describe('a text', () => {
	test('is exactly this item', () => {
		expect(itemOf(sample('text-dm.json'))).toStrictEqual({
			event: 'message',
			type: 'Message',
			timestamp: '2026-03-02T14:30:00.000Z',
			dedupKey: `msg|${ALICE}|${ALICE}|${MESSAGE_ID}|text|`,
			messageId: MESSAGE_ID,
			kind: 'text',
			text: 'Hello <b>World</b> & co ☕',
			chat: { id: ALICE, type: 'private', phone: '15550100001' },
			sender: {
				id: ALICE,
				phone: '15550100001',
				lid: '100000000000001@lid',
				name: 'Alice Example',
			},
			replyTo: ALICE,
			fromMe: false,
		});
	});

	test('carries the event itself when asked for', () => {
		const envelope = messageEnvelope({ conversation: 'hi' });
		expect(itemOf(envelope, { includeRaw: true }).raw).toEqual(envelope);
		expect(itemOf(envelope)).not.toHaveProperty('raw');
	});

	test('of a channel has its number there', () => {
		expect(itemOf(sample('newsletter-message.json'))).toMatchObject({ serverId: 137 });
	});

	test('without an ID is read, but claims no key', () => {
		const received = readEvent(messageEnvelope({ conversation: 'hi' }, { info: { ID: '' } }));
		expect(received.keys).toEqual([]);
		expect(received.message).toMatchObject({ messageId: '', kind: 'text', text: 'hi' });
	});
});

describe('a reply', () => {
	const reply = (contextInfo: Record<string, unknown>) =>
		messageItem({ extendedTextMessage: { text: 'yes', contextInfo } }).quoted;

	test('quotes a message', () => {
		const contextInfo = {
			stanzaID: 'Q1',
			participant: '15550100099:3@s.whatsapp.net',
			quotedMessage: { ephemeralMessage: { message: { imageMessage: { caption: 'the plan' } } } },
		};
		expect(reply(contextInfo)).toStrictEqual({
			messageId: 'Q1',
			senderId: '15550100099@s.whatsapp.net',
			kind: 'image',
			text: 'the plan',
			media: { mimeType: 'image/jpeg' },
		});
	});

	test.each<[string, string, string]>([
		['videoMessage', 'video', 'video/mp4'],
		['audioMessage', 'audio', 'audio/ogg'],
		['stickerMessage', 'sticker', 'image/webp'],
	])('tells how the file of a quoted %s is downloaded', (field, type, mimetype) => {
		const file = { mediaKey: 'a2V5', directPath: '/x.enc', fileLength: 7 };
		const quoted = reply({ stanzaID: 'Q1', quotedMessage: { [field]: { ...file, mimetype } } });
		expect(quoted?.media?.download).toMatchObject({ ...file, type, mimetype });
	});

	test('tells how the picture of a quoted business message is downloaded', () => {
		const picture = { mediaKey: 'a2V5', URL: 'https://mmg.whatsapp.net/x.enc' };
		const quotedMessage = { buttonsMessage: { Header: { ImageMessage: picture } } };
		const quoted = reply({ stanzaID: 'Q1', quotedMessage });
		expect(quoted).toMatchObject({ kind: 'buttons', media: { download: { url: picture.URL } } });
	});

	test('quotes in the old casing', () => {
		expect(reply({ stanzaId: 'Q1' })).toStrictEqual({ messageId: 'Q1' });
	});

	test('names another chat, such as a status, but not its own', () => {
		expect(reply({ stanzaID: 'Q1', remoteJID: 'status@broadcast' })).toStrictEqual({
			messageId: 'Q1',
			chatId: 'status@broadcast',
		});
		expect(reply({ stanzaID: 'Q1', remoteJID: ALICE })).toStrictEqual({ messageId: 'Q1' });
	});

	test('is of no kind where nothing is repeated', () => {
		expect(reply({ stanzaID: 'Q1', quotedMessage: {} })).toStrictEqual({ messageId: 'Q1' });
	});

	test('needs an ID', () => {
		expect(reply({ quotedMessage: { conversation: 'x' } })).toBeUndefined();
	});
});

test('mentions are people and groups, each once', () => {
	const contextInfo = {
		mentionedJID: ['100000000000002@lid', '100000000000002:4@lid', '', 7],
		groupMentions: [{ groupJID: GROUP, groupSubject: 'Crew' }, {}],
	};
	const mentionsOf = (info: unknown) =>
		messageItem({ extendedTextMessage: { text: '@', contextInfo: info } }).mentions;
	expect(mentionsOf(contextInfo)).toEqual(['100000000000002@lid', GROUP]);
	expect(mentionsOf({ mentionedJid: [''] })).toBeUndefined();
	expect(mentionsOf({})).toBeUndefined();
});

test('an ad has a source; a mere preview is none', () => {
	const adOf = (externalAdReply: unknown) =>
		messageItem({ extendedTextMessage: { text: 'hi', contextInfo: { externalAdReply } } }).ad;
	expect(itemOf(sample('text-from-ad-ctwa.json'))).toMatchObject({
		ad: {
			title: 'Spring sale',
			body: '20% off',
			sourceType: 'ad',
			sourceId: '120000000000000000',
			sourceUrl: 'https://fb.me/xxxx',
			ctwaClid: 'FAKE_CLID',
		},
	});
	expect(adOf({ title: 'A page', sourceURL: 'https://example.com' })).toBeUndefined();
	expect(adOf({ ctwaClid: 'C' })).toStrictEqual({ ctwaClid: 'C' });
});

describe('votes', () => {
	const vote = sample('poll-vote-wago-decryptvote.json');
	const hash = vote.decryptVote as string;
	const pollOptions = (messageId: string) =>
		messageId === '3A00000000000000D011' ? ['Sushi', 'Pizza'] : undefined;

	test('are named where the poll is known', () => {
		expect(itemOf(vote, { pollOptions })).toMatchObject({
			kind: 'pollVote',
			targetId: '3A00000000000000D011',
			pollVote: { hashes: [hash], options: ['Pizza'] },
		});
	});

	test('stay hashes where it is not', () => {
		const item = itemOf(vote, { pollOptions: () => undefined });
		expect(item).toHaveProperty('pollVote', { hashes: [hash] });
	});

	test('show the options of a poll to remember', () => {
		expect(readEvent(sample('poll-creation-v3.json')).message?.pollOptions).toEqual([
			'Pizza',
			'Sushi',
		]);
		expect(readEvent(vote).message?.pollOptions).toBeUndefined();
	});
});

test('order details come along as WaGo gives them', () => {
	const envelope = sample('order-wago-orderdetails.json');
	expect(itemOf(envelope)).toMatchObject({
		order: { total: 24.5, details: envelope.orderDetails },
	});
});

describe('own messages', () => {
	const own = (ID: string) =>
		readEvent(messageEnvelope({ conversation: 'x' }, { info: { ID, IsFromMe: true } }), TOKEN);

	test('are of a workflow by their ID', () => {
		expect(own(createMessageId(TOKEN, ['a'])).message?.sentBy).toBe('workflow');
	});

	test('are of a person otherwise, also with another session’s ID', () => {
		expect(own(MESSAGE_ID).message?.sentBy).toBe('person');
		expect(own(createMessageId('other', ['a'])).message?.sentBy).toBe('person');
	});

	test('of others have no author of that sort', () => {
		const id = createMessageId(TOKEN, ['a']);
		const received = readEvent(messageEnvelope({ conversation: 'x' }, { info: { ID: id } }), TOKEN);
		expect(received.message?.sentBy).toBeUndefined();
	});

	test('without a token nobody knows', () => {
		expect(itemOf(sample('text-from-me-other-device.json'))).toMatchObject({ sentBy: 'person' });
	});
});

describe('holders', () => {
	const nest = (levels: number): unknown =>
		levels === 0
			? { conversation: 'inside' }
			: { groupMentionedMessage: { message: nest(levels - 1) } };

	test.each([1, 3, 8])('%d deep are taken off', (levels) => {
		expect(messageItem(nest(levels))).toMatchObject({ kind: 'text', text: 'inside' });
	});

	test.each([9, 1000])('%d deep are too many', (levels) => {
		expect(messageItem(nest(levels)).kind).toBe('other');
	});

	test('around nothing are noise', () => {
		expect(readEvent(messageEnvelope({ spoilerMessage: {} })).noise).toBe(true);
		expect(readEvent(messageEnvelope({ spoilerMessage: { message: null } })).noise).toBe(true);
	});
});
