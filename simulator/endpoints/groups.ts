import { randomBytes } from 'crypto';
import { lidOf, newGroup, type Group } from '../addressBook';
import { parsePrefixedDataUrl } from '../dataUrl';
import { badRequest, serverError } from '../envelope';
import { goTime, ZERO_TIME } from '../events/time';
import { optional, required } from '../fields';
import { GUESSED } from '../guesses';
import { isGroup, parseRecipient, userOf } from '../jid';
import type { Session } from '../session';
import { refusesGroups } from '../whatsappNumbers';
import { bodiless, post, type SessionEndpoint } from './endpoint';

const GROUP = { GroupJID: required('string') };
const INVITE_URL = 'https://chat.whatsapp.com/';

/** Routes of an older public list; fields and answers inferred from wuzapi and a public page of the same server. */
export const GROUP_ENDPOINTS: readonly SessionEndpoint[] = [
	bodiless('documented', 'GET', '/group/list', ({ session }) => ({ Groups: groupsOf(session) })),
	bodiless('listed', 'GET', '/group/myall', ({ session }) => ({
		Groups: groupsOf(session, (group) => isAdmin(session, group)),
	})),
	post('documented', '/group/info', GROUP, ({ session, body }) =>
		groupInfo(session, findGroup(session, body.GroupJID)),
	),
	post(
		'listed',
		'/group/update',
		{ ...GROUP, ParticipantJID: required('string[]'), Action: required('string') },
		({ session, body: { GroupJID, ParticipantJID, Action } }) => {
			const group = findOwnGroup(session, GroupJID);
			const change = PARTICIPANT_ACTIONS[Action];
			if (!change) throw badRequest('invalid Action in payload');
			const people = ParticipantJID.map((jid) => parseRecipient(jid, 'ParticipantJID'));
			const refused = Action === 'add' ? people.filter(refusesToJoin) : [];
			for (const jid of people) if (!refused.includes(jid)) change(group, jid);
			return { 'Group Updated': updateNode(Action, people, refused) };
		},
	),
	post('listed', '/group/create', GUESSED.groupCreate, ({ session, body }) => {
		const participants = body.Participants.map((jid) => parseRecipient(jid, 'Participants'));
		const refused = participants.filter(refusesToJoin);
		const members = participants.filter((jid) => !refused.includes(jid));
		const group = newGroup(body.GroupName, session.jid, members);
		session.book.groups.set(group.jid, group);
		return groupInfo(session, group, refused);
	}),
	post('listed', '/group/join', GUESSED.groupJoin, ({ session, body }) => {
		const code = body.Code.replace(INVITE_URL, '');
		const group = [...session.book.groups.values()].find(({ inviteCode }) => inviteCode === code);
		if (!group) throw serverError('Failed to join group: not-acceptable');
		if (!isMember(session, group)) group.participants.push({ jid: session.jid, isAdmin: false });
		return { Details: 'Group joined successfully', JID: group.jid };
	}),
	post('listed', '/group/leave', GUESSED.groupLeave, ({ session, body }) => {
		const group = findGroup(session, body.GroupJID);
		PARTICIPANT_ACTIONS.remove(group, session.jid);
		return { Details: 'Group left successfully' };
	}),
	post(
		'listed',
		'/group/invitelink',
		{ ...GROUP, Reset: optional('boolean') },
		({ session, body }) => {
			const group = findOwnGroup(session, body.GroupJID);
			if (body.Reset) group.inviteCode = randomBytes(11).toString('hex');
			return { InviteLink: INVITE_URL + group.inviteCode };
		},
	),
	post('listed', '/group/name', { ...GROUP, Name: required('string') }, ({ session, body }) => {
		findGroup(session, body.GroupJID).name = body.Name;
		return { Details: 'Group Name set successfully' };
	}),
	post('listed', '/group/photo', { ...GROUP, Image: required('string') }, ({ session, body }) => {
		const group = findGroup(session, body.GroupJID);
		parsePrefixedDataUrl(body.Image, 'Image', 'data:image/jpeg');
		group.pictureId = String(Date.now());
		return { Details: 'Group Photo set successfully', PictureID: group.pictureId };
	}),
];

const PARTICIPANT_ACTIONS: Readonly<Record<string, (group: Group, jid: string) => void>> = {
	add: (group, jid) => {
		const isNew = group.participants.every((participant) => participant.jid !== jid);
		if (isNew) group.participants.push({ jid, isAdmin: false });
	},
	remove: (group, jid) => {
		group.participants = group.participants.filter((participant) => participant.jid !== jid);
	},
	promote: (group, jid) => setAdmin(group, jid, true),
	demote: (group, jid) => setAdmin(group, jid, false),
};

function setAdmin(group: Group, jid: string, isAdmin: boolean): void {
	for (const participant of group.participants) {
		if (participant.jid === jid) participant.isAdmin = isAdmin;
	}
}

/** WhatsApp's own answer, as the library prints the node. */
function updateNode(action: string, jids: readonly string[], refused: readonly string[]) {
	const Content = jids.map((jid) =>
		refused.includes(jid)
			? { Tag: 'participant', Attrs: { jid, error: String(NOT_ALLOWED) }, Content: [requestNode()] }
			: { Tag: 'participant', Attrs: { jid }, Content: null },
	);
	return { Tag: action, Attrs: {}, Content };
}

function requestNode() {
	const { Code: code, Expiration } = addRequest();
	const expiration = String(Date.parse(Expiration) / 1000);
	return { Tag: 'add_request', Attrs: { code, expiration }, Content: null };
}

/** WhatsApp's code for somebody whose settings do not let others add them to groups. */
const NOT_ALLOWED = 403;
const INVITATION_DAYS = 3;

const refusesToJoin = (jid: string) => refusesGroups(userOf(jid));

/** The private invitation that WhatsApp gives instead of adding somebody (whatsmeow, GroupParticipantAddRequest). */
function addRequest() {
	const expires = new Date(Date.now() + INVITATION_DAYS * 24 * 60 * 60 * 1000);
	return { Code: randomBytes(8).toString('hex'), Expiration: goTime(expires) };
}

const isMember = (session: Session, { participants }: Group) =>
	participants.some(({ jid }) => jid === session.jid);

const isAdmin = (session: Session, { participants }: Group) =>
	participants.some((participant) => participant.jid === session.jid && participant.isAdmin);

function groupsOf(session: Session, filter: (group: Group) => boolean = () => true) {
	return [...session.book.groups.values()]
		.filter((group) => isMember(session, group) && filter(group))
		.map((group) => groupInfo(session, group));
}

export function findGroup(session: Session, jid: string): Group {
	if (!isGroup(jid)) throw badRequest('Could not parse Group JID');
	const group = session.book.groups.get(jid);
	if (!group || !isMember(session, group))
		throw serverError('Failed to get group info: item-not-found');
	return group;
}

/** @throws where the account is no admin. */
function findOwnGroup(session: Session, jid: string): Group {
	const group = findGroup(session, jid);
	if (!isAdmin(session, group)) throw serverError('Failed to update group: not-authorized');
	return group;
}

/** whatsmeow, types.GroupInfo: Go names, nothing left out. WhatsApp names those whom it refused among the others. */
export function groupInfo({ book }: Session, group: Group, refused: readonly string[] = []) {
	return {
		JID: group.jid,
		OwnerJID: group.owner,
		OwnerPN: group.owner,
		Name: group.name,
		NameSetAt: group.created,
		NameSetBy: group.owner,
		NameSetByPN: group.owner,
		Topic: group.topic,
		TopicID: '',
		TopicSetAt: ZERO_TIME,
		TopicSetBy: '',
		TopicSetByPN: '',
		TopicDeleted: false,
		IsLocked: false,
		IsAnnounce: false,
		AnnounceVersionID: '',
		IsEphemeral: false,
		DisappearingTimer: 0,
		IsIncognito: false,
		IsParent: group.isCommunity,
		DefaultMembershipApprovalMode: '',
		LinkedParentJID: group.parentJid,
		IsDefaultSubGroup: false,
		IsJoinApprovalRequired: false,
		AddressingMode: 'pn',
		GroupCreated: group.created,
		CreatorCountryCode: '',
		ParticipantVersionID: '',
		ParticipantCount: group.participants.length + refused.length,
		Participants: [...group.participants, ...refused.map((jid) => ({ jid, isAdmin: false }))].map(
			({ jid, isAdmin: admin }) => ({
				JID: jid,
				PhoneNumber: jid,
				LID: lidOf(book, jid),
				IsAdmin: admin,
				IsSuperAdmin: admin && jid === group.owner,
				DisplayName: '',
				Error: refused.includes(jid) ? NOT_ALLOWED : 0,
				AddRequest: refused.includes(jid) ? addRequest() : null,
			}),
		),
		MemberAddMode: 'admin_add',
		Suspended: false,
	};
}
