import type { IDataObject } from 'n8n-workflow';

import { pick, pickFilled, pickList, pickNumber, readJid } from '../../../shared/api/answer';
import { present } from '../../../shared/lib/lookup';
import { isoTime } from '../../../shared/lib/time';
import { personOf } from '../../fields/people';
import { readOutcome } from './participants';

/**
 * A group without its participants. Inferred from whatsmeow's `GroupInfo`, whose flags are `false` and whose texts
 * are empty where they do not apply. Who was refused is not counted.
 */
export function readGroup(data: unknown): IDataObject {
	const group = pick(data, 'group') ?? data;
	const owner = personOf(pick(group, 'ownerId'), pick(group, 'phoneJid'));
	const { done, refused } = readOutcome(pickList(group, 'participants'));
	const counted = refused.length === 0 ? pickNumber(group, 'participantCount') : undefined;
	return present({
		id: readJid(pick(group, 'groupId')) || undefined,
		name: pickFilled(group, 'name'),
		description: pickFilled(group, 'description'),
		ownerId: owner.id || undefined,
		ownerPhone: owner.phone,
		createdAt: isoTime(pick(group, 'createdAt')),
		participantCount: counted || done.length || undefined,
		onlyAdminsSend: flag(group, 'isAnnounce'),
		onlyAdminsEdit: flag(group, 'isLocked'),
		disappearingSeconds: pickNumber(group, 'disappearingTimer') || undefined,
		isCommunity: flag(group, 'isCommunity'),
		communityId: readJid(pick(group, 'communityId')) || undefined,
	});
}

/** {@link readGroup} with everyone who is in it, and apart from them who was refused when it was made. */
export function readGroupWithParticipants(data: unknown): IDataObject {
	const group = pick(data, 'group') ?? data;
	const { done, refused } = readOutcome(pickList(group, 'participants'));
	return {
		...readGroup(group),
		...(done.length > 0 && { participants: done }),
		...(refused.length > 0 && { refused }),
	};
}

function flag(record: unknown, name: Parameters<typeof pick>[1]): boolean | undefined {
	const value = pick(record, name);
	return typeof value === 'boolean' ? value : undefined;
}
