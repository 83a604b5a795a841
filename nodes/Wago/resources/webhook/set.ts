import { additionalBodyFieldsOption } from '../../engine/operationFields';
import { defineProcedure } from '../../engine/operation';
import { InputError, type Parameters } from '../../engine/parameters';
import { readEndpoint, register, writeEndpoint } from './registration';

export const set = defineProcedure({
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
	run: async (tools) => [{ json: await register(tools, readWebhookUrl(tools.parameters)) }],
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
