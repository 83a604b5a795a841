import type { INode, IWebhookFunctions } from 'n8n-workflow';

/**
 * The key of what this process remembers for one trigger. A test listening must not swallow what production has yet
 * to see, nor the other way round. n8n ends a test listening in another mode than it begins it: there the record tells.
 */
export function triggerKey(
	context: Pick<IWebhookFunctions, 'getWorkflow' | 'getMode'>,
	node: INode,
	isTest = context.getMode() === 'manual',
): string {
	return [context.getWorkflow().id, node.id, isTest ? 'test' : 'production'].join('|');
}
