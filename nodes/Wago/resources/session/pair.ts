import { pickFilled } from '../../../shared/api/answer';
import { post } from '../../../shared/api/endpoint';
import { defineCall } from '../../engine/operation';
import { InputError, type Parameters } from '../../engine/parameters';
import { toPhone } from '../../sending/recipient';
import { connectBody, connectTimeout, immediateField, subscribeField } from './subscription';

const endpoint = post('/session/pair');

export const pair = defineCall({
	value: 'pair',
	name: 'Pair',
	action: 'Pair session with phone number',
	description:
		'Get a code to type into WhatsApp on the phone (Linked Devices > Link with Phone Number), instead of scanning a QR code',
	endpoints: [endpoint],
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
		subscribeField,
		immediateField,
	],
	simplify: true,
	request: (parameters) => ({
		endpoint,
		body: connectBody(parameters, readPhone(parameters)),
		minTimeout: connectTimeout(parameters),
	}),
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
