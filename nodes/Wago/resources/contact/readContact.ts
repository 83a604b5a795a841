import type { IDataObject } from 'n8n-workflow';

import type { AnswerEntry } from '../../../shared/api/answer';
import { pick, pickFilled, pickList } from '../../../shared/api/answer';
import { present } from '../../../shared/lib/lookup';
import { personOf, verifiedNameOf } from '../../fields/people';

/**
 * One contact of the address book; `undefined` for what has no JID. Inferred: wuzapi answers with an object keyed
 * by JID, evolution-go with a list whose elements hold theirs.
 */
export function readContact({ key, value }: AnswerEntry): IDataObject | undefined {
	const person = personOf(pick(value, 'jid') ?? key, pick(value, 'phoneJid'), pick(value, 'lid'));
	if (!person.id.includes('@')) return undefined;
	const names = {
		fullName: pickFilled(value, 'fullName'),
		firstName: pickFilled(value, 'firstName'),
		businessName: pickFilled(value, 'businessName'),
		pushName: pickFilled(value, 'pushName'),
	};
	const name = names.fullName ?? names.firstName ?? names.businessName ?? names.pushName;
	return present({ ...person, name, ...names });
}

/** What WhatsApp tells about one account. Inferred from whatsmeow's `UserInfo`, keyed by JID in wuzapi. */
export function readUser({ key, value }: AnswerEntry): IDataObject {
	return present({
		...personOf(pick(value, 'jid') ?? key, pick(value, 'lid')),
		about: pickFilled(value, 'about'),
		verifiedName: verifiedNameOf(value),
		pictureId: pickFilled(value, 'pictureId'),
		deviceCount: pickList(value, 'devices').length || undefined,
	});
}
