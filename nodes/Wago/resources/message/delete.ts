import { post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { readChatId } from '../../fields/chats';
import { defineCall } from '../../engine/operation';
import { messageChatField, messageIdField } from './messageFields';

const endpoint = post('/message/delete');

export const deleteMessage = defineCall({
	value: 'delete',
	name: 'Delete',
	action: 'Delete message',
	description: 'Delete a message that this account has sent, for everyone in the chat',
	endpoints: [endpoint],
	fields: [messageChatField, messageIdField],
	request: (parameters) => ({
		endpoint,
		body: bodyOf('/message/delete', {
			chatId: readChatId(parameters),
			messageId: parameters.required('messageId'),
		}),
	}),
	output: (_answer, parameters) => ({
		json: { deleted: true, messageId: parameters.required('messageId') },
	}),
});
