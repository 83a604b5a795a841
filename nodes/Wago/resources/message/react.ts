import type { INodeProperties } from 'n8n-workflow';

import { post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { defineCall } from '../../engine/operation';
import { readRecipient } from '../../sending/recipient';
import { messageChatField, messageIdField, readSenderId, senderIdField } from './messageFields';

const endpoint = post('/message/react');

/** After a WaGo Trigger the message says it; what has a recipient is the output of a send. */
const fromMeField: INodeProperties = {
	displayName: 'From Me',
	name: 'fromMe',
	type: 'boolean',
	default: false,
	description: 'Whether the message was sent by this account itself',
};

export const react = defineCall({
	value: 'react',
	name: 'React',
	action: 'React to message',
	description: 'Put an emoji on a message, or take it away',
	endpoints: [endpoint],
	fields: [
		messageChatField,
		messageIdField,
		{
			displayName: 'Emoji',
			name: 'emoji',
			type: 'string',
			default: '👍',
			placeholder: 'e.g. 👍',
			description: 'The reaction. Leave it empty to take the reaction away.',
		},
		{ ...fromMeField, default: '={{ $json.fromMe ?? $json.recipient !== undefined }}' },
		senderIdField,
	],
	request: (parameters) => ({
		endpoint,
		body: bodyOf('/message/react', {
			recipient: readRecipient(parameters, messageChatField.name),
			emoji: parameters.text('emoji').trim() || 'remove',
			messageId: parameters.required('messageId'),
			fromMe: parameters.boolean('fromMe'),
			senderId: readSenderId(parameters),
		}),
	}),
	output: (_answer, parameters) => ({
		json: {
			messageId: parameters.required('messageId'),
			chatId: readRecipient(parameters, messageChatField.name),
			emoji: parameters.text('emoji').trim(),
		},
	}),
});
