import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { SkipReason } from './filters';

/** Why an authentic delivery starts nothing; `unreadable` is one without an event that can be read. */
export type IgnoreReason = SkipReason | 'unreadable';

/** What WaGo is told. It looks at the status only; the words are for people who look at the wire. */
const BODIES = {
	started: { success: true, started: true },
	refused: { success: false, error: 'This delivery is not from the WaGo session of this workflow' },
	failed: { success: false, error: 'The delivery could not be taken: see the log of n8n' },
} as const;

/** Any 2xx ends WaGo's interest in an event, and 4xx might start its repetitions. */
export function ignored(reason: IgnoreReason): IWebhookResponseData {
	return { webhookResponse: { success: true, started: false, reason } };
}

/** A foreign request: it starts nothing and learns nothing. */
export function refused(context: IWebhookFunctions): IWebhookResponseData {
	context.getResponseObject().status(401).json(BODIES.refused);
	return { noWebhookResponse: true };
}

/**
 * A delivery that is not ours to drop: WaGo may repeat it. Answered here, since n8n would turn an error into a
 * failed execution.
 */
export function failed(context: IWebhookFunctions): IWebhookResponseData {
	context.getResponseObject().status(503).json(BODIES.failed);
	return { noWebhookResponse: true };
}

/**
 * Starts the workflow; n8n answers once the execution is stored. `beforeAnswer` runs when n8n composes that answer,
 * right before it saves the static data: what webhook() itself writes there is lost when an execution starts, because
 * n8n's runner resets the mark of change on its way. n8n offers no hook for that moment, so the order tells it: n8n
 * takes the items, stores the execution, and then asks for the answer. What it asks before it takes the items is
 * whether the answer is a stream (with files). A test runs the real n8n, which shows whether this order still holds.
 */
export function started(
	items: INodeExecutionData[],
	beforeAnswer: () => void,
): IWebhookResponseData {
	let isTaken = false;
	return {
		get workflowData() {
			isTaken = true;
			return [items];
		},
		get webhookResponse() {
			if (isTaken) beforeAnswer();
			return BODIES.started;
		},
	};
}
