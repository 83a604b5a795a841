import type { INodePropertyOptions } from 'n8n-workflow';

import { readCredentials } from '../../../shared/api/credentials';
import { get } from '../../../shared/api/endpoint';
import { SUBSCRIPTION_OPTIONS } from '../../../shared/whatsapp/subscriptionOptions';
import { defineProcedure, type ItemTools } from '../../engine/operation';
import { readSubscription } from '../session/subscription';
import { readEndpoint as webhookEndpoint } from '../webhook/registration';
import { diagnosis, hasNoAnswer, type Findings } from './diagnosis';
import { healthEndpoint } from './getHealth';

const statusEndpoint = get('/session/status');

export const diagnose = defineProcedure({
	value: 'diagnose',
	name: 'Diagnose',
	action: 'Diagnose connection to server',
	description:
		'Check, in this order, whether the server is reachable, the token known, the session connected and logged in, the webhook this n8n and the events subscribed. Says what to do for each, reads only and changes nothing.',
	endpoints: [healthEndpoint, webhookEndpoint, statusEndpoint],
	fields: [
		{
			displayName: 'Needed Events',
			name: 'events',
			type: 'multiOptions',
			default: ['Message'],
			options: SUBSCRIPTION_OPTIONS as INodePropertyOptions[],
			description: "The events that the session has to deliver: those of your WaGo Trigger's",
		},
	],
	options: [
		{
			displayName: 'Webhook Base URL',
			name: 'webhookBaseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. http://n8n:5678',
			description:
				"Another address of this n8n: the one in the WaGo Trigger's option of the same name, if it has one",
		},
	],
	run: async (tools) => [{ json: { ...diagnosis(await find(tools)) } }],
});

/** Asks what can be asked: nothing more once the network has failed. */
async function find({ context, itemIndex, parameters, ask }: ItemTools): Promise<Findings> {
	const { baseUrl, secret: token } = await readCredentials(context, 'wagoApi', itemIndex);
	const ownAddresses = [
		parameters.textOption('webhookBaseUrl'),
		context.getRestApiUrl(),
		context.getInstanceBaseUrl(),
	];
	const needed = readSubscription(parameters, 'events');
	const known = { baseUrl, token, ownAddresses, needed };
	const health = await ask({ endpoint: healthEndpoint });
	if (hasNoAnswer(health)) return { ...known, health };
	const webhook = await ask({ endpoint: webhookEndpoint });
	const status = await ask({ endpoint: statusEndpoint });
	return { ...known, health, webhook, status };
}
