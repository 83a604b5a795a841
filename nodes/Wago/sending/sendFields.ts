import type { INodeProperties } from 'n8n-workflow';

import { keysOf } from '../../shared/api/wire';
import type { SendOperation } from '../engine/operation';
import { contextOptions } from './contextInfo';
import { markReadOption } from './markRead';
import { mediaFields } from './fileFields';
import { numberSpellingOption } from './numberSpelling';
import { pacingOption } from './pacing';
import { typingOption } from './typing';

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
			placeholder: 'Select a contact, group or channel...',
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

/**
 * The fields of a question's recipient. n8n's tool for human review is the operation as a node type of its own; there
 * somebody else than the contact decides about what the agent wants to do, so nobody is filled in.
 */
export const askedFields: readonly INodeProperties[] = [
	{ ...recipientField, displayOptions: { hide: { '@tool': [true] } } },
	{
		...recipientField,
		default: { mode: 'phone', value: '' },
		displayOptions: { show: { '@tool': [true] } },
		description:
			'Who decides: a phone number with country code, or a JID. Not the contact who writes with the agent.',
	},
];

/** What decides under which ID a message goes out. */
const identityOptions: readonly INodeProperties[] = [
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

/** `Forward` is documented as 'where supported': where an endpoint's own fields name it. */
const forwardOption: INodeProperties = {
	displayName: 'Mark as Forwarded',
	name: 'forward',
	type: 'boolean',
	default: true,
	description: "Whether WhatsApp shows the message as 'Forwarded'",
};

const commonOptions: readonly INodeProperties[] = [
	...identityOptions,
	markReadOption,
	numberSpellingOption,
	pacingOption,
	typingOption,
];

/** The fields of a send in the order of the editor. */
export function sendFields({ media, fields }: SendOperation): INodeProperties[] {
	return [recipientField, ...(media ? mediaFields(media) : []), ...fields];
}

export function sendOptions({ endpoints }: SendOperation): INodeProperties[] {
	const options = [...commonOptions, ...contextOptions];
	if (endpoints.some(({ path }) => keysOf(path).forward)) options.push(forwardOption);
	return options;
}
