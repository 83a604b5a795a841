import type { INodeProperties } from 'n8n-workflow';

import { post } from '../../shared/api/endpoint';
import { bodyOf } from '../../shared/api/wire';
import {
	type CallOperation,
	defineCall,
	type OperationWords,
	type Resource,
} from '../engine/operation';
import { InputError, type Parameters } from '../engine/parameters';
import { chatIdField, readChatId } from '../fields/chats';
import { messageChatField, messageIdField } from './message/messageFields';

const labelIdField: INodeProperties = {
	displayName: 'Label ID',
	name: 'labelId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 1',
	description: 'Number of the label, as WhatsApp Business counts its labels',
};

const editEndpoint = post('/label/edit');

/**
 * WaGo docs, /labels/reference: the server saves every label as enabled, whatever `action` says; another page calls
 * `action` a way to delete. So nothing here promises a deletion.
 */
const edit = defineCall({
	value: 'edit',
	name: 'Edit',
	action: 'Create or edit label',
	description:
		'Set the name and color of a label. A label ID that is not in use makes a new label.',
	endpoints: [editEndpoint],
	fields: [
		labelIdField,
		{
			displayName: 'Label Name',
			name: 'labelName',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. New customer',
			description: 'Name of the label',
		},
		{
			displayName: 'Color',
			name: 'color',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 19 },
			default: 0,
			hint: 'From 0 to 19',
			description: "Number of the color in WhatsApp's palette, from 0 to 19",
		},
	],
	options: [
		{
			displayName: 'Enabled',
			name: 'enabled',
			type: 'boolean',
			default: true,
			description:
				'Whether the label is in use. Off asks WaGo to delete the label, but its documentation says that it may keep it: look at the phone.',
		},
	],
	request: (parameters) => ({
		endpoint: editEndpoint,
		body: bodyOf('/label/edit', {
			labelId: parameters.required('labelId'),
			name: parameters.required('labelName'),
			color: readColor(parameters),
			enabled: parameters.booleanOption('enabled', true),
		}),
	}),
	output: (_answer, parameters) => ({
		json: {
			labelId: parameters.required('labelId'),
			name: parameters.required('labelName'),
			color: readColor(parameters),
		},
	}),
});

function readColor(parameters: Parameters): number {
	const color = parameters.number('color');
	if (Number.isInteger(color)) return color;
	throw new InputError(`'Color' is not the number of a color: ${color}`, 'Use 0 to 19.');
}

/** An operation that puts a label on a chat or takes it off; `labelled` is what then holds. */
function chatLabelOperation(
	path: '/label/chat' | '/unlabel/chat',
	labelled: boolean,
	words: OperationWords,
): CallOperation {
	const endpoint = post(path);
	return defineCall({
		...words,
		endpoints: [endpoint],
		fields: [chatIdField, labelIdField],
		request: (parameters) => ({
			endpoint,
			body: bodyOf(path, {
				chatId: readChatId(parameters),
				labelId: parameters.required('labelId'),
			}),
		}),
		output: (_answer, parameters) => ({
			json: { chatId: readChatId(parameters), labelId: parameters.required('labelId'), labelled },
		}),
	});
}

/** {@link chatLabelOperation} for one message of a chat. */
function messageLabelOperation(
	path: '/label/message' | '/unlabel/message',
	labelled: boolean,
	words: OperationWords,
): CallOperation {
	const endpoint = post(path);
	return defineCall({
		...words,
		endpoints: [endpoint],
		fields: [messageChatField, messageIdField, labelIdField],
		request: (parameters) => ({
			endpoint,
			body: bodyOf(path, {
				chatId: readChatId(parameters),
				labelId: parameters.required('labelId'),
				messageId: parameters.required('messageId'),
			}),
		}),
		output: (_answer, parameters) => ({
			json: {
				chatId: readChatId(parameters),
				messageId: parameters.required('messageId'),
				labelId: parameters.required('labelId'),
				labelled,
			},
		}),
	});
}

export const label: Resource = {
	value: 'label',
	name: 'Label',
	operations: [
		chatLabelOperation('/label/chat', true, {
			value: 'addToChat',
			name: 'Add to Chat',
			action: 'Add label to chat',
			description: 'Mark a chat with a label',
		}),
		chatLabelOperation('/unlabel/chat', false, {
			value: 'removeFromChat',
			name: 'Remove From Chat',
			action: 'Remove label from chat',
			description: 'Take a label off a chat',
		}),
		messageLabelOperation('/label/message', true, {
			value: 'addToMessage',
			name: 'Add to Message',
			action: 'Add label to message',
			description: 'Mark a message with a label',
		}),
		messageLabelOperation('/unlabel/message', false, {
			value: 'removeFromMessage',
			name: 'Remove From Message',
			action: 'Remove label from message',
			description: 'Take a label off a message',
		}),
		edit,
	],
};
