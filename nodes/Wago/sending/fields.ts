import type { INodeProperties } from 'n8n-workflow';

import type { SendOperation } from '../operation';
import { mediaFields } from './media';

export const recipientField: INodeProperties = {
	displayName: 'Recipient',
	name: 'recipient',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'id', value: '={{ $json.replyTo }}' },
	description:
		'Who the message goes to: a phone number with country code, or the JID of a contact, group or channel',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a contact or group...',
			typeOptions: { searchListMethod: 'searchRecipients', searchable: true },
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

/** What every message can carry beside its content. */
const messageOptions: INodeProperties[] = [
	{
		displayName: 'Idempotency Key',
		name: 'idempotencyKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. order-1234',
		description:
			'Text that stands for this message, an order number for example. The same key sent to the same recipient always has the same message ID, so that WhatsApp shows it once, also across executions.',
	},
	{
		displayName: 'Message ID',
		name: 'messageId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 3EB0C431C26A1916E07A',
		description:
			'WhatsApp ID for this message. By default the node makes one that repeats when the item is sent again.',
	},
];

const quoteOptions: INodeProperties[] = [
	{
		displayName: 'Mentions',
		name: 'mentions',
		type: 'string',
		default: '',
		placeholder: 'e.g. 5511912345678, 5511987654321',
		description:
			"Comma-separated phone numbers or JIDs to mention in a group. The text must contain '@' and the number of each.",
	},
	{
		displayName: 'Quoted Message ID',
		name: 'quotedMessageId',
		type: 'string',
		default: '={{ $json.messageId }}',
		description:
			'ID of the message that this one answers, shown as a quote. After a WaGo Trigger the default is right.',
	},
	{
		displayName: 'Quoted Sender ID',
		name: 'quotedSenderId',
		type: 'string',
		default: '={{ $json.sender.id }}',
		description:
			'JID or phone number of the author of the quoted message. Needed together with its ID.',
	},
];

/** The fields of a send in the order of the editor. */
export function sendFields({ media, fields }: SendOperation): INodeProperties[] {
	return [recipientField, ...(media ? mediaFields(media) : []), ...fields];
}

export function sendOptions({ quotable = true }: SendOperation): INodeProperties[] {
	return quotable ? [...messageOptions, ...quoteOptions] : [];
}
