import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { MESSAGE_KINDS } from '../shared/whatsapp/item';
import type { Subscription } from '../shared/whatsapp/subscriptions';
import { SUBSCRIPTION_OPTIONS } from '../shared/whatsapp/subscriptionOptions';

const ONE_WEBHOOK =
	'WaGo has one webhook for each token: this workflow takes it over while it is published, and gives back what was there before';

/** `editEncrypted` becomes `Edit Encrypted`. */
function titleOf(kind: string): string {
	return kind.replace(/^./, (letter) => letter.toUpperCase()).replace(/(?=[A-Z])\B/g, ' ');
}

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);

/** Shown where a subscription to any of these is among the events, or an expression may give one. */
const shownFor = (...subscriptions: Subscription[]): INodeProperties['displayOptions'] => ({
	show: { events: subscriptions },
});

const FOR_MESSAGES = shownFor('All', 'Message', 'Newsletter');

const events: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	options: SUBSCRIPTION_OPTIONS as INodePropertyOptions[],
	default: ['Message'],
	required: true,
	description: 'What WaGo is asked for, and what starts the workflow',
};

/** Groups stand first, since nearly everybody wants one of them. */
const KIND_OPTIONS: INodePropertyOptions[] = [
	{
		name: 'Content',
		value: 'content',
		description:
			'What people send: text, files, places, contacts, polls and votes, orders, replies to buttons and lists. No edits, deletions, reactions, pins and lines of WhatsApp itself.',
	},
	{
		name: 'Media',
		value: 'media',
		description: 'Pictures, videos, voice notes, audio, documents and stickers',
	},
	{ name: 'All Kinds', value: 'all', description: 'Also edits, deletions, reactions and pins' },
	...MESSAGE_KINDS.map((value) => ({ name: titleOf(value), value })).sort(byName),
];

const kinds: INodeProperties = {
	displayName: 'Kinds',
	name: 'kinds',
	type: 'multiOptions',
	options: KIND_OPTIONS,
	default: ['content'],
	required: true,
	displayOptions: FOR_MESSAGES,
	description: 'Which messages start the workflow',
};

const chatTypes: INodeProperties = {
	displayName: 'Chat Types',
	name: 'chatTypes',
	type: 'multiOptions',
	options: [
		{ name: 'Broadcast List', value: 'broadcast' },
		{ name: 'Channel', value: 'channel' },
		{ name: 'Group', value: 'group' },
		{ name: 'Private', value: 'private' },
		{ name: 'Status', value: 'status' },
	],
	default: ['private'],
	displayOptions: shownFor('All', 'Message', 'Newsletter', 'ChatPresence', 'ReadReceipt'),
	description: 'In which chats messages, receipts and typing start the workflow',
};

const ownMessages: INodeProperties = {
	displayName: 'Own Messages',
	name: 'ownMessages',
	type: 'options',
	options: [
		{
			name: 'All',
			value: 'all',
			description: 'Those of workflows as well. A workflow that answers them answers itself.',
		},
		{
			name: 'Ignore',
			value: 'ignore',
			description: 'Messages of the account itself start nothing',
		},
		{
			name: 'Only Those of People',
			value: 'people',
			description: 'What a person types on the phone, but not what a workflow has sent',
		},
	],
	default: 'ignore',
	displayOptions: FOR_MESSAGES,
	description: 'What to do with messages that the account itself has sent',
};

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	displayOptions: FOR_MESSAGES,
	description: 'All of them must hold for a message to start the workflow',
	options: [
		{
			displayName: 'Excluded Senders',
			name: 'excludedSenders',
			type: 'string',
			default: '',
			placeholder: 'e.g. +49 170 1234567, 123456789@lid',
			description: 'Phone numbers or JIDs, separated by commas, whose messages start nothing',
		},
		{
			displayName: 'Maximum Age',
			name: 'maxAge',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			hint: 'In seconds',
			description:
				'Seconds since a message was sent, after which it starts nothing. WaGo delivers what it missed when it connects again. 0 means any age.',
		},
		{
			displayName: 'Senders',
			name: 'senders',
			type: 'string',
			default: '',
			placeholder: 'e.g. +49 170 1234567, 123456789@lid',
			description: 'Phone numbers or JIDs, separated by commas, whose messages start the workflow',
		},
		{
			displayName: 'Text Contains',
			name: 'textContains',
			type: 'string',
			default: '',
			placeholder: 'e.g. invoice',
			description: 'Words that the text or caption must contain, in capital or small letters',
		},
		{
			displayName: 'Text Matches',
			name: 'textMatches',
			type: 'string',
			default: '',
			placeholder: 'e.g. /^order \\d+$/i',
			description:
				'Regular expression that the text or caption must match, plain or as /expression/flags. Look-around and back-references are not supported; the first 10,000 characters are looked at.',
		},
	],
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Accept Deliveries Without Token',
			name: 'acceptWithoutToken',
			type: 'boolean',
			default: false,
			description:
				"Whether to accept a delivery without a token that comes to the secret address. For relatives of WaGo that send none; where they sign, set 'Webhook Signing Secret' in the credential.",
		},
		{
			displayName: 'Deduplicate',
			name: 'deduplicate',
			type: 'boolean',
			default: true,
			description:
				'Whether an event that WaGo delivers more than once starts the workflow only once',
		},
		{
			displayName: 'Deduplication Window',
			name: 'deduplicationWindow',
			type: 'number',
			typeOptions: { minValue: 0.25 },
			default: 24,
			hint: 'In hours',
			description: 'Hours for which an event is remembered',
		},
		{
			displayName: 'Include Raw Event',
			name: 'includeRaw',
			type: 'boolean',
			default: false,
			description:
				"Whether to add the event as WaGo sent it, without the token, in the field 'raw'",
		},
		{
			displayName: 'Include Skipped Events',
			name: 'includeSkipped',
			type: 'boolean',
			default: false,
			description:
				"Whether to start the workflow also with what would not start it, with the reason in the field 'skipped'. For finding out why a message does not arrive.",
		},
		{
			displayName: 'Manage Subscription',
			name: 'manageSubscription',
			type: 'boolean',
			default: true,
			description:
				'Whether to reconnect the session when it does not subscribe to the chosen events, and to connect it when it is not connected',
		},
		{
			displayName: 'Restore Previous Webhook',
			name: 'restorePreviousWebhook',
			type: 'boolean',
			default: true,
			description:
				'Whether to give back what was found when the workflow is unpublished: the webhook, and the subscription where it was changed',
		},
		{
			displayName: 'Webhook Base URL',
			name: 'webhookBaseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. http://n8n:5678',
			description:
				"Address at which WaGo reaches n8n, where that is another than n8n's own webhook URL: in a Docker network, for example",
		},
	],
};

/** The parameters of the trigger. Names and values are what saved workflows depend on. */
export const properties: INodeProperties[] = [
	{ displayName: `${ONE_WEBHOOK}.`, name: 'notice', type: 'notice', default: '' },
	events,
	kinds,
	chatTypes,
	ownMessages,
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: 'Put Output File in Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		displayOptions: FOR_MESSAGES,
		hint: 'The name of the output binary field to put a received file in',
	},
	filters,
	options,
];
