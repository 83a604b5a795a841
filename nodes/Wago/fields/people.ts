import type { INodeProperties } from 'n8n-workflow';

import { pick, pickFilled, readJid } from '../../shared/api/answer';
import { isObject } from '../../shared/lib/lookup';
import type { Party } from '../../shared/whatsapp/item';
import { chatTypeOf } from '../../shared/whatsapp/jid';
import { toJid } from '../../shared/whatsapp/phone';
import { readParty } from '../../shared/whatsapp/source';
import { listField } from './lists';
import { InputError, type Parameters } from '../engine/parameters';
import { readRecipient, toRecipient } from '../sending/recipient';

/** One person of WhatsApp. After a WaGo Trigger the default is who wrote. */
export const contactField: INodeProperties = {
	displayName: 'Contact',
	name: 'phone',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'id', value: '={{ $json.sender.phone || $json.sender.id }}' },
	description: 'The phone number with country code, or the JID of the contact',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a contact...',
			typeOptions: { searchListMethod: 'searchContacts', searchable: true },
		},
		{
			displayName: 'By Phone Number',
			name: 'phone',
			type: 'string',
			placeholder: 'e.g. +55 11 91234-5678',
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 5511912345678@s.whatsapp.net',
		},
	],
};

export const participantsField = listField({
	displayName: 'Participants',
	name: 'participants',
	entry: 'Participant',
	description: 'The people',
	values: [
		{
			displayName: 'Phone Number or ID',
			name: 'phone',
			type: 'string',
			default: '',
			placeholder: 'e.g. +55 11 91234-5678',
			description:
				'The phone number with country code, or the JID of the person. An expression may give a list of several.',
		},
	],
});

/** The contact as WaGo wants it: digits or a JID. Throws {@link InputError} for groups and channels. */
export function readContactId(parameters: Parameters): string {
	const contact = readRecipient(parameters, contactField.name);
	if (chatTypeOf(toJid(contact)) === 'private') return contact;
	throw new InputError(`'Contact' is not a person: ${contact}`, 'Choose a contact, not a group.');
}

/** The JIDs of the participants. Throws {@link InputError} where there is none. */
export function readParticipants(parameters: Parameters): string[] {
	const people = parameters.addresses(participantsField.name, 'phone');
	if (people.length > 0) return people.map((person) => toJid(toRecipient(person, 'Participants')));
	throw new InputError("'Participants' is empty", 'Add at least one person.');
}

/** A person by all addresses that an answer has of them; `phone` is never made from a hidden number (LID). */
export function personOf(...addresses: unknown[]): Party {
	const known = addresses.map(readJid).filter((address) => address !== '');
	return readParty(known.length > 0 ? known : ['']);
}

/** The digits that an answer of `/user/check` is about; `undefined` where it does not say. */
export function askedNumber(user: unknown): string | undefined {
	return pickFilled(user, 'query')?.replace(/@.*|\D/g, '');
}

/** The name of a verified business: text, or whatsmeow's `{Details: {verifiedName}}`. */
export function verifiedNameOf(record: unknown): string | undefined {
	const name = pick(record, 'verifiedName');
	if (!isObject(name)) return pickFilled(record, 'verifiedName');
	return pickFilled(pick(name, 'nameDetails'), 'verifiedName');
}
