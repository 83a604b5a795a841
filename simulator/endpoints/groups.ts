import { randomBytes } from 'crypto';
import { lidOf, newGroup, type Group } from '../addressBook';
import { parsePrefixedDataUrl } from '../dataUrl';
import { badRequest, serverError } from '../envelope';
import { ZERO_TIME } from '../events/time';
import { optional, required } from '../fields';
import { GUESSED } from '../guesses';
import { isGroup, parseRecipient } from '../jid';
import type { Session } from '../session';
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
			for (const jid of ParticipantJID) change(group, parseRecipient(jid, 'ParticipantJID'));
			return { 'Group Updated': updateNode(Action, ParticipantJID) };
		},
	),
	post('listed', '/group/create', GUESSED.groupCreate, ({ session, body }) => {
		const participants = body.Participants.map((jid) => parseRecipient(jid, 'Participants'));
		const group = newGroup(body.GroupName, session.jid, participants);
		session.book.groups.set(group.jid, group);
		return groupInfo(session, group);
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
function updateNode(action: string, jids: readonly string[]) {
	const Content = jids.map((jid) => ({ Tag: 'participant', Attrs: { jid }, Content: null }));
	return { Tag: action, Attrs: {}, Content };
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

/** whatsmeow, types.GroupInfo: Go names, nothing left out. */
export function groupInfo({ book }: Session, group: Group) {
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
		ParticipantCount: group.participants.length,
		Participants: group.participants.map(({ jid, isAdmin: admin }) => ({
			JID: jid,
			PhoneNumber: jid,
			LID: lidOf(book, jid),
			IsAdmin: admin,
			IsSuperAdmin: admin && jid === group.owner,
			DisplayName: '',
			Error: 0,
			AddRequest: null,
		})),
		MemberAddMode: 'admin_add',
		Suspended: false,
	};
}
