import { HALF_PAST_TWO, KEY, TARGET } from './row';
import type { Row } from './row';

const SONG = {
	embeddedContent: { Content: { EmbeddedMusic: { title: 'Song', author: 'Band' } } },
};

/** Newer kinds with words, answers and invitations. */
export const wordRows: Row[] = [
	[
		'answer of an AI in pieces',
		{
			richResponseMessage: {
				submessages: [
					{ messageText: 'First' },
					{ codeMetadata: { codeBlocks: [{ codeContent: 'a ' }, { codeContent: '= 1' }] } },
					{
						tableMetadata: {
							title: 'Sizes',
							rows: [{ items: ['S', '36'] }, { items: ['L', '42'] }],
						},
					},
					{ latexMetadata: { text: 'x^2' } },
				],
			},
		},
		{ kind: 'text', text: 'First\na = 1\nSizes\nS\t36\nL\t42\nx^2' },
	],
	[
		'answer of an AI in its newer form alone',
		{
			richResponseMessage: {
				unifiedResponse: {
					data: 'eyJyZXNwb25zZV9pZCI6IjAiLCJzZWN0aW9ucyI6W3sidmlld19tb2RlbCI6eyJwcmltaXRpdmUiOnsidGV4dCI6IkhleSEgV2hhdCdzIHVwPyIsIl9fdHlwZW5hbWUiOiJHZW5BSU1hcmtkb3duVGV4dFVYUHJpbWl0aXZlIn0sIl9fdHlwZW5hbWUiOiJHZW5BSVNpbmdsZUxheW91dFZpZXdNb2RlbCJ9fV19',
				},
			},
		},
		{ kind: 'text', text: "Hey! What's up?" },
	],
	[
		'song over a picture of a status',
		{ imageMessage: { mimetype: 'image/jpeg', annotations: [{}, SONG] } },
		{ kind: 'image', text: 'Song\nBand', media: { mimeType: 'image/jpeg' } },
	],
	[
		'song over a video that says something',
		{ videoMessage: { mimetype: 'video/mp4', caption: 'look', annotations: [SONG] } },
		{ kind: 'video', text: 'look', media: { mimeType: 'video/mp4' } },
	],
	[
		'song alone',
		{ extendedTextMessage: { text: '', musicMetadata: { title: 'Song', author: 'Band' } } },
		{ kind: 'text', text: 'Song\nBand' },
	],
	[
		'post with the profile of the admin',
		{ newsletterAdminProfileStatusMessage: { message: { conversation: 'hi' } } },
		{ kind: 'text', text: 'hi' },
	],
	[
		'question in a status',
		{ questionMessage: { message: { extendedTextMessage: { text: 'Which one?' } } } },
		{ kind: 'text', text: 'Which one?' },
	],
	[
		'answer to a question in a channel',
		{ questionResponseMessage: { key: KEY, text: 'this' } },
		{ kind: 'text', text: 'this', targetId: TARGET },
	],
	[
		'option added to a poll',
		{ pollAddOptionMessage: { pollCreationMessageKey: KEY, addOption: { optionName: 'Soup' } } },
		{ kind: 'pollOption', text: 'Soup', targetId: TARGET, poll: { options: ['Soup'] } },
	],
	[
		'invitation to follow a channel',
		{
			newsletterFollowerInviteMessageV2: {
				newsletterJID: '1@newsletter',
				newsletterName: 'News',
				caption: 'follow us',
			},
		},
		{
			kind: 'channelInvite',
			text: 'follow us',
			channelInvite: { channelId: '1@newsletter', name: 'News' },
		},
	],
	[
		'invitation to an event',
		{
			eventInviteMessage: {
				eventTitle: 'Party',
				caption: 'come',
				startTime: HALF_PAST_TWO,
				callLink: 'https://call.whatsapp.com/video/FAKE',
			},
		},
		{
			kind: 'calendarEvent',
			text: 'come',
			calendarEvent: {
				name: 'Party',
				startsAt: '2026-03-02T14:30:00.000Z',
				joinLink: 'https://call.whatsapp.com/video/FAKE',
			},
		},
	],
	[
		'scheduled call',
		{ scheduledCallCreationMessage: { title: 'Sync', scheduledTimestampMS: HALF_PAST_TWO * 1000 } },
		{
			kind: 'calendarEvent',
			text: 'Sync',
			calendarEvent: { name: 'Sync', startsAt: '2026-03-02T14:30:00.000Z' },
		},
	],
	[
		'event with a place and a call',
		{
			eventMessage: {
				name: 'Opening',
				joinLink: 'https://call.whatsapp.com/voice/FAKE',
				location: {
					degreesLatitude: 48.5,
					degreesLongitude: 2.25,
					name: 'Shop',
					address: 'Main St 1',
				},
			},
		},
		{
			kind: 'calendarEvent',
			text: 'Opening',
			calendarEvent: {
				name: 'Opening',
				joinLink: 'https://call.whatsapp.com/voice/FAKE',
				location: 'Shop',
				address: 'Main St 1',
				latitude: 48.5,
				longitude: 2.25,
			},
		},
	],
	[
		'catalogue',
		{
			productMessage: {
				catalog: {
					title: 'Spring',
					description: 'All shoes',
					catalogImage: { mimetype: 'image/png' },
				},
				footer: 'Foot',
			},
		},
		{
			kind: 'product',
			text: 'Spring',
			footer: 'Foot',
			media: { mimeType: 'image/png' },
			product: { title: 'Spring', description: 'All shoes' },
		},
	],
	[
		'view once, of which only the holder came',
		{ viewOnceMessageV2: { message: {} } },
		{
			kind: 'viewOnce',
			flags: { viewOnce: true },
		},
	],
];
