import type { IDataObject } from 'n8n-workflow';

import { pick, pickFilled, pickList, pickNumber, readJid } from '../../../shared/api/answer';
import { present } from '../../../shared/lib/lookup';
import { isoTime } from '../../../shared/lib/time';
import { personOf } from '../../fields/people';

/**
 * A group without its participants. Inferred from whatsmeow's `GroupInfo`, whose flags are `false` and whose texts
 * are empty where they do not apply.
 */
export function readGroup(data: unknown): IDataObject {
	const group = pick(data, 'group') ?? data;
	const owner = personOf(pick(group, 'ownerId'), pick(group, 'phoneJid'));
	return present({
		id: readJid(pick(group, 'groupId')) || undefined,
		name: pickFilled(group, 'name'),
		description: pickFilled(group, 'description'),
		ownerId: owner.id || undefined,
		ownerPhone: owner.phone,
		createdAt: isoTime(pick(group, 'createdAt')),
		participantCount:
			pickNumber(group, 'participantCount') || pickList(group, 'participants').length || undefined,
		onlyAdminsSend: flag(group, 'isAnnounce'),
		onlyAdminsEdit: flag(group, 'isLocked'),
		disappearingSeconds: pickNumber(group, 'disappearingTimer') || undefined,
		isCommunity: flag(group, 'isCommunity'),
		communityId: readJid(pick(group, 'communityId')) || undefined,
	});
}

/** {@link readGroup} with everyone who is in it. */
export function readGroupWithParticipants(data: unknown): IDataObject {
	const group = pick(data, 'group') ?? data;
	const participants = readParticipantsOf(group);
	return participants.length === 0 ? readGroup(group) : { ...readGroup(group), participants };
}

/** `isAdmin` holds for the owner as well; the owner is `isSuperAdmin`. */
function readParticipantsOf(group: unknown): IDataObject[] {
	return pickList(group, 'participants').map((participant) =>
		present({
			...personOf(
				pick(participant, 'jid'),
				pick(participant, 'phoneJid'),
				pick(participant, 'lid'),
			),
			name: pickFilled(participant, 'displayName'),
			isAdmin: flag(participant, 'isAdmin') || flag(participant, 'isSuperAdmin') || false,
			isSuperAdmin: flag(participant, 'isSuperAdmin') || false,
		}),
	);
}

function flag(record: unknown, name: Parameters<typeof pick>[1]): boolean | undefined {
	const value = pick(record, name);
	return typeof value === 'boolean' ? value : undefined;
}
