import type { IDataObject } from 'n8n-workflow';

import { pick, pickList } from '../../../shared/api/answer';
import { post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { present } from '../../../shared/lib/lookup';
import { defineCall } from '../../engine/operation';
import { InputError, type Parameters } from '../../engine/parameters';
import { askedNumber, personOf, verifiedNameOf } from '../../fields/people';
import { toPhone } from '../../sending/recipient';

const endpoint = post('/user/check', { changes: false });

export const check = defineCall({
	value: 'check',
	name: 'Check',
	action: 'Check whether phone numbers are on WhatsApp',
	description: 'Find out which phone numbers have a WhatsApp account, and under which ID',
	endpoints: [endpoint],
	fields: [
		{
			displayName: 'Phone Number',
			name: 'phone',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. +55 11 91234-5678',
			description:
				'The phone number with country code. Several are separated by commas, or given as a list by an expression.',
		},
	],
	simplify: true,
	request: (parameters) => ({
		endpoint,
		body: bodyOf('/user/check', { phones: readPhones(parameters) }),
	}),
	output: ({ data }, parameters) => {
		const users = pickList(data, 'users');
		const phones = readPhones(parameters);
		return phones.map((phone, index) => ({
			json: { query: phone, ...readCheck(findUser(users, phone, phones, index)) },
		}));
	},
});

function readPhones(parameters: Parameters): string[] {
	const phones = parameters
		.addresses('phone', 'phone')
		.map((text) => toPhone(text, parameters.label('phone')));
	if (phones.length > 0) return phones;
	throw new InputError("'Phone Number' is empty", 'Fill it in, or check its expression.');
}

/**
 * WaGo repeats what was asked for as `Query`, perhaps with a plus. An answer that does not is the one at the same place,
 * unless it is that of another number.
 */
function findUser(users: unknown[], phone: string, phones: string[], index: number): unknown {
	const asked = users.map(askedNumber);
	const position = asked.indexOf(phone);
	if (position !== -1) return users[position];
	return phones.includes(asked[index] ?? '') ? undefined : users[index];
}

/** The JID may be a hidden number (LID), from which no phone is made. */
function readCheck(user: unknown): IDataObject {
	if (pick(user, 'isOnWhatsApp') !== true) return { exists: false };
	const person = personOf(pick(user, 'jid'), pick(user, 'phoneJid'), pick(user, 'lid'));
	return present({ exists: true, ...person, verifiedName: verifiedNameOf(user) });
}
