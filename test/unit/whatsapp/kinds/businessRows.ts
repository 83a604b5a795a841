import { GROUP } from '../events';
import { KEY, TARGET, HALF_PAST_TWO } from './row';
import type { Row } from './row';

/** Invitations, shops, events and the rest. */
export const businessRows: Row[] = [
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
