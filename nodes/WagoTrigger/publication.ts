import type { IHookFunctions, INode, IWebhookFunctions } from 'n8n-workflow';

import { readCredentials } from '../shared/api/credentials';
import { isKnownAsPublished, notePublished } from '../shared/webhook/publishedTriggers';
import { buildWebhookUrl, nodePathOf } from '../shared/webhook/webhookUrl';
import { readConfiguration, type Configuration } from './configuration';

type Context = IHookFunctions | IWebhookFunctions;

/** See {@link nodePathOf}. */
export function nodePathIn(context: Pick<Context, 'getWorkflow'>, node: INode): string {
	return nodePathOf(node, context.getWorkflow().id ?? '');
}

/** The URL that WaGo is to post to: production's, or in the hooks of a test listening the test's. */
export function ownUrl(context: Context, token: string, { options }: Configuration): string {
	return buildWebhookUrl({
		nodeUrl: context.getNodeWebhookUrl('default') ?? '',
		nodePath: nodePathIn(context, context.getNode()),
		token,
		baseUrl: options.webhookBaseUrl,
	});
}

/** Lets the WaGo node of this process know where a published trigger expects its deliveries. */
export async function notePublication(context: Context): Promise<void> {
	const { baseUrl, secret: token } = await readCredentials(context, 'wagoApi');
	const configuration = readConfiguration(context);
	const { id: nodeId, name: nodeName } = context.getNode();
	const { manageSubscription } = configuration.options;
	notePublished(
		{ baseUrl, token },
		{
			workflowId: context.getWorkflow().id ?? '',
			nodeId,
			nodeName,
			url: ownUrl(context, token, configuration),
			events: manageSubscription ? configuration.events : [],
		},
	);
}

/** {@link notePublication} for a delivery to a trigger that this process has not published: n8n was restarted. */
export async function noteDelivery(context: IWebhookFunctions): Promise<void> {
	const trigger = { workflowId: context.getWorkflow().id ?? '', nodeId: context.getNode().id };
	if (context.getMode() === 'manual' || isKnownAsPublished(trigger)) return;
	await notePublication(context);
}
