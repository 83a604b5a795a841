import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { SendIdentity } from '../../shared/whatsapp/messageId';

/**
 * What makes a send the same send. With an idempotency key: the key and the recipient. Otherwise the item of this
 * run of this node in this execution, which n8n repeats as it is on 'Retry On Fail', while a loop makes a new run.
 */
export function sendIdentity(
	context: IExecuteFunctions,
	itemIndex: number,
	recipient: string,
	options: IDataObject,
): SendIdentity {
	const key = String(options.idempotencyKey ?? '').trim();
	if (key !== '') return ['key', key, recipient];
	const { id } = context.getNode();
	return ['run', context.getExecutionId(), id, runIndex(context), itemIndex];
}

function runIndex(context: IExecuteFunctions): number {
	return (context.evaluateExpression('{{ $runIndex }}', 0) as number) ?? 0;
}
