import { post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { readChatId } from '../../fields/chats';
import { defineCall } from '../../engine/operation';
import { messageChatField, messageIdField } from './messageFields';
import { textField } from './textField';

const endpoint = post('/message/edit');

export const edit = defineCall({
	value: 'edit',
	name: 'Edit',
	action: 'Edit message',
	description:
		'Replace the text of a text message that this account has sent. WhatsApp allows it for about 15 minutes.',
	endpoints: [endpoint],
	fields: [messageChatField, messageIdField, { ...textField, description: 'The new text' }],
	request: (parameters) => ({
		endpoint,
		body: bodyOf('/message/edit', {
			chatId: readChatId(parameters),
			text: parameters.required('text'),
			messageId: parameters.required('messageId'),
		}),
	}),
	output: (_answer, parameters) => ({
		json: {
			messageId: parameters.required('messageId'),
			chatId: readChatId(parameters),
			text: parameters.required('text'),
		},
	}),
});
