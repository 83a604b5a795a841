import type { IDataObject } from 'n8n-workflow';

import { pick, pickText } from '../../../shared/api/answer';
import { get, post } from '../../../shared/api/endpoint';
import type { ItemTools } from '../../engine/operation';
import { readEvents } from '../../../shared/api/sessionStatus';
import { withAdditionalFields } from '../../engine/body';

export const readEndpoint = get('/webhook');
export const writeEndpoint = post('/webhook');

/** What is registered: an empty address and no names where there is nothing (WaGo docs, /webhooks/reference). */
export function readRegistration(data: unknown): { webhookUrl: string; subscribe: string[] } {
	return {
		webhookUrl: pickText(data, 'webhook')?.trim() ?? '',
		subscribe: readEvents(pick(data, 'subscribe')),
	};
}

/** Registers an address, `''` for none, and returns it with the one that it replaced: WaGo keeps just one. */
export async function register(
	{ call, parameters }: ItemTools,
	webhookUrl: string,
): Promise<IDataObject> {
	const before = readRegistration((await call({ endpoint: readEndpoint })).data);
	const body = withAdditionalFields({ WebhookURL: webhookUrl }, parameters.options);
	await call({ endpoint: writeEndpoint, body });
	return { webhookUrl, previousWebhookUrl: before.webhookUrl };
}
