import { readCredentials } from '../../../shared/api/credentials';
import { outcomeOf, SESSION_ENDPOINTS, type Outcome } from '../../../shared/api/session';
import { publishedTriggers } from '../../../shared/webhook/publishedTriggers';
import { refusedLately } from '../../../shared/webhook/refusedDeliveries';
import { defineProcedure, type ItemTools } from '../../engine/operation';
import { eventsField, readEventNames } from '../../fields/events';
import { diagnosis, hasNoAnswer, summaryOf, type Findings } from './diagnosis';
import { healthEndpoint } from './getHealth';

export const diagnose = defineProcedure({
	value: 'diagnose',
	name: 'Diagnose',
	action: 'Diagnose connection to server',
	description:
		'Check whether the server is reachable, the token known, the session connected and logged in, the webhook this n8n, the events subscribed, and whether deliveries were refused or go elsewhere. One item a check, those that fail first, with what to do. Reads only and changes nothing.',
	endpoints: [healthEndpoint, SESSION_ENDPOINTS.readWebhook, SESSION_ENDPOINTS.status],
	fields: [
		eventsField({
			displayName: 'Needed Events',
			name: 'events',
			description: "The events that the session has to deliver: those of your WaGo Trigger's",
		}),
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
	run: async (tools) => {
		const checks = diagnosis(await find(tools));
		const type = checks.every(({ allOk }) => allOk) ? 'info' : 'warning';
		const message = summaryOf(checks);
		tools.context.addExecutionHints({ message, type, location: 'outputPane' });
		return checks.map((check) => ({ json: { ...check } }));
	},
});

/** Asks what can be asked: nothing more once the network has failed. */
async function find({
	context,
	itemIndex,
	parameters,
	session,
	ask,
}: ItemTools): Promise<Findings> {
	const { baseUrl, secret: token } = await readCredentials(context, 'wagoApi', itemIndex);
	const known = {
		baseUrl,
		token,
		ownAddresses: [
			parameters.textOption('webhookBaseUrl'),
			context.getRestApiUrl(),
			context.getInstanceBaseUrl(),
		],
		needed: readEventNames(parameters, 'events'),
		triggers: publishedTriggers({ baseUrl, token }),
		refusals: refusedLately(token),
	};
	const reply = await ask({ endpoint: healthEndpoint });
	const health: Outcome<unknown> = reply.ok ? { ok: true, value: reply.answer } : reply;
	if (hasNoAnswer(health)) return { ...known, health };
	const webhook = await outcomeOf(session.webhook());
	const status = await outcomeOf(session.status());
	return { ...known, health, webhook, status };
}
