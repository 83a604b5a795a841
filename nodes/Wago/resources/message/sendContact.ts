import type { IDataObject } from 'n8n-workflow';

import { post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { buildVcard } from '../../../shared/whatsapp/buildVcard';
import { listField, requiredText } from '../../fields/lists';
import { defineSend, type SendBody } from '../../engine/operation';
import { asList, asText, InputError } from '../../engine/parameters';
import { toPhone } from '../../sending/recipient';

const endpoint = post('/send/contact');

export const sendContact = defineSend({
	value: 'sendContact',
	name: 'Send Contact',
	action: 'Send contact message',
	description: 'Send one or more contact cards, each as a message of its own',
	endpoints: [endpoint],
	fields: [
		listField({
			displayName: 'Contacts',
			name: 'contacts',
			entry: 'Contact',
			description:
				"The contact cards. An expression in 'Name' may give a list of them, such as the contacts of a message from the WaGo Trigger.",
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. Ana Souza',
					description: 'Full name of the contact',
				},
				{
					displayName: 'Phone Numbers',
					name: 'phones',
					type: 'string',
					default: '',
					placeholder: 'e.g. +55 11 91234-5678, +55 11 3123-4567',
					description: 'Comma-separated numbers with country code, the main one first',
				},
				{
					displayName: 'Organization',
					name: 'organization',
					type: 'string',
					default: '',
					placeholder: 'e.g. Example Ltda',
					description: 'Company of the contact',
				},
				{
					displayName: 'Email',
					name: 'email',
					type: 'string',
					default: '',
					placeholder: 'e.g. ana@example.com',
					description: 'E-mail address of the contact',
				},
			],
		}),
	],
	messages: (parameters) => {
		const contacts = parameters.rows('contacts', 'name');
		if (contacts.length > 0) return contacts.map(cardMessage);
		throw new InputError("'Contacts' is empty", 'Add at least one contact.');
	},
});

/** A card from its fields, or one that came in and is passed on as it is. */
function cardMessage(contact: IDataObject): SendBody {
	const name = requiredText(contact, 'name', 'Name');
	const vcard = asText(contact.vcard, 'vcard') || newCard(name, contact);
	return { endpoint, body: bodyOf('/send/contact', { name, vcard }) };
}

function newCard(name: string, contact: IDataObject): string {
	const phones = asList(contact.phones, 'Phone Numbers').map((text) =>
		toPhone(text, 'Phone Numbers'),
	);
	if (phones.length === 0) throw new InputError(`The contact '${name}' has no phone number`);
	return buildVcard({
		name,
		phones,
		organization: asText(contact.organization, 'Organization'),
		email: asText(contact.email, 'Email'),
	});
}
