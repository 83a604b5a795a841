import type { INode, IWebhookFunctions } from 'n8n-workflow';

import { noteRefused, REFUSALS, type RefusalReason } from '../shared/webhook/refusedDeliveries';

/**
 * Leaves a trace of a delivery that came to the right address and was refused: for *Diagnose* in the memory of this
 * process, and now and then in n8n's log. `tokens` are those of the credential and of the delivery; neither is kept.
 */
export function reportRefusal(
	context: IWebhookFunctions,
	node: INode,
	reason: RefusalReason,
	tokens: readonly string[],
): void {
	const { id: workflowId = '' } = context.getWorkflow();
	const { id: nodeId, name: nodeName } = node;
	if (!noteRefused({ workflowId, nodeId, nodeName, reason, tokens })) return;
	const { what, fix } = REFUSALS[reason];
	context.logger.warn(
		`WaGo Trigger refused a delivery to the address of '${nodeName}': ${what}. ${fix}`,
		{ workflowId, nodeName },
	);
}
