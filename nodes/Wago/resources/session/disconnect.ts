import { pickFilled } from '../../../shared/api/answer';
import { post } from '../../../shared/api/endpoint';
import { toNodeApiError } from '../../../shared/api/request';
import { present } from '../../../shared/lib/lookup';
import { withAdditionalFields } from '../../engine/body';
import { additionalBodyFieldsOption } from '../../engine/operationFields';
import { defineProcedure } from '../../engine/operation';

const endpoint = post('/session/disconnect');

export const disconnect = defineProcedure({
	value: 'disconnect',
	name: 'Disconnect',
	action: 'Disconnect session',
	description:
		"Disconnect the session from WhatsApp. The phone stays linked, but WaGo forgets the subscription: 'Connect' sets it anew.",
	endpoints: [endpoint],
	fields: [],
	options: [additionalBodyFieldsOption],
	run: async ({ context, itemIndex, parameters, ask }) => {
		const reply = await ask({
			endpoint,
			body: withAdditionalFields(undefined, parameters.options),
		});
		if (reply.ok) {
			const details = pickFilled(reply.answer.data, 'details');
			return [{ json: present({ disconnected: true, alreadyDisconnected: false, details }) }];
		}
		const { failure } = reply;
		if (failure.code !== 'noSession') throw toNodeApiError(context, failure, itemIndex);
		return [
			{
				json: { disconnected: true, alreadyDisconnected: true, details: failure.message },
			},
		];
	},
});
