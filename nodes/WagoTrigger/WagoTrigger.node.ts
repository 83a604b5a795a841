import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { isRegistered, register, unregister } from './hooks';
import { properties } from './properties';
import { receive } from './reception';

/** Starts a workflow with what WaGo delivers. Each step has a file of its own; this one only names them. */
export class WagoTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WaGo Trigger',
		name: 'wagoTrigger',
		icon: { light: 'file:../../icons/wago.svg', dark: 'file:../../icons/wago.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		// The node creator shows it for both nodes, which it lists as one.
		description: 'Handle WhatsApp messages, receipts and calls through a WaGo server',
		eventTriggerDescription: 'Waiting for something to happen on WhatsApp',
		activationMessage:
			'You can now send WhatsApp messages to the account of this session: they start this workflow.',
		defaults: { name: 'WaGo Trigger' },
		triggerPanel: {
			header: 'Wait for a WhatsApp event',
			executionsHelp: {
				inactive:
					"<b>While building your workflow</b>, click 'Execute step', then send a WhatsApp message to the account of this session. This starts an execution that shows up in this editor.<br /> <br /><b>Once you're happy with your workflow</b>, publish it. Then every message starts an execution, which shows up in the executions list.",
				active:
					"<b>While building your workflow</b>, click 'Execute step', then send a WhatsApp message to the account of this session. Listening takes the webhook from the published workflow and gives it back when it ends.<br /> <br /><b>Your workflow also starts by itself</b>, since it is published. Those executions show up in the executions list.",
			},
			activationHint:
				"Once you've finished building your workflow, publish it to have it started by every message, without 'Execute step'.",
		},
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'wagoApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// Without it n8n answers with a fixed text and ignores what the node answers.
				responseData: '',
				path: 'webhook',
			},
		],
		hints: [
			{
				message: "Posts in channels start the workflow only if 'Chat Types' includes Channel",
				displayCondition:
					'={{ $parameter["events"].includes("Newsletter") && !$parameter["chatTypes"].includes("channel") }}',
				whenToDisplay: 'always',
				location: 'ndv',
			},
		],
		properties,
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isRegistered(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await register(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await unregister(this);
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
