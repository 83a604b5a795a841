import { lidOf } from '../addressBook';
import type { Session } from '../session';
import type { Proto } from './message';
import { goTime } from './time';

export interface MemberChange {
	/** The group's address. */
	readonly chat: string;
	/** Addresses of those who join by its invite link. */
	readonly join?: readonly string[];
	/** Addresses of those who leave by themselves. */
	readonly leave?: readonly string[];
}

const NOTHING_ELSE = {
	Name: null,
	Topic: null,
	Locked: null,
	Announce: null,
	Ephemeral: null,
	MembershipApprovalMode: null,
	Delete: null,
	Link: null,
	Unlink: null,
	NewInviteLink: null,
};

/** The `jsonData` of people who join or leave a group (whatsmeow, types/events, GroupInfo). */
export function groupInfoEvent(
	session: Session,
	{ chat, join = [], leave = [] }: MemberChange,
	time: Date,
): Proto {
	const version = time.getTime() * 1000;
	const sender = leave[0];
	const event = {
		JID: chat,
		Notify: join.length > 0 ? 'invite' : '',
		Sender: sender ? lidOf(session.book, sender) || sender : null,
		SenderPN: sender ?? null,
		Timestamp: goTime(time),
		...NOTHING_ELSE,
		PrevParticipantVersionID: String(version - 1),
		ParticipantVersionID: String(version),
		JoinReason: join.length > 0 ? 'invite' : '',
		Join: orNull(join),
		Leave: orNull(leave),
		Promote: null,
		Demote: null,
		Suspended: false,
		Unsuspended: false,
		UnknownChanges: null,
	};
	return { event, type: 'GroupInfo' };
}

/** Go prints a slice that nothing was put into as null. */
const orNull = (jids: readonly string[]) => (jids.length > 0 ? jids : null);
