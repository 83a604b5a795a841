import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { pick, pickFilled, pickList, pickNumber, readJid } from '../../shared/api/answer';
import type { ANSWER_KEYS } from '../../shared/api/answerKeys';
import { get, post } from '../../shared/api/endpoint';
import { bodyOf } from '../../shared/api/wire';
import { isObject, present } from '../../shared/lib/lookup';
import { plainText } from '../../shared/lib/plainText';
import { isoTime } from '../../shared/lib/time';
import { readContent } from '../../shared/whatsapp/content';
import { chatTypeOf } from '../../shared/whatsapp/jid';
import { normaliseRecipient } from '../../shared/whatsapp/phone';
import { defineCall, type Resource } from '../engine/operation';
import { InputError, type Parameters } from '../engine/parameters';

const newsletterIdField: INodeProperties = {
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
const newsletterIdOrLinkField: INodeProperties = {
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
function readNewsletterId(parameters: Parameters): string {
	const text = parameters.required('newsletterId');
	const newsletterId = newsletterIdOf(text);
	if (newsletterId) return newsletterId;
	throw new InputError(
		`'Channel' is not the JID of a channel: ${text}`,
		"It ends in '@newsletter'.",
	);
}

/** The JID of the channel, or the key of its invite link. Throws {@link InputError} for anything else. */
function readNewsletter(parameters: Parameters): { id: string } | { key: string } {
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

const createEndpoint = post('/newsletter/create', { provenance: 'listed' });

const create = defineCall({
	value: 'create',
	name: 'Create',
	action: 'Create channel',
	description: 'Create a channel of the account',
	endpoints: [createEndpoint],
	fields: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Example News',
			description: 'Name of the channel',
		},
		{
			displayName: 'Description',
			name: 'description',
			type: 'string',
			typeOptions: { rows: 2 },
			default: '',
			placeholder: 'e.g. What is new at Example',
			description: 'What the channel is about',
		},
	],
	simplify: true,
	request: (parameters) => ({
		endpoint: createEndpoint,
		body: bodyOf('/newsletter/create', {
			name: parameters.required('name'),
			description: parameters.text('description'),
		}),
	}),
	output: ({ data }, parameters) => ({
		json: { name: parameters.required('name'), ...readNewsletterAnswer(data) },
	}),
});

const listEndpoint = get('/newsletter/list', { provenance: 'listed' });

export const getNewsletters = defineCall({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many channels',
	description: 'List the channels that the account owns or follows',
	endpoints: [listEndpoint],
	fields: [],
	simplify: true,
	list: true,
	request: () => ({ endpoint: listEndpoint }),
	output: ({ data }) =>
		pickList(data, 'newsletters').map((newsletter) => ({ json: readNewsletterAnswer(newsletter) })),
});

const byId = post('/newsletter/info', { provenance: 'listed', changes: false });
const byLink = post('/newsletter/link', { provenance: 'listed', changes: false });

const getNewsletter = defineCall({
	value: 'get',
	name: 'Get',
	action: 'Get channel',
	description: 'Get the name, description and number of followers of a channel',
	endpoints: [byId, byLink],
	fields: [newsletterIdOrLinkField],
	simplify: true,
	request: (parameters) => {
		const newsletter = readNewsletter(parameters);
		if ('key' in newsletter) {
			return { endpoint: byLink, body: bodyOf('/newsletter/link', newsletter) };
		}
		return { endpoint: byId, body: bodyOf('/newsletter/info', { newsletterId: newsletter.id }) };
	},
	output: ({ data }) => ({ json: readNewsletterAnswer(data) }),
});

const subscribeEndpoint = post('/newsletter/subscribe', { provenance: 'listed' });

const subscribe = defineCall({
	value: 'subscribe',
	name: 'Subscribe',
	action: 'Subscribe to channel',
	description:
		"Follow a channel. The operation 'Get' finds the ID of a channel by its invite link.",
	endpoints: [subscribeEndpoint],
	fields: [newsletterIdField],
	request: (parameters) => ({
		endpoint: subscribeEndpoint,
		body: bodyOf('/newsletter/subscribe', { newsletterId: readNewsletterId(parameters) }),
	}),
	output: (_answer, parameters) => ({
		json: { newsletterId: readNewsletterId(parameters), subscribed: true },
	}),
});

const messagesEndpoint = post('/newsletter/messages', { provenance: 'listed', changes: false });

const getMessages = defineCall({
	value: 'getMessages',
	name: 'Get Messages',
	action: 'Get messages of channel',
	description: 'Get the latest posts of a channel, or those before a certain one',
	endpoints: [messagesEndpoint],
	fields: [
		newsletterIdField,
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50,
			description: 'Max number of results to return',
		},
	],
	options: [
		{
			displayName: 'Before Server ID',
			name: 'before',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: "Only posts before the one with this 'serverId'. 0 begins with the latest.",
		},
	],
	simplify: true,
	request: (parameters) => {
		const before = parameters.numberOption('before');
		return {
			endpoint: messagesEndpoint,
			body: bodyOf('/newsletter/messages', {
				newsletterId: readNewsletterId(parameters),
				count: parameters.number('limit'),
				before: before > 0 ? before : undefined,
			}),
		};
	},
	output: ({ data }, parameters) =>
		pickList(data, 'messages')
			.slice(0, parameters.number('limit'))
			.map((message) => ({
				json: { newsletterId: readNewsletterId(parameters), ...readPost(message) },
			})),
});

/** WhatsApp's channels, which WaGo calls by WhatsApp's own older name. */
export const newsletter: Resource = {
	value: 'newsletter',
	name: 'Channel',
	operations: [create, getNewsletters, getNewsletter, subscribe, getMessages],
};

/** A channel. Inferred from whatsmeow's `NewsletterMetadata`: texts are `{id, text, …}`, numbers come as text. */
function readNewsletterAnswer(data: unknown): IDataObject {
	const newsletter = pick(data, 'newsletter') ?? data;
	const thread = pick(newsletter, 'threadMetadata') ?? newsletter;
	const viewer = pick(newsletter, 'viewerMetadata') ?? newsletter;
	return present({
		id: readJid(pick(newsletter, 'newsletterId')) || undefined,
		name: textOf(thread, 'name'),
		description: textOf(thread, 'description'),
		createdAt: isoTime(pickNumber(thread, 'createdAt') ?? pick(thread, 'createdAt')),
		inviteCode: pickFilled(thread, 'inviteCode'),
		subscriberCount: pickNumber(thread, 'subscriberCount'),
		verified: verified(pickFilled(thread, 'verification')),
		role: pickFilled(viewer, 'role')?.toLowerCase(),
	});
}

function textOf(record: unknown, name: keyof typeof ANSWER_KEYS): string | undefined {
	const value = pick(record, name);
	return isObject(value) ? pickFilled(value, 'text') : pickFilled(record, name);
}

function verified(verification: string | undefined): boolean | undefined {
	return verification === undefined ? undefined : verification.toLowerCase() === 'verified';
}

/** A post of a channel. Inferred from whatsmeow's `NewsletterMessage`; `serverId` numbers the posts of a channel. */
function readPost(post: unknown): IDataObject {
	const { kind, text } = readContent(pick(post, 'message'));
	const reactions = pick(post, 'reactions');
	return present({
		messageId: pickFilled(post, 'messageId'),
		serverId: pickNumber(post, 'serverId'),
		timestamp: isoTime(pick(post, 'timestamp')),
		kind,
		text,
		views: pickNumber(post, 'views'),
		reactions: isObject(reactions) ? (reactions as IDataObject) : undefined,
	});
}
