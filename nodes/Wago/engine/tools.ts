import type { IExecuteFunctions } from 'n8n-workflow';

import { askWago, callWago } from '../../shared/api/request';
import { WagoSession } from '../../shared/api/session';
import { withAdditionalFields } from './body';
import type { ItemTools, Operation, Run, WagoCall } from './operation';
import { fieldsOf } from './operationFields';
import { Parameters } from './parameters';

/** The tools of one item: its parameters, and WaGo through the operation's credential and the user's time-out. */
export function itemTools(
	context: IExecuteFunctions,
	operation: Operation,
	itemIndex: number,
	run: Run,
): ItemTools {
	const parameters = new Parameters(
		(name, fallback) => context.getNodeParameter(name, itemIndex, fallback),
		fieldsOf(operation),
	);
	const credential = operation.credential ?? 'wagoApi';
	const timeout = parameters.numberOption('timeout');
	const request = ({ minTimeout = 0, maxTimeout = Infinity, ...call }: WagoCall) => ({
		...call,
		timeout: Math.max(Math.min(timeout, maxTimeout), minTimeout),
	});
	const ask = async (call: WagoCall) =>
		await askWago(context, credential, request(call), itemIndex);
	return {
		context,
		itemIndex,
		parameters,
		run,
		timeout,
		call: async (call) => await callWago(context, credential, request(call), itemIndex),
		ask,
		session: new WagoSession(
			async (call) =>
				await ask({ ...call, body: withAdditionalFields(call.body, parameters.options) }),
		),
	};
}
