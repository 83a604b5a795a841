import type { IDataObject } from 'n8n-workflow';

import type { ANSWER_KEYS } from '../../../shared/api/wire';
import { pick, pickFilled, pickNumber, readJid } from '../../../shared/api/answer';
import { isObject, present } from '../../../shared/lib/lookup';
import { isoTime } from '../../../shared/lib/time';

/** A channel. Inferred from whatsmeow's `NewsletterMetadata`: texts are `{id, text, …}`, numbers come as text. */
export function readNewsletterAnswer(data: unknown): IDataObject {
	const newsletter = pick(data, 'newsletter') ?? data;
	const thread = pick(newsletter, 'threadMetadata') ?? newsletter;
	const viewer = pick(newsletter, 'viewerMetadata') ?? newsletter;
	return present({
		id: readJid(pick(newsletter, 'newsletterId')) || undefined,
		name: textOf(thread, 'name'),
		description: textOf(thread, 'description'),
		createdAt: isoTime(pickNumber(thread, 'createdAt') ?? pick(thread, 'createdAt')),
		inviteCode: pickFilled(thread, 'inviteCode'),
		subscriberCount: pickNumber(thread, 'subscriberCount'),
		verified: verified(pickFilled(thread, 'verification')),
		role: pickFilled(viewer, 'role')?.toLowerCase(),
	});
}

function textOf(record: unknown, name: keyof typeof ANSWER_KEYS): string | undefined {
	const value = pick(record, name);
	return isObject(value) ? pickFilled(value, 'text') : pickFilled(record, name);
}

function verified(verification: string | undefined): boolean | undefined {
	return verification === undefined ? undefined : verification.toLowerCase() === 'verified';
}
