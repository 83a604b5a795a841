import type { INodeProperties } from 'n8n-workflow';

import { plainText } from '../../../shared/lib/plainText';
import { chatTypeOf } from '../../../shared/whatsapp/jid';
import { normaliseRecipient } from '../../../shared/whatsapp/phone';
import { InputError, type Parameters } from '../../engine/parameters';

export const newsletterIdField: INodeProperties = {
	displayName: 'Channel',
	name: 'newsletterId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'The channel, from the list or by its JID',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a channel...',
			typeOptions: { searchListMethod: 'searchNewsletters', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 120363000000000009@newsletter',
		},
	],
};

/** A channel that the account need not follow yet, so that it may not be in the list. */
export const newsletterIdOrLinkField: INodeProperties = {
	...newsletterIdField,
	description: 'The channel, from the list, by its JID or by its invite link',
	modes: [
		...(newsletterIdField.modes ?? []),
		{
			displayName: 'By Invite Link',
			name: 'link',
			type: 'string',
			placeholder: 'e.g. https://whatsapp.com/channel/0029VaABCDEFGHIJKLMNOP',
		},
	],
};

/** The JID of the channel. Throws {@link InputError} for anything else. */
export function readNewsletterId(parameters: Parameters): string {
	const text = parameters.required('newsletterId');
	const newsletterId = newsletterIdOf(text);
	if (newsletterId) return newsletterId;
	throw new InputError(
		`'Channel' is not the JID of a channel: ${text}`,
		"It ends in '@newsletter'.",
	);
}

/** The JID of the channel, or the key of its invite link. Throws {@link InputError} for anything else. */
export function readNewsletter(parameters: Parameters): { id: string } | { key: string } {
	const text = parameters.required('newsletterId');
	const id = newsletterIdOf(text);
	if (id) return { id };
	const [key] = text
		.replace(/^(https?:\/\/)?(www\.)?whatsapp\.com\/channel\//i, '')
		.split(/[/?#]/, 1);
	if (/^[\w-]+$/.test(key)) return { key };
	throw new InputError(
		`'Channel' is neither the JID nor the invite link of a channel: ${text}`,
		"A JID ends in '@newsletter', a link begins with 'https://whatsapp.com/channel/'.",
	);
}

function newsletterIdOf(text: string): string | undefined {
	const plain = plainText(text);
	const id = normaliseRecipient(/^\d+$/.test(plain) ? `${plain}@newsletter` : plain);
	return id !== undefined && chatTypeOf(id) === 'channel' ? id : undefined;
}
