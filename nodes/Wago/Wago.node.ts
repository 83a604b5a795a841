import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { credentials, properties } from './engine/description';
import { executeWago } from './engine/execute';
import { listSearch } from './listSearch';
import { answerWebhook, webhooks } from './sendAndWait/webhook';

/** Programmatic, because WhatsApp messages must go out in order and one at a time. */
export class Wago implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WaGo',
		name: 'wago',
		icon: { light: 'file:../../icons/wago.svg', dark: 'file:../../icons/wago.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Send WhatsApp messages and manage sessions, groups and contacts through a WaGo server',
		defaults: { name: 'WaGo' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials,
		webhooks,
		properties,
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeWago(this);
	}

	/** Only for 'Send and Wait for Response': the page that takes the answer. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await answerWebhook(this);
	}
}
