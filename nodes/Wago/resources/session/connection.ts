import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { pickFilled } from '../../../shared/api/answer';
import { post } from '../../../shared/api/endpoint';
import { connectTimeout, SESSION_ENDPOINTS } from '../../../shared/api/session';
import { bodyOf } from '../../../shared/api/wire';
import { defineCall, defineProcedure } from '../../engine/operation';
import { additionalBodyFieldsOption } from '../../engine/operationFields';
import { InputError, type Parameters } from '../../engine/parameters';
import { eventsField, readEventNames } from '../../fields/events';
import { toPhone } from '../../sending/recipient';

const subscribe = { displayName: 'Subscribe', name: 'subscribe', required: true };

const immediateField: INodeProperties = {
	displayName: 'Immediate',
	name: 'immediate',
	type: 'boolean',
	default: true,
	description:
		"Whether WaGo answers at once instead of after the connection stands. Leave it on and use 'Wait for Login' afterwards.",
};

export const connect = defineProcedure({
	value: 'connect',
	name: 'Connect',
	action: 'Connect session',
	description:
		'Connect the session to WhatsApp and choose the events it delivers. A session without a linked phone then shows a QR code.',
	endpoints: [SESSION_ENDPOINTS.connect, SESSION_ENDPOINTS.readWebhook],
	fields: [
		eventsField({
			...subscribe,
			description:
				'The events that WaGo delivers to the webhook of the session, beside those that it subscribes to already',
		}),
		immediateField,
	],
	options: [
		additionalBodyFieldsOption,
		{
			displayName: 'Keep Subscribed Events',
			name: 'keepSubscribed',
			type: 'boolean',
			default: true,
			description:
				'Whether to keep the events that the session subscribes to already, such as those of a WaGo Trigger, beside the chosen ones. Off, the chosen ones replace them.',
		},
	],
	run: async ({ context, parameters, session }) => {
		const chosen = readSubscription(parameters);
		const kept = parameters.booleanOption('keepSubscribed', true)
			? (await session.webhook()).subscribe
			: [];
		const names = [...new Set([...kept, ...chosen])];
		const connection = await session.connect(names, {
			immediate: parameters.boolean('immediate'),
		});
		if (!connection.alreadyConnected) return [{ json: { ...connection, subscribe: names } }];
		hintAtOldSubscription(context);
		return [{ json: connection }];
	},
});

/** WaGo changes nothing then (inferred from wuzapi), which a green node would hide. */
function hintAtOldSubscription(context: IExecuteFunctions): void {
	context.addExecutionHints({
		message:
			"WaGo holds this session already, so the events it subscribes to are those of before: to change them, run 'Disconnect' first. If 'Get Status' says that it is not connected, WaGo is reconnecting by itself.",
		location: 'outputPane',
	});
}

const pairEndpoint = post('/session/pair');

export const pair = defineCall({
	value: 'pair',
	name: 'Pair',
	action: 'Pair session with phone number',
	description:
		'Get a code to type into WhatsApp on the phone (Linked Devices > Link with Phone Number), instead of scanning a QR code',
	endpoints: [pairEndpoint],
	fields: [
		{
			displayName: 'Phone',
			name: 'phone',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. +55 11 91234-5678',
			description: 'Number of the WhatsApp account, with its country code',
		},
		eventsField({
			...subscribe,
			description:
				'The events that WaGo delivers to the webhook of the session. They replace what was subscribed to before.',
		}),
		immediateField,
	],
	simplify: true,
	request: (parameters) => {
		const immediate = parameters.boolean('immediate');
		const names = readSubscription(parameters);
		return {
			endpoint: pairEndpoint,
			body: bodyOf('/session/pair', { subscribe: names, immediate, phone: readPhone(parameters) }),
			minTimeout: connectTimeout(immediate),
		};
	},
	output: ({ data }, parameters) => {
		const linkingCode = typeof data === 'string' ? data : pickFilled(data, 'linkingCode');
		if (linkingCode) return { json: { linkingCode, phone: readPhone(parameters) } };
		throw new InputError(
			"WaGo's answer holds no linking code",
			"Turn off 'Simplify' to see the answer.",
		);
	},
});

function readPhone(parameters: Parameters): string {
	return toPhone(parameters.required('phone'), parameters.label('phone'));
}

/** Throws {@link InputError} where no event is chosen: WaGo takes that for all of them (inferred from wuzapi). */
function readSubscription(parameters: Parameters): string[] {
	const names = readEventNames(parameters, subscribe.name);
	if (names.length > 0) return names;
	throw new InputError("'Subscribe' is empty", 'WaGo takes that for all events: choose some.');
}
