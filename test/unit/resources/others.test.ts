import { bodyOf, callOf, itemsOf } from './operationBench';

const addGroups = callOf('community', 'addGroups');
const getStatus = callOf('call', 'getStatus');
const getWebrtcConfig = callOf('call', 'getWebrtcConfig');
const make = callOf('call', 'make');
const sendWebrtcOffer = callOf('call', 'sendWebrtcOffer');
const mute = callOf('chat', 'mute');
const edit = callOf('label', 'edit');
const getNewsletter = callOf('newsletter', 'get');
const getAll = callOf('newsletter', 'getAll');
const getMessages = callOf('newsletter', 'getMessages');
const subscribe = callOf('newsletter', 'subscribe');
const getPrivacy = callOf('profile', 'getPrivacy');

const NEWS = '120363000000000009@newsletter';

describe('a channel', () => {
	const nested = {
		id: NEWS,
		thread_metadata: { name: { text: 'News' }, subscribers_count: '12', verification: 'VERIFIED' },
		viewer_metadata: { role: 'OWNER' },
	};
	const flat = {
		JID: NEWS,
		Name: 'News',
		Subscribers_Count: 12,
		Verification: 'verified',
		Role: 'owner',
	};
	const item = { id: NEWS, name: 'News', subscriberCount: 12, verified: true, role: 'owner' };

	it.each([
		['as WhatsApp nests it', nested],
		['flat', flat],
		['in an object', { Newsletter: nested }],
	])('is read %s', (_shape, data) => {
		expect(itemsOf(getNewsletter, data)).toEqual([item]);
	});

	it.each([
		['bare', [nested]],
		['in an object', { Newsletters: [nested] }],
		['in an object with the name of one', { Newsletter: [nested] }],
	])('is read from a list %s', (_shape, data) => {
		expect(itemsOf(getAll, data)).toEqual([item]);
	});

	it('without anything known is an empty item, not a crash', () => {
		expect(itemsOf(getNewsletter, null)).toEqual([{}]);
	});

	it.each(['120363000000000001@g.us', 'https://example.com/0029VaEXAMPLE', 'two words'])(
		'is not %s',
		(newsletterId) => {
			expect(() => bodyOf(getNewsletter, { newsletterId })).toThrow("'Channel' is neither");
		},
	);

	it('is followed by its JID only', () => {
		expect(() => bodyOf(subscribe, { newsletterId: '0029VaEXAMPLE' })).toThrow(
			"'Channel' is not the JID of a channel",
		);
	});
});

describe('the posts of a channel', () => {
	const values = { newsletterId: NEWS, limit: 2 };

	it('are no more than asked for, whatever WaGo gives', () => {
		const data = [{ MessageServerID: 1 }, { MessageServerID: 2 }, { MessageServerID: 3 }];
		expect(itemsOf(getMessages, data, values)).toHaveLength(2);
	});

	it('have a caption as text', () => {
		const Message = { imageMessage: { caption: 'Look', mimetype: 'image/jpeg' } };
		const data = { messages: [{ MessageID: 'A', MessageServerID: '7', Message }] };
		expect(itemsOf(getMessages, data, values)).toEqual([
			{ newsletterId: NEWS, messageId: 'A', serverId: 7, kind: 'image', text: 'Look' },
		]);
	});
});

describe('a call', () => {
	const values = { callId: 'C1', sdp: 'v=0' };

	it.each([
		['bare', { details: 'Call started', callID: 'C1', call: { callID: 'C1', state: 'ringing' } }],
		['with the ID beside it', { call_id: 'C1', call: { state: 'ringing' } }],
		['with a bare ID as the call', { callID: 'C1', state: 'ringing', call: 'C1' }],
	])('is read %s', (_shape, data) => {
		expect(itemsOf(make, data)).toEqual([
			expect.objectContaining({ callId: 'C1', state: 'ringing' }),
		]);
	});

	it.each([
		['a list', { calls: [{ CallID: 'C1', IsVideo: false }] }],
		['an object keyed by ID', { calls: { C1: { CallID: 'C1', IsVideo: false } } }],
		['a bare list', [{ callId: 'C1', isVideo: false }]],
	])('is listed from %s', (_shape, data) => {
		expect(itemsOf(getStatus, data)).toEqual([{ callId: 'C1', isVideo: false }]);
	});

	it('is not listed where there is none', () => {
		expect(itemsOf(getStatus, { details: 'no calls', calls: null })).toEqual([]);
	});

	it.each([[{ sdp: 'v=1', type: 'answer' }], [{ SDP: 'v=1', callID: 'C1' }]])(
		'has its answer from %j',
		(data) => {
			expect(itemsOf(sendWebrtcOffer, data, values)).toEqual([
				{ callId: 'C1', type: 'answer', sdp: 'v=1' },
			]);
		},
	);

	it('has no ICE servers where WaGo names none', () => {
		expect(itemsOf(getWebrtcConfig, {})).toEqual([{ iceServers: [] }]);
	});
});

describe('privacy', () => {
	it.each([
		['bare', { GroupAdd: 'all', readreceipts: 'none' }],
		['in an object', { Privacy: { GroupAdd: 'all', readreceipts: 'none' } }],
	])('settings are read %s', (_shape, data) => {
		expect(itemsOf(getPrivacy, data)).toEqual([{ groupAdd: 'all', readreceipts: 'none' }]);
	});
});

describe('a label', () => {
	const values = { labelId: '7', labelName: 'Paid' };

	it.each([-1, 1.5, 'red'])('has no color %s', (color) => {
		expect(() => bodyOf(edit, { ...values, color })).toThrow("'Color' is not");
	});

	it('has a name', () => {
		expect(() => bodyOf(edit, { labelId: '7' })).toThrow("'Label Name' is empty");
	});
});

describe('a chat', () => {
	it.each([
		['+55 11 91234-5678', '5511912345678@s.whatsapp.net'],
		['5511912345678:4@s.whatsapp.net', '5511912345678@s.whatsapp.net'],
		['120363000000000001@g.us', '120363000000000001@g.us'],
	])('%s is %s to WaGo', (chatId, chat) => {
		expect(bodyOf(mute, { chatId })).toEqual({ chat });
	});
});

describe('the groups of a community', () => {
	const TEAM = '120363000000000001@g.us';
	const values = { communityId: '120363000000000007', groups: { values: [{ groupId: TEAM }] } };

	it('are JIDs', () => {
		expect(bodyOf(addGroups, values)).toEqual({
			communityJid: '120363000000000007@g.us',
			groupJid: [TEAM],
		});
	});

	it.each([
		['no group', {}, "'Groups' is empty"],
		['a person', { values: [{ groupId: '15550100001@s.whatsapp.net' }] }, "'Groups' is not"],
	])('are not %s', (_case, groups, message) => {
		expect(() => bodyOf(addGroups, { ...values, groups })).toThrow(message);
	});

	it.each([[{ success: [TEAM] }], [null], ['ok']])('are all linked after %j', (data) => {
		expect(itemsOf(addGroups, data, values)).toEqual([
			{ communityId: '120363000000000007@g.us', groupIds: [TEAM], linked: true },
		]);
	});
});
