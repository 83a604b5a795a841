import { readInviteCode } from '../../../nodes/Wago/resources/group/inviteCode';
import { create } from '../../../nodes/Wago/resources/group/create';
import { getGroup } from '../../../nodes/Wago/resources/group/get';
import { getAll } from '../../../nodes/Wago/resources/group/getAll';
import { getInviteLink } from '../../../nodes/Wago/resources/group/getInviteLink';
import { join } from '../../../nodes/Wago/resources/group/join';
import { updateParticipants } from '../../../nodes/Wago/resources/group/updateParticipants';
import { bodyOf, itemsOf } from './operationBench';

const TEAM = '120363000000000001@g.us';
const ALICE = '15550100001@s.whatsapp.net';

describe('the list of groups', () => {
	const group = { JID: TEAM, Name: 'Team', Participants: [{ JID: ALICE }] };
	const item = { id: TEAM, name: 'Team', participantCount: 1 };

	it.each([
		['in an object', { Groups: [group] }],
		['in an object of the other spelling', { groups: [group] }],
		['bare', [group]],
		['with names in lower case', [{ jid: TEAM, name: 'Team', participants: [{ jid: ALICE }] }]],
	])('is read %s', (_shape, data) => {
		expect(itemsOf(getAll, data)).toEqual([item]);
	});

	it.each([[{}], [null], [{ Groups: null }], ['none']])('is empty for %j', (data) => {
		expect(itemsOf(getAll, data)).toEqual([]);
	});
});

describe('a group', () => {
	it('has settings under clean names, and only those that WaGo told', () => {
		const data = {
			JID: TEAM,
			OwnerJID: '100000000000001@lid',
			OwnerPN: '15550100001:3@s.whatsapp.net',
			Name: 'Team',
			Topic: 'All about it',
			IsLocked: false,
			IsAnnounce: true,
			DisappearingTimer: 86400,
			IsParent: false,
			LinkedParentJID: '120363000000000007@g.us',
			GroupCreated: '2026-01-05T06:00:00-03:00',
		};
		expect(itemsOf(getGroup, data, { groupId: TEAM })).toEqual([
			{
				id: TEAM,
				name: 'Team',
				description: 'All about it',
				ownerId: '100000000000001@lid',
				ownerPhone: '15550100001',
				createdAt: '2026-01-05T09:00:00.000Z',
				onlyAdminsSend: true,
				onlyAdminsEdit: false,
				disappearingSeconds: 86400,
				isCommunity: false,
				communityId: '120363000000000007@g.us',
			},
		]);
	});

	it('leaves out the zero values of Go', () => {
		const data = { JID: TEAM, OwnerJID: '', Topic: '', GroupCreated: '0001-01-01T00:00:00Z' };
		expect(itemsOf(getGroup, data, { groupId: TEAM })).toEqual([{ id: TEAM }]);
	});

	it('names hidden people without inventing a phone', () => {
		const Participants = [
			{ JID: '100000000000002@lid', IsAdmin: false, IsSuperAdmin: true, DisplayName: 'Bob' },
			{ JID: '100000000000003@lid', PhoneNumber: '15550100003@s.whatsapp.net', IsAdmin: true },
		];
		const [{ participants }] = itemsOf(
			getGroup,
			{ Group: { Participants } },
			{
				groupId: TEAM,
			},
		);
		expect(participants).toEqual([
			{
				id: '100000000000002@lid',
				lid: '100000000000002@lid',
				name: 'Bob',
				isAdmin: true,
				isSuperAdmin: true,
			},
			{
				id: '100000000000003@lid',
				phone: '15550100003',
				lid: '100000000000003@lid',
				isAdmin: true,
				isSuperAdmin: false,
			},
		]);
	});
});

describe('the participants', () => {
	const people = (...phones: unknown[]) => ({
		values: phones.map((phone) => ({ phone: phone as string })),
	});

	it.each([
		['rows', people('+1 555 010 0001', '15550100002@s.whatsapp.net')],
		['a list in one row', people(['15550100001', '15550100002'])],
		['text in one row', people('15550100001, 15550100002')],
		['JSON text in one row', people('["15550100001","15550100002"]')],
		['a list in the place of all rows', ['15550100001', '15550100002']],
	])('come from %s', (_source, participants) => {
		expect(bodyOf(create, { name: 'Team', participants })).toEqual({
			GroupName: 'Team',
			Participants: [ALICE, '15550100002@s.whatsapp.net'],
		});
	});

	it('are refused where one is neither phone nor JID', () => {
		const participants = people('15550100001', 'Bob');
		expect(() => bodyOf(create, { name: 'Team', participants })).toThrow(
			"'Participants' is neither a phone number nor a JID: Bob",
		);
	});

	const values = { groupId: TEAM, participants: people('15550100001') };
	const refused = [{ id: ALICE, phone: '15550100001', code: 403, reason: 'privacySettings' }];

	it.each([
		[
			"WhatsApp's own answer",
			{
				'Group Updated': {
					Tag: 'add',
					Attrs: {},
					Content: [{ Tag: 'participant', Attrs: { jid: ALICE, error: '403' }, Content: null }],
				},
			},
		],
		['a list of participants', [{ JID: ALICE, Error: 403 }]],
		['a list in an object', { Participants: [{ JID: ALICE, Error: 403 }] }],
	])('that were refused are read from %s', (_shape, data) => {
		expect(itemsOf(updateParticipants, data, values)).toEqual([
			expect.objectContaining({ groupId: TEAM, action: 'add', refused }),
		]);
	});

	it('without a refusal have none', () => {
		const [item] = itemsOf(updateParticipants, [{ JID: ALICE, Error: 0 }], values);
		expect(item).not.toHaveProperty('refused');
	});
});

describe('an invite', () => {
	it.each([
		['https://chat.whatsapp.com/ABC123', 'ABC123'],
		['chat.whatsapp.com/invite/ABC123', 'ABC123'],
		['https://chat.whatsapp.com/ABC123/?mode=ac_t', 'ABC123'],
		[' ABC-12_3 ', 'ABC-12_3'],
	])('%s has the code %s', (text, code) => {
		expect(readInviteCode(text)).toBe(code);
	});

	it.each(['', 'https://example.com/ABC123', 'not a code'])('is not %j', (text) => {
		expect(() => readInviteCode(text)).toThrow('not the invite of a group');
	});

	it('may be joined without an ID in the answer', () => {
		const values = { inviteLink: 'ABC123' };
		expect(itemsOf(join, { Details: 'ok' }, values)).toEqual([
			{ inviteCode: 'ABC123', joined: true },
		]);
	});

	it.each([[{ InviteLink: 'https://l' }], [{ link: 'https://l' }], ['https://l']])(
		'link is read from %j',
		(data) => {
			expect(itemsOf(getInviteLink, data, { groupId: TEAM })).toEqual([
				{ groupId: TEAM, inviteLink: 'https://l' },
			]);
		},
	);
});

it.each(['5511912345678@s.whatsapp.net', 'Team', '120363000000000001@newsletter'])(
	'%s is no group',
	(groupId) => {
		expect(() => bodyOf(getGroup, { groupId })).toThrow("'Group' is not the JID of a group");
	},
);
