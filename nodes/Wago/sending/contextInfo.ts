import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { bodyOf, type BodyValues } from '../../shared/api/wire';
import { toJid } from '../../shared/whatsapp/phone';
import { asList, asText, InputError } from '../engine/parameters';
import { toRecipient } from './recipient';

/** After a WaGo Trigger, adding the option is all that a reply needs. */
const quoteOption: INodeProperties = {
	displayName: 'Quote Message',
	name: 'quote',
	type: 'fixedCollection',
	default: {
		message: {
			quotedMessageId: '={{ $json.messageId }}',
			quotedSenderId: '={{ $json.sender.id }}',
		},
	},
	placeholder: 'Add message',
	description:
		'Shows the message that this one answers above it. After a WaGo Trigger the defaults are right.',
	options: [
		{
			displayName: 'Message',
			name: 'message',
			values: [
				{
					displayName: 'Quoted Message ID',
					name: 'quotedMessageId',
					type: 'string',
					default: '={{ $json.messageId }}',
					description: 'ID of the message that this one answers',
				},
				{
					displayName: 'Quoted Sender ID',
					name: 'quotedSenderId',
					type: 'string',
					default: '={{ $json.sender.id }}',
					description: 'JID or phone number of who wrote it',
				},
			],
		},
	],
};

const mentionsOption: INodeProperties = {
	displayName: 'Mentions',
	name: 'mentions',
	type: 'string',
	default: '',
	placeholder: 'e.g. 5511912345678, 5511987654321',
	description:
		"Comma-separated phone numbers or JIDs to mention in a group. The text must contain '@' and the number of each.",
};

export const contextOptions: readonly INodeProperties[] = [mentionsOption, quoteOption];

/**
 * WaGo's `ContextInfo`: the quoted message and the people mentioned; `undefined` where there is neither.
 * WaGo wants the quoted ID and its sender both or not at all. Throws {@link InputError} for half a quote.
 */
export function contextInfo(options: IDataObject): IDataObject | undefined {
	const mentions = asList(options.mentions, 'Mentions').map((person) => asJid(person, 'Mentions'));
	const info = bodyOf('contextInfo', {
		...quote(options),
		mentions: mentions.length > 0 ? mentions : undefined,
	});
	return Object.keys(info).length > 0 ? info : undefined;
}

function quote(options: IDataObject): BodyValues<'contextInfo'> {
	const quoted = (options.quote as IDataObject | undefined)?.message as IDataObject | undefined;
	if (!quoted) return {};
	const messageId = asText(quoted.quotedMessageId, 'Quoted Message ID');
	const sender = asText(quoted.quotedSenderId, 'Quoted Sender ID');
	if (messageId === '' || sender === '') {
		throw new InputError(
			"'Quote Message' needs both 'Quoted Message ID' and 'Quoted Sender ID'",
			'Fill in both, or remove the option.',
		);
	}
	return { messageId, senderId: asJid(sender, 'Quoted Sender ID') };
}

function asJid(person: string, label: string): string {
	return toJid(toRecipient(person, label));
}
