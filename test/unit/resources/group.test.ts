import {
	create,
	getAll,
	getGroup,
	getInviteLink,
	join,
	updateParticipants,
} from '../../../nodes/Wago/resources/group';
import { readInviteCode } from '../../../nodes/Wago/resources/group/groupId';
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

	it.each([
		['0812 3456 7890', 'begins with 0'],
		['+44 (0)20 7946 0958', 'has a 0 after the country code 44'],
	])('are refused where %s %s', (phone, problem) => {
		expect(() => bodyOf(create, { name: 'Team', participants: people(phone) })).toThrow(problem);
	});
});

describe('people whom WhatsApp refused', () => {
	const BOB = '15550100002@s.whatsapp.net';
	const HIDDEN = '100000000000001@lid';
	const values = {
		groupId: TEAM,
		participants: { values: [{ phone: '15550100001' }, { phone: '15550100002' }] },
	};
	const bob = { id: BOB, phone: '15550100002' };
	const refused = { id: ALICE, phone: '15550100001', code: 403, reason: 'privacySettings' };
	const invitation = { inviteCode: 'Q1w2E3r4', expiresAt: '2026-03-05T14:30:00.000Z' };
	const node = (Attrs: object, Content: unknown = null) => ({ Tag: 'participant', Attrs, Content });
	const request = { Code: 'Q1w2E3r4', Expiration: '2026-03-05T11:30:00-03:00' };

	it.each<[string, unknown, object]>([
		[
			"WhatsApp's own answer",
			{
				'Group Updated': {
					Tag: 'add',
					Attrs: {},
					Content: [node({ jid: ALICE, error: '403' }), node({ jid: BOB })],
				},
			},
			refused,
		],
		[
			"WhatsApp's own answer with an invitation",
			{
				'Group Updated': {
					Tag: 'add',
					Attrs: {},
					Content: [
						node({ jid: ALICE, error: '403' }, [
							{
								Tag: 'add_request',
								Attrs: { code: 'Q1w2E3r4', expiration: '1772721000' },
								Content: null,
							},
						]),
						node({ jid: BOB }),
					],
				},
			},
			{ ...refused, ...invitation },
		],
		[
			'a list of participants',
			[
				{ JID: BOB, Error: 0 },
				{ JID: ALICE, Error: 403 },
			],
			refused,
		],
		[
			'a list in an object, with an invitation',
			{
				Participants: [
					{ JID: ALICE, Error: 403, AddRequest: request },
					{ JID: BOB, Error: 0 },
				],
			},
			{ ...refused, ...invitation },
		],
		[
			'those refused alone',
			{ participants: [{ jid: ALICE, error: 408, addRequest: null }] },
			{ ...refused, code: 408, reason: 'leftRecently' },
		],
		[
			'hidden numbers with their phone',
			[{ JID: HIDDEN, PhoneNumber: ALICE, LID: HIDDEN, Error: 404 }, { JID: BOB }],
			{ id: HIDDEN, phone: '15550100001', lid: HIDDEN, code: 404, reason: 'notOnWhatsApp' },
		],
		[
			'hidden numbers without a phone, in the order of the request',
			[
				{ JID: HIDDEN, Error: 499 },
				{ JID: '100000000000002@lid', Error: 0 },
			],
			{ id: HIDDEN, lid: HIDDEN, code: 499, reason: 'other' },
		],
	])('are apart from those who are in, read from %s', (_shape, data, expected) => {
		expect(itemsOf(updateParticipants, data, values)).toEqual([
			{ groupId: TEAM, action: 'add', participants: [bob], refused: [expected] },
		]);
	});

	it('are nobody where the answer tells none', () => {
		const [item] = itemsOf(updateParticipants, [{ JID: ALICE, Error: 0 }], values);
		expect(item).not.toHaveProperty('refused');
		expect(item.participants).toHaveLength(2);
	});

	it('are no members of a new group and are not counted', () => {
		const data = {
			JID: TEAM,
			Name: 'Team',
			ParticipantCount: 3,
			Participants: [
				{ JID: '15550100099@s.whatsapp.net', IsAdmin: true, IsSuperAdmin: true, Error: 0 },
				{ JID: BOB, Error: 0, AddRequest: null },
				{ JID: ALICE, Error: 403, AddRequest: request },
			],
		};
		const [item] = itemsOf(create, data, { ...values, name: 'Team' });
		expect(item).toEqual({
			id: TEAM,
			name: 'Team',
			participantCount: 2,
			participants: [
				expect.objectContaining({ phone: '15550100099', isSuperAdmin: true }),
				{ ...bob, isAdmin: false, isSuperAdmin: false },
			],
			refused: [{ ...refused, ...invitation }],
		});
		expect(itemsOf(getAll, { Groups: [data] })[0].participantCount).toBe(2);
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

it.each([
	'\u200e120363000000000001@g.us\u202c',
	'\u200b120363000000000001',
	"'120363000000000001@g.us",
])('%j is the group that it shows', (groupId) => {
	expect(bodyOf(getGroup, { groupId })).toEqual({ GroupJID: TEAM });
});

it.each(['5511912345678@s.whatsapp.net', 'Team', 'Team@g.us', '120363000000000001@newsletter'])(
	'%s is no group',
	(groupId) => {
		expect(() => bodyOf(getGroup, { groupId })).toThrow("'Group' is not the JID of a group");
	},
);
