import type { IDataObject } from 'n8n-workflow';

import { readCredentials } from '../../shared/api/credentials';
import { readWebhook, SESSION_ENDPOINTS, type WagoSession } from '../../shared/api/session';
import { publishedTriggers, type PublishedTrigger } from '../../shared/webhook/publishedTriggers';
import { addSubscriptions, type SubscriptionChange } from '../../shared/webhook/subscription';
import {
	foreignUrl,
	isOfTrigger,
	isSameWebhook,
	isTestUrl,
	lastingUrl,
	placeOf,
	secretUrl,
	withPrevious,
} from '../../shared/webhook/webhookUrl';
import { defineCall, defineProcedure, type Resource } from '../engine/operation';
import { additionalBodyFieldsOption } from '../engine/operationFields';
import { InputError, type Parameters } from '../engine/parameters';
import { eventsField, readEventNames } from '../fields/events';

const { readWebhook: readEndpoint, writeWebhook: writeEndpoint } = SESSION_ENDPOINTS;

const get = defineCall({
	value: 'get',
	name: 'Get',
	action: 'Get webhook of session',
	description: 'The address that WaGo delivers events to, and the events it delivers',
	endpoints: [readEndpoint],
	fields: [],
	simplify: true,
	request: () => ({ endpoint: readEndpoint }),
	output: ({ data }) => ({ json: readWebhook(data) }),
});

const set = defineProcedure({
	value: 'set',
	name: 'Set',
	action: 'Set webhook of session',
	description:
		'Choose the address that WaGo delivers events to. A session has just one: the address of an active WaGo Trigger would be replaced. Which events are delivered is chosen when the session is connected.',
	endpoints: [readEndpoint, writeEndpoint],
	fields: [
		{
			displayName: 'Webhook URL',
			name: 'webhookUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://n8n.example.com/webhook/wago',
			description: 'Address that receives the events, as WaGo reaches it',
		},
	],
	options: [additionalBodyFieldsOption],
	run: async ({ session, parameters }) => [
		{ json: await register(session, readWebhookUrl(parameters)) },
	],
});

/** WaGo stores whatever it gets (inferred from wuzapi), and then delivers nothing. */
function readWebhookUrl(parameters: Parameters): string {
	const text = parameters.required('webhookUrl');
	if (/^https?:\/\/[^/\s]+\S*$/i.test(text)) return text;
	throw new InputError(
		`'Webhook URL' is no address: ${text}`,
		"It begins with 'http://' or 'https://'. The operation 'Clear' removes the webhook.",
	);
}

const clear = defineProcedure({
	value: 'clear',
	name: 'Clear',
	action: 'Clear webhook of session',
	description:
		'Remove the address that WaGo delivers events to. A published WaGo Trigger then gets no messages until "Repair" gives it back.',
	endpoints: [readEndpoint, writeEndpoint],
	fields: [],
	options: [additionalBodyFieldsOption],
	run: async ({ session }) => [{ json: { ...(await register(session, '')), cleared: true } }],
});

/** Registers an address, `''` for none, and returns it with the one that it replaced: WaGo keeps just one. */
async function register(session: WagoSession, webhookUrl: string): Promise<IDataObject> {
	const { webhookUrl: previousWebhookUrl } = await session.webhook();
	await session.setWebhook(webhookUrl);
	return { webhookUrl, previousWebhookUrl };
}

/** What else has to be told of a repair. */
const CHANGE_HINTS: Partial<Record<SubscriptionChange, string>> = {
	kept: "WaGo did not disconnect the session, so its events stay as they are. A session that was never linked needs a phone first ('Get QR Code'); one that is offline reconnects by itself: repair it again then.",
	unconfirmed: 'The session is connected, but WaGo does not name all the events afterwards.',
};

const repair = defineProcedure({
	value: 'repair',
	name: 'Repair',
	action: 'Repair webhook of session',
	description:
		"Take the webhook and the events back for a published WaGo Trigger that has lost them, and connect the session if it is not. Mends what 'Diagnose' finds, and changes nothing where nothing is amiss.",
	endpoints: Object.values(SESSION_ENDPOINTS),
	options: [additionalBodyFieldsOption],
	fields: [
		{
			displayName: 'Webhook URL',
			name: 'webhookUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://n8n.example.com/webhook/1f2e3d4c/webhook',
			hint: 'Leave empty to take that of the trigger which this n8n remembers',
			description:
				"Production URL of the WaGo Trigger as its panel shows it, with the address at which WaGo reaches n8n. Needed where n8n has neither published the trigger nor got a delivery for it since it was started, and in queue mode, whose workers don't know the triggers.",
		},
		eventsField({
			displayName: 'Needed Events',
			name: 'events',
			description:
				'The events that the session has to deliver, beside those of the trigger and those that it has',
		}),
	],
	run: async ({ context, itemIndex, parameters, session }) => {
		const { baseUrl, secret: token } = await readCredentials(context, 'wagoApi', itemIndex);
		const needed = readEventNames(parameters, 'events');
		const found = await session.webhook();
		const trigger = triggerOf(found.webhookUrl, publishedTriggers({ baseUrl, token }));
		const url = triggerUrl(parameters, token) ?? trigger?.url ?? ownUrl(found.webhookUrl, token);
		const isLost = !isSameWebhook(found.webhookUrl, url) || isTestUrl(found.webhookUrl, token);
		if (isLost) {
			await session.setWebhook(withPrevious(url, foreignUrl(found.webhookUrl, token), token));
		}
		const wanted = [...needed, ...(trigger?.events ?? [])];
		const change = await addSubscriptions(session, found.subscribe, wanted);
		const hint = CHANGE_HINTS[change];
		if (hint) context.addExecutionHints({ message: hint, type: 'warning', location: 'outputPane' });
		const json = {
			webhookUrl: placeOf(url),
			webhookRepaired: isLost,
			eventsRepaired: change === 'done',
			subscribe: (await session.webhook()).subscribe,
		};
		return [{ json }];
	},
});

/** The trigger that has the webhook, or else the last one that was published for the session. */
function triggerOf(
	registered: string,
	triggers: readonly PublishedTrigger[],
): PublishedTrigger | undefined {
	return triggers.find(({ url }) => isSameWebhook(registered, url)) ?? triggers[0];
}

/** The URL of the field 'Webhook URL' with its secret; `undefined` where it is empty. */
function triggerUrl(parameters: Parameters, token: string): string | undefined {
	if (parameters.text('webhookUrl').trim() === '') return undefined;
	const text = readWebhookUrl(parameters);
	const url = secretUrl(text, token);
	if (url) return url;
	throw new InputError(
		`'Webhook URL' is not the production URL of a WaGo Trigger: ${text}`,
		"It ends in '/webhook' and has no 'webhook-test' in it. The panel of the WaGo Trigger shows it under 'Webhook URLs'.",
	);
}

/** The trigger's URL that is registered, or that a test has pushed aside. */
function ownUrl(registered: string, token: string): string {
	const lasting = lastingUrl(registered, token);
	if (isOfTrigger(lasting, token)) return lasting;
	throw new InputError(
		'No published WaGo Trigger of this session is known',
		"Put the production URL of the WaGo Trigger into 'Webhook URL'. Or unpublish the workflow of the WaGo Trigger, then publish it.",
	);
}

export const webhook: Resource = {
	value: 'webhook',
	name: 'Webhook',
	operations: [get, set, clear, repair],
};
