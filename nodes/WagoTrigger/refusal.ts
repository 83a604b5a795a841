import type { INode, IWebhookFunctions } from 'n8n-workflow';

import { noteRefused, type RefusalReason } from '../shared/webhook/refusedDeliveries';

/** What came and what to do, for n8n's log. */
const ADVICE: Readonly<Record<RefusalReason, string>> = {
	noToken:
		"it brings no token. Relatives of WaGo send none: for those there is the option 'Accept Deliveries Without Token'",
	otherToken:
		"it brings another token than the credential's. If the session has got a new token, put it into the credential, then unpublish the workflow and publish it again. If another session posts here, clear the webhook of that session",
	credentialChanged:
		"it brings the token that was the credential's when the webhook was registered: the credential was changed since. Unpublish the workflow and publish it again",
	signature:
		"it brings no token, and its signature does not fit the credential's 'Webhook Signing Secret'",
};

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
	context.logger.warn(
		`WaGo Trigger refused a delivery to the address of '${nodeName}': ${ADVICE[reason]}`,
		{ workflowId, nodeName },
	);
}
