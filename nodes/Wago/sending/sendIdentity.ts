import { randomUUID } from 'crypto';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { SendIdentity } from '../../shared/whatsapp/messageId';
import { asText } from '../engine/parameters';
import { isCalledByAgent } from '../engine/toolCall';

/**
 * What makes a send the same send. With an idempotency key: the key and the recipient. Otherwise the recipient and the
 * item of this run of this node in this execution, which n8n repeats as it is on 'Retry On Fail', while a loop makes a
 * new run, and 'Retry' in the list of executions a new execution.
 */
export function sendIdentity(
	context: IExecuteFunctions,
	itemIndex: number,
	recipient: string,
	options: IDataObject,
): SendIdentity {
	const key = asText(options.idempotencyKey, 'Idempotency Key');
	if (key !== '') return ['key', key, recipient];
	if (isCalledByAgent(context)) return ['tool', toolCall(context), recipient];
	const { id } = context.getNode();
	return ['run', ...executionOf(context), id, runIndex(context), itemIndex, recipient];
}

/**
 * Names an execution among those of all instances and times. A database that begins anew counts executions from 1
 * again, with the same workflows and the same encryption key if they were brought along; but the address at which an
 * execution can be resumed holds a token that n8n draws at random for each (n8n 2.41; earlier ones have only the ID).
 */
function executionOf(context: IExecuteFunctions): string[] {
	const resumeUrl = context.evaluateExpression('{{ $execution.resumeUrl }}', 0);
	return [
		context.getInstanceId(),
		context.getWorkflow().id ?? '',
		context.getExecutionId(),
		String(resumeUrl),
	];
}

function runIndex(context: IExecuteFunctions): number {
	return context.evaluateExpression('{{ $runIndex }}', 0) as number;
}

/**
 * An AI agent's call of this node as a tool. Run indexes do not tell these apart: n8n counts each retry of a call as a
 * run of its own, and lets calls at the same time share one. What stays is the object that holds the call's arguments.
 */
const toolCalls = new WeakMap<object, string>();

function toolCall(context: IExecuteFunctions): string {
	const [{ json: toolArguments }] = context.getInputData();
	const known = toolCalls.get(toolArguments);
	if (known !== undefined) return known;
	const call = randomUUID();
	toolCalls.set(toolArguments, call);
	return call;
}
