/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync } from 'fs';
import { join } from 'path';
import type { INodeParameters, Logger } from 'n8n-workflow';

import { WagoTrigger } from '../../../nodes/WagoTrigger/WagoTrigger.node';
import { secretOf } from '../../../nodes/shared/webhook/webhookUrl';
import { forgeDelivery, type DeliveryInput, type ForgedDelivery } from '../../../simulator/forge';
import { Harness, testNode, type TestCredentials } from '../harness';
import { startWebhookServer, type WebhookServer } from '../webhookServer';

export const TOKEN = 'session-token-for-tests';
export const NODE_ID = 'node-1';
const WEBHOOK_ID = '6f1dfd36-8f5c-4b64-9f4e-0d3a1c5e7b21';
/** On which the secret of the address depends. */
export const NODE_PATH = `/${WEBHOOK_ID}/webhook`;

export interface TestTrigger extends WebhookServer {
	readonly credentials: TestCredentials;
	readonly nodeId: string;
	/** n8n's own, which all triggers share. */
	readonly logger: Logger;
	/** How often the credential was read. */
	reads(): number;
	/** Sends one delivery the way WaGo does. */
	deliver(
		input: DeliveryInput,
		overrides?: { secret?: string; signal?: AbortSignal },
	): Promise<Response>;
	post(delivery: ForgedDelivery, secret?: string, signal?: AbortSignal): Promise<Response>;
}

let count = 0;

/** A trigger of its own, behind n8n's way of a request. Each has another node ID and so nothing in memory. */
export async function startTrigger(
	parameters: INodeParameters = {},
	nodeId = `${NODE_ID}-${++count}`,
): Promise<TestTrigger> {
	const credentials: TestCredentials = { wagoApi: { baseUrl: 'http://wago:1337', token: TOKEN } };
	const nodeType = new WagoTrigger();
	const harness = new Harness({ nodeTypes: { wagoTrigger: nodeType }, credentials });
	const node = testNode(
		{ type: 'wagoTrigger', name: 'WaGo Trigger', id: nodeId, webhookId: WEBHOOK_ID },
		parameters,
	);
	const server = await startWebhookServer(harness, nodeType, node);
	const post: TestTrigger['post'] = async (
		{ headers, body },
		secret = secretOf(TOKEN, NODE_PATH),
		signal = undefined,
	) =>
		await fetch(`${server.url}?secret=${secret}`, {
			method: 'POST',
			headers,
			body: new Uint8Array(body),
			signal,
		});
	const deliver: TestTrigger['deliver'] = async (input, { secret, signal } = {}) =>
		await post(forgeDelivery({ token: TOKEN, ...input }), secret, signal);
	return Object.assign(server, {
		credentials,
		nodeId,
		logger: harness.webhookContext(harness.workflow({ nodes: [node] }), node.name, {}).logger,
		reads: () => harness.credentialsHelper.reads,
		post,
		deliver,
	});
}

/** A sample of what WaGo delivers, by its file name without ending. */
export function payload(name: string): Record<string, unknown> {
	const path = join(__dirname, '../../data/payloads', `${name}.json`);
	return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
}

/** {@link payload} under another message ID. */
export function messageWithId(name: string, messageId: string): Record<string, unknown> {
	const envelope = payload(name) as { event: { Info: { ID: string } } };
	envelope.event.Info.ID = messageId;
	return envelope as unknown as Record<string, unknown>;
}

/** A form with files, as a client other than the simulator would post it. */
export async function multipart(form: FormData): Promise<ForgedDelivery> {
	const message = new Response(form);
	const contentType = message.headers.get('content-type') ?? '';
	const body = Buffer.from(await message.arrayBuffer());
	return { headers: { 'content-type': contentType }, body };
}
