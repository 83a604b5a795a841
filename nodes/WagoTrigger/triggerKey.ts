import type { INode, IWebhookFunctions } from 'n8n-workflow';

/**
 * The key of what this process remembers for one trigger. A test listening must not swallow what production has yet
 * to see, nor the other way round.
 */
export function triggerKey(
	context: Pick<IWebhookFunctions, 'getWorkflow' | 'getMode'>,
	node: INode,
): string {
	const mode = context.getMode() === 'manual' ? 'test' : 'production';
	return [context.getWorkflow().id, node.id, mode].join('|');
}
