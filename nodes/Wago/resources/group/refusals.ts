import type { IDataObject } from 'n8n-workflow';

import { pick, pickNumber } from '../../../shared/api/answer';
import { isObject, present } from '../../../shared/lib/lookup';
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

/** A list in an attribute in a node in the envelope: no answer is deeper. */
const DEEPEST = 8;

/**
 * The people that WhatsApp did not add, remove, promote or demote, with the reason. WaGo passes on whatsmeow's
 * answer, which older versions give as a tree of `{Tag, Attrs, Content}` and later ones as a list of participants.
 */
export function readRefusals(answer: unknown, depth = 0): IDataObject[] {
	if (depth > DEEPEST) return [];
	if (!isObject(answer)) {
		return Array.isArray(answer) ? answer.flatMap((part) => readRefusals(part, depth + 1)) : [];
	}
	const refusal = readRefusal(pick(answer, 'nodeAttributes') ?? answer);
	return refusal ? [refusal] : readRefusals(Object.values(answer), depth + 1);
}

function readRefusal(participant: unknown): IDataObject | undefined {
	const code = pickNumber(participant, 'errorCode') ?? 0;
	const person = personOf(
		pick(participant, 'jid'),
		pick(participant, 'phoneJid'),
		pick(participant, 'lid'),
	);
	if (code < 400 || person.id === '') return undefined;
	return present({ ...person, code, reason: REASONS[code] });
}
