import { ADMIN_TOKEN, ALICE, TestSimulator } from './support';

const ALICE_JID = `${ALICE}@s.whatsapp.net`;
const BOB_JID = '15550100002@s.whatsapp.net';
const OWN_JID = '15550100099@s.whatsapp.net';
const TEAM = '120363000000000001@g.us';
const BOOK_CLUB = '120363000000000002@g.us';
const NEWS = '120363000000000009@newsletter';
const JPEG = `data:image/jpeg;base64,${Buffer.from('jpeg').toString('base64')}`;

let simulator: TestSimulator;
beforeEach(async () => {
	simulator = await TestSimulator.startLinked();
});
afterEach(async () => await simulator.stop());

/** The `data` of a request that works. */
async function ask(path: string, body?: object) {
	const { status, json } = await (body ? simulator.post(path, body) : simulator.get(path));
	expect([status, json.success]).toEqual([200, true]);
	return json.data;
}

const names = (groups: Array<{ Name: string }>) => groups.map(({ Name }) => Name);
const members = ({ Participants }: { Participants: Array<{ JID: string }> }) =>
	Participants.map(({ JID }) => JID);

describe('groups', () => {
	it('are listed, and those where the account is an admin', async () => {
		expect(names((await ask('/group/list')).Groups)).toEqual(['Example Team', 'Book Club']);
		expect(names((await ask('/group/myall')).Groups)).toEqual(['Example Team']);
	});

	it('are made, renamed, joined and left', async () => {
		const group = await ask('/group/create', { GroupName: 'New', Participants: [ALICE] });
		expect(members(group)).toEqual([OWN_JID, ALICE_JID]);
		await ask('/group/name', { GroupJID: group.JID, Name: 'Newer' });
		const { InviteLink } = await ask('/group/invitelink', { GroupJID: group.JID });
		await ask('/group/leave', { GroupJID: group.JID });
		expect(names((await ask('/group/list')).Groups)).not.toContain('Newer');
		await ask('/group/join', { Code: InviteLink });
		expect(names((await ask('/group/list')).Groups)).toContain('Newer');
	});

	it('change their participants', async () => {
		const update = async (Action: string, jid: string) =>
			await ask('/group/update', { GroupJID: TEAM, ParticipantJID: [jid], Action });
		const answer = await update('remove', BOB_JID);
		expect(answer['Group Updated']).toMatchObject({ Tag: 'remove', Attrs: {} });
		await update('promote', ALICE_JID);
		const info = await ask('/group/info', { GroupJID: TEAM });
		expect(members(info)).toEqual([OWN_JID, ALICE_JID]);
		expect(info.Participants[1]).toMatchObject({ IsAdmin: true, LID: '100000000000001@lid' });
	});

	it('are changed by an admin only, and with a new link the old one ends', async () => {
		const update = { GroupJID: BOOK_CLUB, ParticipantJID: [ALICE_JID], Action: 'add' };
		expect((await simulator.post('/group/update', update)).json.error).toContain('not-authorized');
		const old = await ask('/group/invitelink', { GroupJID: TEAM });
		expect(await ask('/group/invitelink', { GroupJID: TEAM, Reset: true })).not.toEqual(old);
		expect((await simulator.post('/group/join', { Code: old.InviteLink })).status).toBe(500);
	});

	it('take a JPEG for their photo', async () => {
		const { PictureID } = await ask('/group/photo', { GroupJID: TEAM, Image: JPEG });
		expect(PictureID).toMatch(/^\d+$/);
		const png = { GroupJID: TEAM, Image: JPEG.replace('jpeg', 'png') };
		expect((await simulator.post('/group/photo', png)).status).toBe(400);
	});

	it('are known, or are an error', async () => {
		const info = async (GroupJID: string) =>
			(await simulator.post('/group/info', { GroupJID })).status;
		expect(await info('120363999999999999@g.us')).toBe(500);
		expect(await info(ALICE_JID)).toBe(400);
	});
});

describe('people', () => {
	it('are checked, in some countries under another number', async () => {
		const { Users } = await ask('/user/check', {
			Phone: [ALICE, '15550100000', '5551987654321', '525512345678', '541123456789'],
		});
		expect(Users.map(({ JID }: { JID: string }) => JID.split('@')[0])).toEqual([
			ALICE,
			'',
			'555187654321',
			'5215512345678',
			'5491123456789',
		]);
		expect(Users[1]).toMatchObject({ Query: '15550100000', IsInWhatsapp: false });
	});

	it('are listed by their address', async () => {
		expect((await ask('/user/contacts'))[ALICE_JID]).toMatchObject({
			Found: true,
			FullName: 'Alice Example',
		});
		const { Users } = await ask('/user/info', { Phone: [ALICE_JID] });
		expect(Users[ALICE_JID]).toMatchObject({ Devices: [ALICE_JID] });
	});

	it('are no plain digits where they are looked up', async () => {
		const { status, json } = await simulator.post('/user/info', { Phone: [ALICE] });
		expect([status, json.error]).toEqual([500, expect.stringContaining('unknown user server')]);
	});

	it('are blocked and unblocked', async () => {
		await ask('/user/block', { Phone: ALICE });
		expect((await ask('/user/blocklist')).JIDs).toEqual([ALICE_JID]);
		expect((await ask('/user/unblock', { Phone: ALICE })).JIDs).toEqual([]);
	});

	it('are blocked without being contacts', async () => {
		const before = await ask('/user/contacts');
		expect((await ask('/user/block', { Phone: '15559999999' })).JIDs).toEqual([
			'15559999999@s.whatsapp.net',
		]);
		expect(await ask('/user/contacts')).toEqual(before);
		expect((await ask('/user/unblock', { Phone: '15559999999' })).JIDs).toEqual([]);
	});

	it('have a picture, or none', async () => {
		expect(await ask('/user/avatar', { Phone: ALICE, Preview: true })).toMatchObject({
			URL: expect.stringMatching(/^https:/),
			Type: 'preview',
		});
		const none = await simulator.post('/user/avatar', { Phone: '15550100002' });
		expect(none.json).toEqual({ code: 500, error: 'No avatar found', success: false });
	});

	it('have their picture behind GET where it is set so', async () => {
		await simulator.settings({ avatarMethod: 'GET' });
		expect((await simulator.post('/user/avatar', { Phone: ALICE })).status).toBe(405);
		const path = `/user/avatar?Phone=${ALICE}&Preview=true`;
		expect((await simulator.get(path)).json.data.Type).toBe('preview');
	});
});

describe('the account', () => {
	it('changes its profile', async () => {
		await ask('/user/name', { Name: 'My Shop' });
		expect((await ask('/user/profile', { Image: JPEG })).PictureID).toMatch(/^\d+$/);
		await ask('/user/presence', { State: 'unavailable' });
		expect((await simulator.post('/user/presence', { State: 'busy' })).status).toBe(400);
		expect(simulator.simulator.state.session('demo-token').book.profile).toMatchObject({
			name: 'My Shop',
			presence: 'unavailable',
		});
		expect(await ask('/user/privacy')).toMatchObject({ LastSeen: 'contacts' });
	});

	it('orders its chats and labels', async () => {
		const { book } = simulator.simulator.state.session('demo-token');
		await ask('/chat/pin', { chat: ALICE_JID });
		await ask('/chat/mute', { chat: ALICE_JID });
		await ask('/chat/archive', { chat: ALICE_JID });
		await ask('/chat/unpin', { chat: ALICE_JID });
		await ask('/label/edit', { labelid: '7', name: 'Paid', color: 0 });
		await ask('/label/chat', { jid: ALICE_JID, labelid: '7' });
		await ask('/label/message', { jid: ALICE_JID, labelid: '7', messageid: 'A' });
		expect(book.chats.get(ALICE_JID)).toEqual({
			pinned: false,
			muted: true,
			archived: true,
			labels: new Set(['7']),
		});
		expect(book.labels.get('7')).toEqual({ name: 'Paid', color: 0 });
		expect(book.messageLabels.get('A')).toEqual(new Set(['7']));
		await ask('/unlabel/chat', { jid: ALICE_JID, labelid: '7' });
		await ask('/unlabel/message', { jid: ALICE_JID, labelid: '7', messageid: 'A' });
		expect(book.chats.get(ALICE_JID)?.labels.size).toBe(0);
		expect(book.messageLabels.get('A')?.size).toBe(0);
	});

	it('wants whole addresses for chats, labels and read marks', async () => {
		const bare = [
			await simulator.post('/chat/pin', { chat: ALICE }),
			await simulator.post('/label/chat', { jid: ALICE, labelid: '1' }),
			await simulator.post('/message/markread', { Id: ['A'], Chat: ALICE, Sender: ALICE_JID }),
		];
		expect(bare.map(({ json }) => json.error)).toEqual(Array(3).fill('could not decode Payload'));
		await ask('/message/markread', { Id: ['A'], Chat: ALICE_JID, Sender: ALICE_JID });
	});

	it('shows that it types or records', async () => {
		await ask('/message/presence', { Phone: ALICE, State: 'composing', Media: 'audio' });
		const wrong = { Phone: ALICE, State: 'typing', Media: '' };
		expect((await simulator.post('/message/presence', wrong)).status).toBe(500);
	});
});

describe('channels and communities', () => {
	it('channels are made, found, subscribed to and read', async () => {
		const channel = await ask('/newsletter/create', { name: 'Mine' });
		expect(channel.viewer_metadata.role).toBe('owner');
		const { Newsletter } = await ask('/newsletter/list');
		expect(Newsletter.map(({ id }: { id: string }) => id)).toEqual([NEWS, channel.id]);
		const key = `https://whatsapp.com/channel/${channel.thread_metadata.invite}`;
		expect((await ask('/newsletter/link', { key })).id).toBe(channel.id);
		expect((await ask('/newsletter/info', { jid: NEWS })).thread_metadata.name.text).toBe(
			'Example News',
		);
		await ask('/newsletter/subscribe', { jid: NEWS });
		expect((await ask('/newsletter/messages', { jid: NEWS, count: 5 })).Messages).toMatchObject([
			{ MessageServerID: 137 },
		]);
		expect((await ask('/newsletter/messages', { jid: NEWS, before_id: 137 })).Messages).toEqual([]);
		expect((await simulator.post('/newsletter/info', { jid: '1@newsletter' })).status).toBe(500);
	});

	it('communities take in groups and let them go', async () => {
		const { JID: communityJid } = await ask('/community/create', { communityName: 'All' });
		const unknown = '120363999999999999@g.us';
		expect(await ask('/community/add', { communityJid, groupJid: [TEAM, unknown] })).toEqual({
			success: [TEAM],
			failed: [unknown],
		});
		const parent = async () => (await ask('/group/info', { GroupJID: TEAM })).LinkedParentJID;
		expect(await parent()).toBe(communityJid);
		await ask('/community/remove', { communityJid, groupJid: [TEAM] });
		expect(await parent()).toBe('');
	});
});

describe('business, calls and the server', () => {
	it('keeps a catalogue', async () => {
		const product = { Name: 'Mug', Price: 9.5, Currency: 'EUR' };
		const { Id } = await ask('/business/catalog/create', product);
		await ask('/business/catalog/edit', { Id, Price: 8 });
		await ask('/business/catalog/hide', { Id });
		expect(await ask('/business/catalog/info', { Id })).toMatchObject({ Price: 8, hidden: true });
		await ask('/business/catalog/delete', { Id });
		expect((await ask('/business/catalog/list', {})).Products).toEqual([]);
	});

	it('answers for calls without the envelope', async () => {
		const { callID } = (await simulator.post('/call/make', { Phone: ALICE })).json;
		expect((await simulator.get('/call/status')).json.calls).toEqual([
			{ callID, peer: ALICE_JID, state: 'ringing' },
		]);
		expect((await simulator.get('/call/webrtc/config')).json).toEqual({
			iceServers: [{ urls: ['stun:stun.l.google.com:19302'] }],
			turn: { enabled: false, status: 'coming_soon' },
		});
		const offer = { callID, type: 'offer', sdp: 'v=0\r\na=setup:actpass\r\n' };
		expect((await simulator.post('/call/webrtc/offer', offer)).json).toMatchObject({
			callID,
			type: 'answer',
			sdp: 'v=0\r\na=setup:passive\r\n',
		});
		const unknown = { ...offer, callID: 'none' };
		expect((await simulator.post('/call/webrtc/offer', unknown)).status).toBe(404);
	});

	it('is healthy, licensed, and counts requests for an update', async () => {
		const admin = { admintoken: ADMIN_TOKEN };
		expect((await simulator.send('GET', '/server/ok')).status).toBe(200);
		expect((await simulator.post('/server/license', undefined, admin)).status).toBe(200);
		await simulator.get('/server/update', admin);
		expect(simulator.simulator.state.updates).toBe(1);
	});
});
