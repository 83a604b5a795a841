import type { IExecuteFunctions } from 'n8n-workflow';

import { pick, pickFilled } from '../../../shared/api/answer';
import { post } from '../../../shared/api/endpoint';
import { toNodeApiError } from '../../../shared/api/request';
import { phoneOf } from '../../../shared/whatsapp/jid';
import { present } from '../../../shared/whatsapp/lookup';
import { withAdditionalFields } from '../../body';
import { additionalBodyFieldsOption } from '../../fields';
import { defineProcedure } from '../../operation';
import { readJid } from '../../people';
import {
	CONNECT_FIELDS,
	connectBody,
	connectTimeout,
	immediateField,
	subscribeField,
} from './subscription';

export const connectEndpoint = post('/session/connect', { fields: CONNECT_FIELDS });

export const connect = defineProcedure({
	value: 'connect',
	name: 'Connect',
	action: 'Connect a session',
	description:
		'Connect the session to WhatsApp and choose the events it delivers. A session without a linked phone then shows a QR code.',
	endpoints: [connectEndpoint],
	fields: [subscribeField, immediateField],
	options: [additionalBodyFieldsOption],
	run: async ({ context, parameters, itemIndex, ask }) => {
		const body = connectBody(parameters, '');
		const reply = await ask({
			endpoint: connectEndpoint,
			body: withAdditionalFields(body, parameters.options),
			minTimeout: connectTimeout(parameters),
		});
		if (reply.ok) return [{ json: { ...connected(reply.answer.data), subscribe: body.Subscribe } }];
		const { failure } = reply;
		if (failure.code !== 'alreadyConnected') throw toNodeApiError(context, failure, itemIndex);
		hintAtOldSubscription(context);
		return [{ json: { alreadyConnected: true, details: failure.message } }];
	},
});

function connected(data: unknown) {
	const jid = readJid(pick(data, 'jid'));
	return present({
		alreadyConnected: false,
		details: pickFilled(data, 'details'),
		jid: jid || undefined,
		phone: phoneOf(jid),
		webhookUrl: pickFilled(data, 'webhook'),
	});
}

/** WaGo changes nothing then (inferred from wuzapi), which a green node would hide. */
function hintAtOldSubscription(context: IExecuteFunctions): void {
	context.addExecutionHints({
		message:
			"The session was connected already, so the events it subscribes to are those of before. To change them, run 'Disconnect' first.",
		location: 'outputPane',
	});
}
