import { additionalBodyFieldsOption } from '../../engine/operationFields';
import { defineProcedure } from '../../engine/operation';
import { readEndpoint, register, writeEndpoint } from './registration';

export const clear = defineProcedure({
	value: 'clear',
	name: 'Clear',
	action: 'Clear webhook of session',
	description:
		'Remove the address that WaGo delivers events to. An active WaGo Trigger then gets no messages until its workflow is activated again.',
	endpoints: [readEndpoint, writeEndpoint],
	fields: [],
	options: [additionalBodyFieldsOption],
	// No endpoint for it is documented; an empty address ends the deliveries (inferred from wuzapi).
	run: async (tools) => [{ json: { ...(await register(tools, '')), cleared: true } }],
});
