import type { Row } from './row';

/** Texts, media, places and people. */
export const contentRows: Row[] = [
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
];
