import { readEvent } from '../../../nodes/shared/whatsapp/event';
import { createMessageId } from '../../../nodes/shared/whatsapp/messageId';
import { ALICE, GROUP, itemOf, messageEnvelope, messageItem, MESSAGE_ID, sample } from './events';

const TOKEN = 'session-token';

const FILE = {
	URL: 'https://mmg.whatsapp.net/x.enc',
	directPath: '/x.enc',
	mediaKey: 'a2V5',
	mimetype: 'audio/ogg; codecs=opus',
	fileSHA256: 'c2hh',
	fileEncSHA256: 'ZW5j',
	fileLength: 9321,
};

const DOWNLOAD = {
	type: 'audio',
	url: FILE.URL,
	directPath: FILE.directPath,
	mediaKey: FILE.mediaKey,
	mimetype: FILE.mimetype,
	fileSHA256: FILE.fileSHA256,
	fileEncSHA256: FILE.fileEncSHA256,
	fileLength: FILE.fileLength,
};

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

describe('media', () => {
	test('can be downloaded', () => {
		const { media } = messageItem({ audioMessage: { ...FILE, PTT: true, seconds: 4 } });
		expect(media).toStrictEqual({
			mimeType: 'audio/ogg',
			fileSize: 9321,
			seconds: 4,
			download: DOWNLOAD,
		});
	});

	test('can be downloaded from the old spelling too', () => {
		const { URL, fileSHA256, fileEncSHA256, ...rest } = FILE;
		const old = { ...rest, url: URL, fileSha256: fileSHA256, fileEncSha256: fileEncSHA256 };
		expect(messageItem({ audioMessage: old }).media?.download).toStrictEqual(DOWNLOAD);
	});

	test.each([
		['imageMessage', 'image'],
		['videoMessage', 'video'],
		['ptvMessage', 'video'],
		['audioMessage', 'audio'],
		['documentMessage', 'document'],
		['stickerMessage', 'sticker'],
	])('%s goes to the endpoint for %s', (field, type) => {
		expect(messageItem({ [field]: FILE }).media?.download?.type).toBe(type);
	});

	test.each([
		['imageMessage', 'image/jpeg'],
		['videoMessage', 'video/mp4'],
		['audioMessage', 'audio/ogg'],
		['documentMessage', 'application/octet-stream'],
		['stickerMessage', 'image/webp'],
	])('%s without a usable type is %s', (field, mimeType) => {
		expect(messageItem({ [field]: { mimetype: 'nonsense' } }).media).toEqual({ mimeType });
		const { mimetype: _, ...untyped } = FILE;
		expect(messageItem({ [field]: untyped }).media?.download?.mimetype).toBe(mimeType);
	});

	test('needs a key and an address', () => {
		const { mediaKey: _key, ...locked } = FILE;
		expect(messageItem({ imageMessage: locked }).media).not.toHaveProperty('download');
		const { URL: _url, directPath: _path, ...lost } = FILE;
		expect(messageItem({ imageMessage: lost }).media).not.toHaveProperty('download');
		const { URL: _u, ...byPath } = FILE;
		expect(messageItem({ imageMessage: byPath }).media?.download?.url).toBe('');
		const { directPath: _d, fileLength: _l, ...byUrl } = FILE;
		expect(messageItem({ imageMessage: byUrl }).media?.download).toMatchObject({
			directPath: '',
			fileLength: 0,
		});
	});

	test('has a length even where it came as a text', () => {
		const { media } = messageItem({ imageMessage: { ...FILE, fileLength: '84211' } });
		expect(media?.fileSize).toBe(84211);
		expect(media?.download?.fileLength).toBe(84211);
	});

	test('of a document has a name without a path', () => {
		const fileName = '../../etc/passwd\u0000.pdf';
		expect(messageItem({ documentMessage: { fileName } }).media?.fileName).toBe('passwd.pdf');
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
		});
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

describe('flags', () => {
	const text = (contextInfo: unknown) => ({ extendedTextMessage: { text: 'x', contextInfo } });
	const associated = (associationType: number) => ({
		messageContextInfo: { messageAssociation: { associationType, parentMessageKey: { ID: 'P1' } } },
	});

	test.each<[string, unknown, Record<string, unknown>, unknown]>([
		['none', text({}), {}, undefined],
		['forwarded', text({ isForwarded: true }), {}, { forwarded: true }],
		['ephemeral by timer', text({ expiration: 86400 }), {}, { ephemeral: true }],
		['not ephemeral by a timer of 0', text({ expiration: 0 }), {}, undefined],
		['ephemeral', { conversation: 'x' }, { IsEphemeral: true }, { ephemeral: true }],
		[
			'ephemeral by its holder',
			{ ephemeralMessage: { message: { conversation: 'x' } } },
			{},
			{ ephemeral: true },
		],
		['view once', { imageMessage: { viewOnce: true } }, {}, { viewOnce: true }],
		...['IsViewOnce', 'IsViewOnceV2', 'IsViewOnceV2Extension'].map(
			(flag): [string, unknown, Record<string, unknown>, unknown] => [
				`view once by ${flag}`,
				{ imageMessage: {} },
				{ [flag]: true },
				{ viewOnce: true },
			],
		),
		[
			'view once by its holder',
			{ viewOnceMessageV2: { message: { imageMessage: {} } } },
			{},
			{ viewOnce: true },
		],
		['edited', { conversation: 'x' }, { IsEdit: true }, { edited: true }],
		['edited in a channel', { conversation: 'x' }, { Info: { Edit: '3' } }, { edited: true }],
		['edited by its sender', { conversation: 'x' }, { Info: { Edit: '1' } }, { edited: true }],
		['not edited by a pin', { conversation: 'x' }, { Info: { Edit: '2' } }, undefined],
		[
			'edited at a time',
			{ conversation: 'x' },
			{ NewsletterMeta: { EditTS: '2026-03-02T14:31:00.123456789Z' } },
			{ edited: true },
		],
		[
			'not edited at the zero time',
			{ conversation: 'x' },
			{ NewsletterMeta: { EditTS: '0001-01-01T00:00:00Z' } },
			undefined,
		],
		...[5, 10, 19].map((type): [string, unknown, Record<string, unknown>, unknown] => [
			`a better copy, association ${type}`,
			{ associatedChildMessage: { message: { imageMessage: {} } }, ...associated(type) },
			{},
			{ hd: true },
		]),
		['an album picture', { imageMessage: {}, ...associated(1) }, {}, undefined],
	])('%s', (_name, message, { Info, ...event }, flags) => {
		const info = Info as Record<string, unknown> | undefined;
		expect(messageItem(message, { info, event }).flags).toStrictEqual(flags);
	});

	test('an album picture names its album, a better copy does not', () => {
		expect(messageItem({ imageMessage: {}, ...associated(1) }).albumId).toBe('P1');
		expect(messageItem({ imageMessage: {}, ...associated(5) })).not.toHaveProperty('albumId');
	});

	test('an association inside a holder counts', () => {
		const inner = { imageMessage: {}, ...associated(10) };
		expect(messageItem({ associatedChildMessage: { message: inner } }).flags).toEqual({ hd: true });
	});
});

describe('edits', () => {
	test('carry the mentions of the new text and no media', () => {
		const editedMessage = {
			imageMessage: {
				...FILE,
				caption: '@new',
				contextInfo: { mentionedJID: ['100000000000002@lid'] },
			},
		};
		const item = messageItem({ protocolMessage: { type: 14, key: { ID: 'O1' }, editedMessage } });
		expect(item).toMatchObject({ kind: 'edit', targetId: 'O1', mentions: ['100000000000002@lid'] });
		expect(item).not.toHaveProperty('media');
	});

	test('of a channel post share its ID and not its key', () => {
		const post = sample('newsletter-message.json') as { event: Record<string, unknown> };
		const edit = {
			...post,
			event: { ...post.event, NewsletterMeta: { EditTS: '2026-03-02T15:00:00Z' } },
		};
		const [before] = readEvent(post).keys;
		const [after] = readEvent(edit).keys;
		expect(after.key).toBe(`${before.key}2026-03-02T15:00:00Z`);
	});

	describe('that the phone sent again', () => {
		const protocolMessage = {
			type: 14,
			key: { ID: 'ORIGINAL' },
			editedMessage: { conversation: 'better' },
			timestampMS: 1772461860000,
		};
		const recovered = (key: unknown) => ({
			info: { ID: 'ORIGINAL', Type: '' },
			event: {
				IsEdit: true,
				SourceWebMsg: { key },
				UnavailableRequestID: 'R1',
				RawMessage: { editedMessage: { message: { protocolMessage } } },
			},
		});

		test('are edits, under their own ID and key', () => {
			const again = messageItem({ conversation: 'better' }, recovered({ ID: 'EDIT' }));
			expect(again).toMatchObject({
				kind: 'edit',
				messageId: 'EDIT',
				targetId: 'ORIGINAL',
				text: 'better',
				flags: { edited: true },
			});
			const first = messageItem({ protocolMessage }, { info: { ID: 'EDIT' } });
			expect(again.dedupKey).toBe(first.dedupKey);
		});

		test('are told apart by their time where the ID is lost', () => {
			const again = messageItem({ conversation: 'better' }, recovered({ ID: 'ORIGINAL' }));
			expect(again).toMatchObject({ kind: 'edit', messageId: 'ORIGINAL', targetId: 'ORIGINAL' });
			expect(again.dedupKey).toBe(`msg|${ALICE}|${ALICE}|ORIGINAL|edit|1772461860000`);
			expect(messageItem({ conversation: 'better' }, recovered(null)).dedupKey).toBe(
				again.dedupKey,
			);
		});

		test('have no media', () => {
			const again = messageItem({ imageMessage: { ...FILE, caption: 'better' } }, recovered({}));
			expect(again).toMatchObject({ kind: 'edit', text: 'better' });
			expect(again).not.toHaveProperty('media');
		});

		test('a message that the phone sent again stays what it is', () => {
			const event = { SourceWebMsg: { key: { ID: MESSAGE_ID } }, UnavailableRequestID: 'R1' };
			const again = messageItem({ conversation: 'hi' }, { event });
			expect(again).toMatchObject({ kind: 'text', messageId: MESSAGE_ID });
			expect(again.dedupKey).toBe(messageItem({ conversation: 'hi' }).dedupKey);
		});
	});
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
