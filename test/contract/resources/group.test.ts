import { WagoBench } from '../wagoBench';

const TEAM = '120363000000000001@g.us';
const ALICE = '15550100001@s.whatsapp.net';
const CARLA = '15550100003@s.whatsapp.net';

let bench: WagoBench;

beforeAll(async () => {
	bench = await WagoBench.start();
});
beforeEach(() => bench.reset());
afterAll(async () => await bench.stop());

const group = (operation: string, parameters = {}) =>
	bench.run({ resource: 'group', operation, ...parameters });

const row = (phone: string) => ({ values: [{ phone }] });

it('lists the groups, one item each', async () => {
	const groups = await group('getAll');
	expect(groups).toEqual([
		expect.objectContaining({ id: TEAM, name: 'Example Team', participantCount: 3 }),
		expect.objectContaining({ name: 'Book Club' }),
	]);
	expect(groups[0]).not.toHaveProperty('participants');
	expect(bench.lastRequest).toMatchObject({ method: 'GET', path: '/group/list' });
});

it('lists the administered groups only, with their participants', async () => {
	const options = { onlyAdministered: true, includeParticipants: true };
	const groups = await group('getAll', { options });
	expect(groups).toHaveLength(1);
	expect(groups[0].participants).toContainEqual({
		id: ALICE,
		phone: '15550100001',
		lid: '100000000000001@lid',
		isAdmin: false,
		isSuperAdmin: false,
	});
	expect(bench.lastRequest.path).toBe('/group/myall');
});

it('cuts the list at the limit', async () => {
	expect(await group('getAll', { limit: 1 })).toHaveLength(1);
	expect(await group('getAll', { limit: 1, returnAll: true })).toHaveLength(2);
});

it('gives the data as it came without Simplify', async () => {
	const [raw] = await group('getAll', { simplify: false });
	expect(raw).toHaveProperty('Groups.0.JID', TEAM);
	const [cut] = await group('getAll', { simplify: false, limit: 1 });
	expect(cut.Groups).toHaveLength(1);
	const [all] = await group('getAll', { simplify: false, limit: 1, returnAll: true });
	expect(all.Groups).toHaveLength(2);
});

it('gets a group, also by its number alone', async () => {
	const [item] = await group('get', { groupId: '120363000000000001' });
	expect(item).toMatchObject({ id: TEAM, name: 'Example Team', ownerPhone: '15550100099' });
	expect(item.participants).toHaveLength(3);
	expect(bench.lastRequest.body).toEqual({ GroupJID: TEAM });
});

it('creates a group', async () => {
	const participants = row(`+1 555 010-0001, ${CARLA}`);
	const [item] = await group('create', { name: 'Launch', participants });
	expect(item).toMatchObject({ name: 'Launch', participantCount: 3 });
	expect(bench.session.book.groups.get(item.id as string)?.participants).toContainEqual(
		expect.objectContaining({ jid: CARLA }),
	);
});

describe('somebody who lets nobody add them', () => {
	const BLAISE = '15550110403@s.whatsapp.net';
	const refused = [
		{
			id: BLAISE,
			phone: '15550110403',
			code: 403,
			reason: 'privacySettings',
			inviteCode: expect.stringMatching(/^[0-9a-f]{16}$/),
			expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
		},
	];
	const participants = row(`${ALICE}, +1 555 011 0403`);

	it('is apart from those who are in a new group', async () => {
		const [item] = await group('create', { name: 'Launch', participants });
		expect(item).toMatchObject({ participantCount: 2, refused });
		const ids = (item.participants as Array<{ id: string }>).map(({ id }) => id);
		expect(ids).toEqual(['15550100099@s.whatsapp.net', ALICE]);
		expect(bench.session.book.groups.get(item.id as string)?.participants).toHaveLength(2);
	});

	it('is apart from those who were added', async () => {
		expect(
			await group('updateParticipants', { groupId: TEAM, action: 'add', participants }),
		).toEqual([
			{
				groupId: TEAM,
				action: 'add',
				participants: [{ id: ALICE, phone: '15550100001' }],
				refused,
			},
		]);
	});
});

it('refuses participants with a national number before anything is sent', async () => {
	const participants = row('0812 3456 7890');
	const failure = await bench.failure({
		resource: 'group',
		operation: 'create',
		name: 'Launch',
		participants,
	});
	expect(failure.message).toContain("'Participants' begins with 0, which no country code does");
	expect(bench.requests).toHaveLength(0);
});

it.each(['add', 'promote', 'demote', 'remove'])('does %s to participants', async (action) => {
	const parameters = { groupId: TEAM, action, participants: row('={{ ["15550100001"] }}') };
	const [item] = await group('updateParticipants', parameters);
	expect(item).toEqual({
		groupId: TEAM,
		action,
		participants: [{ id: ALICE, phone: '15550100001' }],
	});
	expect(bench.lastRequest.body).toEqual({
		GroupJID: TEAM,
		ParticipantJID: [ALICE],
		Action: action,
	});
});

it('joins a group by its link and leaves it', async () => {
	const inviteCode = bench.session.book.groups.get(TEAM)?.inviteCode;
	const inviteLink = `https://chat.whatsapp.com/${inviteCode}?mode=ac_t`;
	expect(await group('join', { inviteLink })).toEqual([
		{ groupId: TEAM, inviteCode, joined: true },
	]);
	expect(await group('leave', { groupId: TEAM })).toEqual([{ groupId: TEAM, left: true }]);
	expect(await group('getAll')).toHaveLength(1);
});

it('gets the invite link, and a new one', async () => {
	const [{ inviteLink }] = await group('getInviteLink', { groupId: TEAM });
	expect(inviteLink).toMatch(/^https:\/\/chat\.whatsapp\.com\/\w+$/);
	const [renewed] = await group('getInviteLink', { groupId: TEAM, reset: true });
	expect(renewed.inviteLink).not.toBe(inviteLink);
});

it('renames a group', async () => {
	expect(await group('setName', { groupId: TEAM, name: 'New Name' })).toEqual([
		{ groupId: TEAM, name: 'New Name' },
	]);
	expect(bench.session.book.groups.get(TEAM)?.name).toBe('New Name');
});

it('says what WaGo said where it refuses', async () => {
	const groupId = '120363000000009999@g.us';
	const { message } = await bench.failure({ resource: 'group', operation: 'get', groupId });
	expect(message).toContain('item-not-found');
});

it('refuses a group without participants before anything is sent', async () => {
	const failure = await bench.failure({ resource: 'group', operation: 'create', name: 'Empty' });
	expect(failure.message).toContain("'Participants' is empty");
	expect(bench.requests).toHaveLength(0);
});
