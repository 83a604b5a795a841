import type { INodeProperties } from 'n8n-workflow';

import { pick, pickList, readJid } from '../../shared/api/answer';
import { post } from '../../shared/api/endpoint';
import { bodyOf } from '../../shared/api/wire';
import { IdleMap } from '../../shared/lib/idleMap';
import { phoneOf } from '../../shared/whatsapp/jid';
import { phoneCandidates } from '../../shared/whatsapp/phone';
import type { ItemTools } from '../engine/operation';
import { askedNumber } from '../fields/people';
import { tryCall } from './helperCall';

const endpoint = post('/user/check', { changes: false });

export const numberSpellingOption: INodeProperties = {
	displayName: 'Correct Phone Number',
	name: 'correctNumber',
	type: 'boolean',
	default: true,
	description:
		'Whether to ask WhatsApp which spelling of a number it knows, and to send to that: with or without the ninth digit in Brazil, 52 or 521 in Mexico, 54 or 549 in Argentina. Other numbers are sent to as they are.',
};

/** Spellings that WhatsApp has confirmed, by session and number. */
const known = new IdleMap<string>({ capacity: 10_000, idle: Infinity });

/**
 * The spelling under which WhatsApp knows a number. The number itself where there is only one spelling, where
 * WhatsApp knows none of them, and where it can't be asked.
 */
export async function correctNumber(
	recipient: string,
	session: string,
	tools: ItemTools,
): Promise<string> {
	const candidates = phoneCandidates(recipient);
	if (candidates.length === 1) return recipient;
	const key = `${session} ${recipient}`;
	const spelling = known.get(key) ?? (await askForSpelling(candidates, tools));
	if (spelling === undefined) return recipient;
	known.set(key, spelling);
	return spelling;
}

async function askForSpelling(candidates: string[], tools: ItemTools): Promise<string | undefined> {
	const answer = await tryCall(tools, {
		endpoint,
		body: bodyOf('/user/check', { phones: candidates }),
	});
	const users = pickList(answer?.data, 'users');
	const accounts = users
		.filter((user) => pick(user, 'isOnWhatsApp') === true)
		.map(phoneOfUser)
		.filter((phone) => phone !== undefined);
	return candidates.find((candidate) => accounts.includes(candidate)) ?? accounts[0];
}

/** The number of the account; where its JID is a hidden number (LID), the one that was asked for. */
function phoneOfUser(user: unknown): string | undefined {
	const known = phoneOf(readJid(pick(user, 'jid'))) ?? phoneOf(readJid(pick(user, 'phoneJid')));
	return known ?? askedNumber(user);
}
