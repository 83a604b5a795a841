import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { toNodeApiError } from '../../shared/api/request';
import { WagoRefusal } from '../../shared/api/session';
import { withAdditionalFields } from './body';
import type { CallOperation, ItemTools, Operation, OperationOutput, Run } from './operation';
import { rawOutputs } from './outputs';
import { InputError } from './parameters';
import { findOperation } from '../resources';
import { send } from '../sending/send';
import { isToolCall } from './toolCall';
import { itemTools } from './tools';

/** The one loop over items: in order, one at a time, each output paired with its input. */
export async function executeWago(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const output: INodeExecutionData[] = [];
	const run: Run = { sent: 0, unanswered: false };
	const { length } = context.getInputData();
	for (let itemIndex = 0; itemIndex < length; itemIndex++) {
		if (context.getExecutionCancelSignal()?.aborted) break;
		let once = false;
		try {
			const operation = operationOf(context, itemIndex);
			once = operation.kind === 'procedure' && operation.once === true;
			const results = await runOperation(operation, itemTools(context, operation, itemIndex, run));
			output.push(...(await toItems(context, results, itemIndex)));
		} catch (error) {
			const failure = toNodeError(context, error, itemIndex);
			if (!context.continueOnFail()) throw isToolCall(context) ? forAgent(failure) : failure;
			output.push(failedItem(failure, itemIndex));
		}
		if (once) break;
	}
	return [output];
}

function operationOf(context: IExecuteFunctions, itemIndex: number): Operation {
	const resource = context.getNodeParameter('resource', itemIndex) as string;
	const name = context.getNodeParameter('operation', itemIndex) as string;
	const operation = findOperation(resource, name);
	if (operation) return operation;
	throw new InputError(
		`The resource '${resource}' has no operation '${name}'`,
		'Choose one from the lists.',
	);
}

async function runOperation(operation: Operation, tools: ItemTools): Promise<OperationOutput[]> {
	switch (operation.kind) {
		case 'call':
			return await runCall(operation, tools);
		case 'send':
			return [await send(operation, tools)];
		case 'procedure':
			return await operation.run(tools);
	}
}

async function runCall(operation: CallOperation, tools: ItemTools): Promise<OperationOutput[]> {
	const { parameters } = tools;
	const call = operation.request(parameters);
	const answer = await tools.call({
		...call,
		body: withAdditionalFields(call.body, parameters.options),
	});
	const cut = operation.list && !parameters.boolean('returnAll');
	const limit = cut ? parameters.number('limit') : Infinity;
	const raw = operation.simplify && !parameters.boolean('simplify');
	if (raw) return rawOutputs(answer.data, limit);
	return [operation.output(answer, parameters)].flat().slice(0, limit);
}

async function toItems(
	context: IExecuteFunctions,
	outputs: OperationOutput[],
	item: number,
): Promise<INodeExecutionData[]> {
	const items: INodeExecutionData[] = [];
	for (const { json, binary = {} } of outputs) {
		const paired: INodeExecutionData = { json, pairedItem: { item } };
		for (const [property, file] of Object.entries(binary)) {
			const bytes = Buffer.from(file.base64, 'base64');
			const stored = await context.helpers.prepareBinaryData(bytes, file.fileName, file.mimeType);
			paired.binary = { ...paired.binary, [property]: stored };
		}
		items.push(paired);
	}
	return items;
}

/** Every failure in n8n's words, with the item it belongs to. */
function toNodeError(
	context: IExecuteFunctions,
	error: unknown,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		error.context.itemIndex ??= itemIndex;
		return error;
	}
	if (error instanceof WagoRefusal) return toNodeApiError(context, error.failure, itemIndex);
	const node = context.getNode();
	if (error instanceof InputError) {
		const message = `${error.message} [Item ${itemIndex}]`;
		return new NodeOperationError(node, message, { itemIndex, description: error.advice });
	}
	return new NodeOperationError(node, error as Error, { itemIndex });
}

/** An agent gets nothing of a tool's error but its message, and is who has to take the advice. */
function forAgent(failure: NodeApiError | NodeOperationError): NodeApiError | NodeOperationError {
	if (failure.description) failure.message = `${failure.message}. ${failure.description}`;
	return failure;
}

/**
 * n8n recognises a failed item by these keys, and sends it to the error output. With a top-level `error` it would do so
 * too, but replace the JSON by the message alone, and the advice would be lost.
 */
function failedItem(
	{ message, description }: NodeApiError | NodeOperationError,
	item: number,
): INodeExecutionData {
	const json: IDataObject = { error: message };
	if (description) json.details = description;
	return { json, pairedItem: { item } };
}
