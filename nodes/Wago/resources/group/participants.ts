import type { IDataObject } from 'n8n-workflow';

import { pick, pickFilled, pickList, pickNumber } from '../../../shared/api/answer';
import { isObject, present } from '../../../shared/lib/lookup';
import { isoTime } from '../../../shared/lib/time';
import type { Party } from '../../../shared/whatsapp/item';
import { chatTypeOf } from '../../../shared/whatsapp/jid';
import { personOf } from '../../fields/people';

/** WhatsApp's codes for participants that it did not change; inferred from whatsmeow and Baileys. */
const REASONS: Readonly<Record<number, string>> = {
	401: 'blockedYou',
	403: 'privacySettings',
	404: 'notOnWhatsApp',
	406: 'notParticipant',
	408: 'leftRecently',
	409: 'alreadyParticipant',
	500: 'groupFull',
};

/** The people whom an answer of WhatsApp names: for whom it did what was asked, and whom it refused. */
export interface Outcome {
	readonly done: Array<Party & { isAdmin: boolean; isSuperAdmin: boolean }>;
	readonly refused: IDataObject[];
}

/** Reads the participants of whatsmeow's `GroupInfo`. `isAdmin` holds for the owner as well, who is `isSuperAdmin`. */
export function readOutcome(records: readonly unknown[]): Outcome {
	const outcome: Outcome = { done: [], refused: [] };
	for (const record of records) {
		const refusal = readRefusal(record);
		if (refusal) outcome.refused.push(refusal);
		else outcome.done.push(readMember(record));
	}
	return outcome;
}

function readMember(participant: unknown): Outcome['done'][number] {
	const isSuperAdmin = pick(participant, 'isSuperAdmin') === true;
	return present({
		...personIn(participant),
		name: pickFilled(participant, 'displayName'),
		isAdmin: pick(participant, 'isAdmin') === true || isSuperAdmin,
		isSuperAdmin,
	});
}

/** A list in an attribute in a node in the envelope: no answer is deeper. */
const DEEPEST = 8;

/**
 * The records of the people in an answer about participants. WaGo passes on whatsmeow's answer, which older versions
 * give as a tree of `{Tag, Attrs, Content}` and later ones as a list of participants.
 */
export function participantsIn(answer: unknown, depth = 0): unknown[] {
	if (depth > DEEPEST) return [];
	if (Array.isArray(answer)) return answer.flatMap((part) => participantsIn(part, depth + 1));
	if (!isObject(answer)) return [];
	const { id } = personIn(answer);
	if (id.includes('@') && chatTypeOf(id) === 'private') return [answer];
	return participantsIn(Object.values(answer), depth + 1);
}

/**
 * Those of the people asked for whom WhatsApp did not refuse. It may name by a hidden number whom the request names by
 * phone; then the place in a list of the same length tells who is meant.
 */
export function notRefused(asked: readonly Party[], records: readonly unknown[]): Party[] {
	const isWhole = records.length === asked.length;
	const refused = records.map((record) => (readRefusal(record) ? personIn(record) : undefined));
	return asked.filter((person, index) => {
		if (refused.some((one) => one && isSame(one, person))) return false;
		const here = isWhole ? refused[index] : undefined;
		return here === undefined || asked.some((other) => isSame(here, other));
	});
}

function isSame(one: Party, other: Party): boolean {
	return one.id === other.id || (one.phone !== undefined && one.phone === other.phone);
}

/** Whom WhatsApp refused, why, and the invitation that it offers instead. `undefined` for everybody else. */
function readRefusal(participant: unknown): IDataObject | undefined {
	const code = pickNumber(attributesOf(participant), 'errorCode') ?? 0;
	if (code < 400) return undefined;
	return present({
		...personIn(participant),
		code,
		reason: REASONS[code] ?? 'other',
		...readInvitation(participant),
	});
}

/** whatsmeow's `AddRequest`, in a tree the node `add_request`, whose time is in seconds since 1970. */
function readInvitation(participant: unknown): IDataObject {
	const nodes = pickList(pick(participant, 'nodeContent'), 'nodeContent').map(attributesOf);
	const request =
		pick(participant, 'addRequest') ?? nodes.find((node) => pick(node, 'requestCode'));
	const expiration = pickNumber(request, 'requestExpiration') ?? pick(request, 'requestExpiration');
	return present({
		inviteCode: pickFilled(request, 'requestCode'),
		expiresAt: isoTime(expiration),
	});
}

function personIn(participant: unknown): Party {
	const record = attributesOf(participant);
	return personOf(pick(record, 'jid'), pick(record, 'phoneJid'), pick(record, 'lid'));
}

function attributesOf(record: unknown): unknown {
	return pick(record, 'nodeAttributes') ?? record;
}
