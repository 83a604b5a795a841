import type { IDataObject } from 'n8n-workflow';

import { pick, pickFilled, pickList } from '../../../shared/api/answer';
import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { present } from '../../../shared/lib/lookup';
import { normaliseRecipient } from '../../../shared/whatsapp/phone';
import { defineCall } from '../../engine/operation';
import { InputError, type Parameters } from '../../engine/parameters';
import { personOf, verifiedNameOf } from '../../fields/people';

const endpoint = post('/user/check');
const keys = bodyKeys('/user/check');

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
	request: (parameters) => ({ endpoint, body: { [keys.phones]: readPhones(parameters) } }),
	output: ({ data }, parameters) => {
		const users = pickList(data, 'users');
		return readPhones(parameters).map((phone, index) => ({
			json: { query: phone, ...readCheck(findUser(users, phone) ?? users[index]) },
		}));
	},
});

function readPhones(parameters: Parameters): string[] {
	const phones = parameters.addresses('phone', 'phone').map(toPhone);
	if (phones.length > 0) return phones;
	throw new InputError("'Phone Number' is empty", 'Fill it in, or check its expression.');
}

function toPhone(text: string): string {
	const phone = normaliseRecipient(text);
	if (phone && !phone.includes('@')) return phone;
	throw new InputError(
		`'Phone Number' is not a phone number: ${text}`,
		"Write it with its country code, for example '+55 11 91234-5678'.",
	);
}

/** WaGo repeats what was asked for as `Query`, perhaps with a plus. */
function findUser(users: unknown[], phone: string): unknown {
	return users.find((user) => pickFilled(user, 'query')?.replace(/\D/g, '') === phone);
}

function readCheck(user: unknown): IDataObject {
	if (pick(user, 'isOnWhatsApp') !== true) return { exists: false };
	const person = personOf(pick(user, 'jid'), pick(user, 'lid'));
	return present({ exists: true, ...person, verifiedName: verifiedNameOf(user) });
}
