import { MESSAGE_KINDS } from '../../../nodes/shared/whatsapp/item';
import type { MessageItem } from '../../../nodes/shared/whatsapp/item';
import { GROUP, messageEnvelope, messageItem } from './events';
import { readEvent } from '../../../nodes/shared/whatsapp/event';

const KEY = { remoteJID: GROUP, fromMe: false, ID: '3A00000000000000BEEF' };
const TARGET = KEY.ID;
const HALF_PAST_TWO = 1772461800;

/** What a message of one field becomes, beside the fields that all messages have. */
type Row = [name: string, message: Record<string, unknown>, expected: Partial<MessageItem>];

const ROWS: Row[] = [
	['conversation', { conversation: 'hi' }, { kind: 'text', text: 'hi' }],
	['extended text', { extendedTextMessage: { text: 'hi' } }, { kind: 'text', text: 'hi' }],
	[
		'text with a link preview',
		{
			extendedTextMessage: {
				text: 'see https://example.com',
				matchedText: 'https://example.com',
				title: 'Example',
				description: 'A page',
			},
		},
		{
			kind: 'text',
			text: 'see https://example.com',
			link: { url: 'https://example.com', title: 'Example', description: 'A page' },
		},
	],
	[
		'image',
		{
			imageMessage: { caption: 'look', mimetype: 'image/png', fileLength: 7, width: 3, height: 4 },
		},
		{
			kind: 'image',
			text: 'look',
			media: { mimeType: 'image/png', fileSize: 7, width: 3, height: 4 },
		},
	],
	[
		'video',
		{ videoMessage: { caption: 'look', mimetype: 'video/mp4', seconds: 9 } },
		{ kind: 'video', text: 'look', media: { mimeType: 'video/mp4', seconds: 9 } },
	],
	[
		'gif',
		{ videoMessage: { mimetype: 'video/mp4', gifPlayback: true } },
		{ kind: 'gif', media: { mimeType: 'video/mp4' } },
	],
	[
		'video note',
		{ ptvMessage: { mimetype: 'video/mp4', caption: 'never shown', seconds: 5 } },
		{ kind: 'videoNote', media: { mimeType: 'video/mp4', seconds: 5 } },
	],
	[
		'voice note',
		{ audioMessage: { mimetype: 'audio/ogg; codecs=opus', PTT: true, seconds: 4 } },
		{ kind: 'voice', media: { mimeType: 'audio/ogg', seconds: 4 } },
	],
	[
		'voice note, old casing',
		{ audioMessage: { mimetype: 'audio/ogg; codecs=opus', ptt: true } },
		{ kind: 'voice', media: { mimeType: 'audio/ogg' } },
	],
	[
		'audio',
		{ audioMessage: { mimetype: 'audio/mpeg' } },
		{ kind: 'audio', media: { mimeType: 'audio/mpeg' } },
	],
	[
		'document',
		{
			documentMessage: {
				caption: 'the bill',
				mimetype: 'application/pdf',
				fileName: 'bill.pdf',
				title: 'Bill',
				fileLength: 55,
				pageCount: 2,
			},
		},
		{
			kind: 'document',
			text: 'the bill',
			media: { mimeType: 'application/pdf', fileName: 'bill.pdf', fileSize: 55, pages: 2 },
		},
	],
	[
		'document without a file name',
		{ documentMessage: { mimetype: 'application/pdf', title: 'Bill.pdf' } },
		{ kind: 'document', media: { mimeType: 'application/pdf', fileName: 'Bill.pdf' } },
	],
	[
		'sticker',
		{ stickerMessage: { mimetype: 'image/webp', emojis: '🎉', isAnimated: true } },
		{ kind: 'sticker', text: '🎉', media: { mimeType: 'image/webp', animated: true } },
	],
	[
		'lottie sticker',
		{ lottieStickerMessage: { message: { stickerMessage: { mimetype: 'application/was' } } } },
		{ kind: 'sticker', media: { mimeType: 'application/was' } },
	],
	[
		'sticker pack with a caption',
		{ stickerPackMessage: { caption: 'for you', name: 'Cats' } },
		{ kind: 'stickerPack', text: 'for you' },
	],
	['sticker pack', { stickerPackMessage: { name: 'Cats' } }, { kind: 'stickerPack', text: 'Cats' }],
	[
		'location',
		{
			locationMessage: {
				degreesLatitude: 48.5,
				degreesLongitude: 0,
				name: 'Tower',
				address: 'Field 1',
				comment: 'here',
				URL: 'https://example.com/p',
			},
		},
		{
			kind: 'location',
			text: 'Tower\nField 1\nhere',
			location: {
				latitude: 48.5,
				longitude: 0,
				name: 'Tower',
				address: 'Field 1',
				url: 'https://example.com/p',
			},
		},
	],
	[
		'location that is live',
		{ locationMessage: { degreesLatitude: 1, degreesLongitude: 2, isLive: true } },
		{ kind: 'location', location: { latitude: 1, longitude: 2, live: true } },
	],
	[
		'live location',
		{ liveLocationMessage: { degreesLatitude: 1, degreesLongitude: -2, caption: 'follow me' } },
		{
			kind: 'liveLocation',
			text: 'follow me',
			location: { latitude: 1, longitude: -2, live: true },
		},
	],
	[
		'contact',
		{ contactMessage: { displayName: 'Bob', vcard: 'BEGIN:VCARD\nTEL;waid=15550100002:+1\nEND' } },
		{
			kind: 'contact',
			text: 'Bob',
			contacts: [
				{
					name: 'Bob',
					phones: ['15550100002'],
					vcard: 'BEGIN:VCARD\nTEL;waid=15550100002:+1\nEND',
				},
			],
		},
	],
	[
		'contacts',
		{
			contactsArrayMessage: {
				displayName: '2 contacts',
				contacts: [{ displayName: 'Bob', vcard: '' }, { vcard: 'FN:Carol' }],
			},
		},
		{
			kind: 'contacts',
			text: '2 contacts',
			contacts: [
				{ name: 'Bob', phones: [], vcard: '' },
				{ name: 'Carol', phones: [], vcard: 'FN:Carol' },
			],
		},
	],
	[
		'reaction',
		{ reactionMessage: { key: KEY, text: '👍' } },
		{ kind: 'reaction', text: '👍', targetId: TARGET, reaction: { emoji: '👍' } },
	],
	[
		'reaction taken back',
		{ reactionMessage: { key: KEY, text: '' } },
		{ kind: 'reaction', targetId: TARGET, reaction: { removed: true } },
	],
	[
		'sealed reaction',
		{ encReactionMessage: { targetMessageKey: KEY } },
		{ kind: 'encrypted', targetId: TARGET },
	],
	[
		'sealed comment',
		{ encCommentMessage: { targetMessageKey: KEY } },
		{ kind: 'encrypted', targetId: TARGET },
	],
	[
		'sealed answer to an event',
		{ encEventResponseMessage: { eventCreationMessageKey: KEY } },
		{ kind: 'encrypted', targetId: TARGET },
	],
	...['', 'V2', 'V3', 'V5', 'V6'].map(
		(version): Row => [
			`poll ${version}`,
			{
				[`pollCreationMessage${version}`]: {
					name: 'Lunch?',
					options: [{ optionName: 'Pizza' }, { optionName: 'Sushi' }],
					selectableOptionsCount: 2,
				},
			},
			{
				kind: 'poll',
				text: 'Lunch?',
				poll: { name: 'Lunch?', options: ['Pizza', 'Sushi'], maxChoices: 2 },
			},
		],
	),
	[
		'poll V4 with any number of choices',
		{
			pollCreationMessageV4: {
				message: {
					pollCreationMessageV3: {
						name: 'Lunch?',
						options: [{ optionName: 'Pizza' }],
						selectableOptionsCount: 0,
					},
				},
			},
		},
		{ kind: 'poll', text: 'Lunch?', poll: { name: 'Lunch?', options: ['Pizza'] } },
	],
	[
		'vote that was not decrypted',
		{ pollUpdateMessage: { pollCreationMessageKey: KEY } },
		{ kind: 'pollVote', targetId: TARGET, pollVote: {} },
	],
	...['', 'V3'].map(
		(version): Row => [
			`poll result ${version}`,
			{
				[`pollResultSnapshotMessage${version}`]: {
					name: 'Lunch?',
					pollVotes: [{ optionName: 'Pizza', optionVoteCount: 3 }, { optionName: 'Sushi' }],
				},
			},
			{
				kind: 'pollResult',
				text: 'Lunch?',
				poll: { name: 'Lunch?', options: ['Pizza', 'Sushi'], votes: [3, 0] },
			},
		],
	),
	['revoke', { protocolMessage: { key: KEY, type: 0 } }, { kind: 'revoke', targetId: TARGET }],
	[
		'revoke without a type',
		{ protocolMessage: { key: KEY } },
		{ kind: 'revoke', targetId: TARGET },
	],
	[
		'revoke by name',
		{ protocolMessage: { key: KEY, type: 'REVOKE' } },
		{ kind: 'revoke', targetId: TARGET },
	],
	[
		'edit',
		{ protocolMessage: { key: KEY, type: 14, editedMessage: { conversation: 'better' } } },
		{ kind: 'edit', text: 'better', targetId: TARGET },
	],
	[
		'edit of a caption',
		{
			protocolMessage: {
				key: KEY,
				type: 14,
				editedMessage: { imageMessage: { caption: 'better', mimetype: 'image/png' } },
			},
		},
		{ kind: 'edit', text: 'better', targetId: TARGET },
	],
	[
		'edit by name',
		{
			protocolMessage: {
				key: KEY,
				type: 'MESSAGE_EDIT',
				editedMessage: { extendedTextMessage: { text: 'x' } },
			},
		},
		{ kind: 'edit', text: 'x', targetId: TARGET },
	],
	[
		'edit of nothing',
		{ protocolMessage: { key: KEY, type: 14 } },
		{ kind: 'edit', targetId: TARGET },
	],
	...[undefined, 1, 2, 4].map(
		(secretEncType): Row => [
			`sealed edit of type ${secretEncType}`,
			{ secretEncryptedMessage: { targetMessageKey: KEY, secretEncType } },
			{ kind: 'editEncrypted', targetId: TARGET },
		],
	),
	[
		'sealed poll option',
		{ secretEncryptedMessage: { targetMessageKey: KEY, secretEncType: 5 } },
		{ kind: 'encrypted', targetId: TARGET },
	],
	[
		'setting for disappearing messages',
		{ protocolMessage: { type: 3, ephemeralExpiration: 604800 } },
		{ kind: 'disappearingSetting', disappearingSeconds: 604800 },
	],
	[
		'disappearing messages switched off',
		{ protocolMessage: { type: 'EPHEMERAL_SETTING' } },
		{ kind: 'disappearingSetting', disappearingSeconds: 0 },
	],
	[
		'button tapped',
		{
			buttonsResponseMessage: { selectedButtonID: 'b1', Response: { SelectedDisplayText: 'Yes' } },
		},
		{ kind: 'buttonReply', text: 'Yes', button: { id: 'b1', text: 'Yes' } },
	],
	[
		'template button tapped',
		{
			templateButtonReplyMessage: {
				selectedID: 'b1',
				selectedDisplayText: 'Yes',
				selectedIndex: 0,
			},
		},
		{ kind: 'buttonReply', text: 'Yes', button: { id: 'b1', text: 'Yes', index: 0 } },
	],
	[
		'list row chosen',
		{
			listResponseMessage: {
				title: 'Large',
				description: '42 cm',
				singleSelectReply: { selectedRowID: 'l' },
			},
		},
		{
			kind: 'listReply',
			text: 'Large\n42 cm',
			button: { id: 'l', text: 'Large', description: '42 cm' },
		},
	],
	[
		'native flow answered',
		{
			interactiveResponseMessage: {
				body: { text: 'Yes' },
				InteractiveResponseMessage: {
					NativeFlowResponseMessage: { name: 'menu_options', paramsJSON: '{"id":"y","x":1}' },
				},
			},
		},
		{
			kind: 'interactiveReply',
			text: 'Yes',
			button: { id: 'y', text: 'Yes', name: 'menu_options', params: { id: 'y', x: 1 } },
		},
	],
	[
		'native flow answered with broken JSON',
		{
			interactiveResponseMessage: {
				InteractiveResponseMessage: {
					NativeFlowResponseMessage: { name: 'flow', paramsJson: '{"id":' },
				},
			},
		},
		{ kind: 'interactiveReply', button: { name: 'flow' } },
	],
	[
		'buttons with a header picture',
		{
			buttonsMessage: {
				contentText: 'Choose',
				Header: { ImageMessage: { mimetype: 'image/jpeg' } },
				buttons: [
					{ buttonID: 'a', buttonText: { displayText: 'A' } },
					{ buttonID: 'b', buttonText: { displayText: 'B' } },
				],
			},
		},
		{
			kind: 'buttons',
			text: 'Choose',
			media: { mimeType: 'image/jpeg' },
			choices: [
				{ id: 'a', text: 'A' },
				{ id: 'b', text: 'B' },
			],
		},
	],
	[
		'list',
		{
			listMessage: {
				title: 'Menu',
				description: 'What?',
				sections: [
					{ rows: [{ rowID: '1', title: 'One', description: 'first' }] },
					{ rows: [{ rowID: '2', title: 'Two' }] },
				],
			},
		},
		{
			kind: 'list',
			text: 'What?',
			choices: [
				{ id: '1', text: 'One', description: 'first' },
				{ id: '2', text: 'Two' },
			],
		},
	],
	['list without description', { listMessage: { title: 'Menu' } }, { kind: 'list', text: 'Menu' }],
	[
		'template',
		{
			templateMessage: {
				Format: null,
				hydratedTemplate: {
					hydratedContentText: 'Rate us',
					Title: { VideoMessage: { mimetype: 'video/mp4' } },
					hydratedButtons: [
						{ HydratedButton: { UrlButton: { displayText: 'Open', URL: 'https://example.com' } } },
						{ HydratedButton: { QuickReplyButton: { displayText: 'Later', ID: 'later' } } },
						{ HydratedButton: null },
					],
				},
			},
		},
		{
			kind: 'template',
			text: 'Rate us',
			media: { mimeType: 'video/mp4' },
			choices: [
				{ text: 'Open', url: 'https://example.com' },
				{ id: 'later', text: 'Later' },
			],
		},
	],
	[
		'template in its oneof',
		{
			templateMessage: {
				Format: {
					HydratedFourRowTemplate: {
						hydratedContentText: 'Rate us',
						hydratedButtons: [{ HydratedButton: { CallButton: { displayText: 'Call' } } }],
					},
				},
			},
		},
		{ kind: 'template', text: 'Rate us', choices: [{ text: 'Call' }] },
	],
	[
		'interactive with a header document',
		{
			interactiveMessage: {
				body: { text: 'Code 1' },
				header: { Media: { DocumentMessage: { mimetype: 'application/pdf', fileName: 'a.pdf' } } },
				InteractiveMessage: {
					NativeFlowMessage: {
						buttons: [
							{ name: 'cta_copy', buttonParamsJSON: '{"display_text":"Copy","id":"c"}' },
							{ name: 'cta_url', buttonParamsJSON: '{"display_text":"Go","url":"https://e.com"}' },
						],
					},
				},
			},
		},
		{
			kind: 'interactive',
			text: 'Code 1',
			media: { mimeType: 'application/pdf', fileName: 'a.pdf' },
			choices: [
				{ id: 'c', text: 'Copy', description: 'cta_copy' },
				{ text: 'Go', description: 'cta_url', url: 'https://e.com' },
			],
		},
	],
	[
		'group invitation',
		{
			groupInviteMessage: {
				groupJID: GROUP,
				inviteCode: 'AbC',
				groupName: 'Crew',
				inviteExpiration: HALF_PAST_TWO,
				caption: 'join',
			},
		},
		{
			kind: 'groupInvite',
			text: 'join',
			groupInvite: {
				groupId: GROUP,
				code: 'AbC',
				name: 'Crew',
				expiresAt: '2026-03-02T14:30:00.000Z',
			},
		},
	],
	[
		'invitation to run a channel',
		{
			newsletterAdminInviteMessage: {
				newsletterJID: '1@newsletter',
				newsletterName: 'News',
				caption: 'join',
				inviteExpiration: HALF_PAST_TWO,
			},
		},
		{
			kind: 'channelInvite',
			text: 'join',
			channelInvite: {
				channelId: '1@newsletter',
				name: 'News',
				expiresAt: '2026-03-02T14:30:00.000Z',
			},
		},
	],
	[
		'order',
		{
			orderMessage: {
				orderID: '7',
				token: 'order-token',
				message: 'please',
				orderTitle: 'Bakery',
				itemCount: 2,
				totalAmount1000: 24500,
				totalCurrencyCode: 'USD',
				sellerJID: '15550100099@s.whatsapp.net',
			},
		},
		{
			kind: 'order',
			text: 'please',
			order: {
				id: '7',
				token: 'order-token',
				title: 'Bakery',
				itemCount: 2,
				total: 24.5,
				currency: 'USD',
				seller: '15550100099@s.whatsapp.net',
			},
		},
	],
	[
		'product',
		{
			productMessage: {
				businessOwnerJID: '15550100099@s.whatsapp.net',
				product: {
					productID: '9',
					title: 'Bread',
					description: 'Rye',
					priceAmount1000: 6500,
					currencyCode: 'EUR',
					URL: 'https://example.com/9',
				},
			},
		},
		{
			kind: 'product',
			text: 'Bread',
			product: {
				id: '9',
				title: 'Bread',
				description: 'Rye',
				price: 6.5,
				currency: 'EUR',
				url: 'https://example.com/9',
				seller: '15550100099@s.whatsapp.net',
			},
		},
	],
	[
		'product with a text',
		{ productMessage: { body: 'Fresh', product: { title: 'Bread' } } },
		{ kind: 'product', text: 'Fresh', product: { title: 'Bread' } },
	],
	[
		'calendar event',
		{
			eventMessage: {
				name: 'Standup',
				description: 'daily',
				startTime: HALF_PAST_TWO,
				endTime: HALF_PAST_TWO + 900,
				location: { name: 'Room 1' },
				isCanceled: true,
			},
		},
		{
			kind: 'calendarEvent',
			text: 'Standup\ndaily',
			calendarEvent: {
				name: 'Standup',
				description: 'daily',
				startsAt: '2026-03-02T14:30:00.000Z',
				endsAt: '2026-03-02T14:45:00.000Z',
				location: 'Room 1',
				cancelled: true,
			},
		},
	],
	[
		'album',
		{ albumMessage: { expectedImageCount: 2, expectedVideoCount: 1 } },
		{ kind: 'album', album: { images: 2, videos: 1 } },
	],
	[
		'pin',
		{ pinInChatMessage: { key: KEY, type: 1 } },
		{ kind: 'pin', targetId: TARGET, action: 'pin' },
	],
	[
		'unpin',
		{ pinInChatMessage: { key: KEY, type: 2 } },
		{ kind: 'pin', targetId: TARGET, action: 'unpin' },
	],
	[
		'keep',
		{ keepInChatMessage: { key: KEY, keepType: 1 } },
		{ kind: 'keep', targetId: TARGET, action: 'keep' },
	],
	[
		'undo of a keep',
		{ keepInChatMessage: { key: KEY, keepType: 2 } },
		{ kind: 'keep', targetId: TARGET, action: 'unkeep' },
	],
	[
		'comment',
		{ commentMessage: { message: { conversation: 'nice' }, targetMessageKey: KEY } },
		{ kind: 'text', text: 'nice', targetId: TARGET },
	],
	[
		'call log',
		{ callLogMesssage: { callOutcome: 1, durationSecs: 30, isVideo: true } },
		{ kind: 'callLog', callLog: { outcome: 1, seconds: 30, video: true } },
	],
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

	test.each(['requestPhoneNumberMessage', 'sendPaymentMessage', 'placeholderMessage', 'future'])(
		'%s is passed through as it came',
		(field) => {
			const item = messageItem({ [field]: { any: 1 } });
			expect(item.kind).toBe('other');
			expect(item.raw).toEqual(messageEnvelope({ [field]: { any: 1 } }));
		},
	);

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
