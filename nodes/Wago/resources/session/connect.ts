import type { IExecuteFunctions } from 'n8n-workflow';

import { pick, pickFilled, readJid } from '../../../shared/api/answer';
import { post } from '../../../shared/api/endpoint';
import { toNodeApiError } from '../../../shared/api/request';
import { phoneOf } from '../../../shared/whatsapp/jid';
import { present } from '../../../shared/lib/lookup';
import { withAdditionalFields } from '../../engine/body';
import { additionalBodyFieldsOption } from '../../engine/operationFields';
import { defineProcedure } from '../../engine/operation';
import { readEndpoint as webhookEndpoint } from '../webhook/registration';
import {
	connectBody,
	connectTimeout,
	immediateField,
	storedSubscription,
	subscribeField,
} from './subscription';

export const connectEndpoint = post('/session/connect');

export const connect = defineProcedure({
	value: 'connect',
	name: 'Connect',
	action: 'Connect session',
	description:
		'Connect the session to WhatsApp and choose the events it delivers. A session without a linked phone then shows a QR code.',
	endpoints: [connectEndpoint, webhookEndpoint],
	fields: [subscribeField, immediateField],
	options: [
		additionalBodyFieldsOption,
		{
			displayName: 'Keep Subscribed Events',
			name: 'keepSubscribed',
			type: 'boolean',
			default: false,
			description:
				'Whether to keep the events that the session subscribes to already, beside the chosen ones: those of a WaGo Trigger, for example, when the session is connected again after a restart of WaGo',
		},
	],
	run: async (tools) => {
		const { context, parameters, itemIndex, ask } = tools;
		const body = connectBody(parameters, '');
		if (parameters.booleanOption('keepSubscribed')) {
			body.Subscribe = [...new Set([...(await storedSubscription(tools)), ...body.Subscribe])];
		}
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
