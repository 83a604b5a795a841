import { bodyOf } from '../../../shared/api/wire';
import { readChatId } from '../../fields/chats';
import { defineCall } from '../../engine/operation';
import { InputError, type Parameters } from '../../engine/parameters';
import { markReadEndpoint } from '../../sending/markRead';
import { messageChatField, messageIdField, readSenderId, senderIdField } from './messageFields';

export const markAsRead = defineCall({
	value: 'markAsRead',
	name: 'Mark as Read',
	action: 'Mark messages as read',
	description: 'Show the sender the blue ticks for one or more messages of a chat',
	endpoints: [markReadEndpoint],
	fields: [
		messageChatField,
		{
			...messageIdField,
			description:
				'ID of the message. Several are separated by commas, or given as a list by an expression.',
		},
		senderIdField,
	],
	request: (parameters) => ({
		endpoint: markReadEndpoint,
		body: bodyOf('/message/markread', {
			messageIds: readMessageIds(parameters),
			chatId: readChatId(parameters),
			senderId: readSenderId(parameters),
		}),
	}),
	output: (_answer, parameters) => ({
		json: { read: true, messageIds: readMessageIds(parameters), chatId: readChatId(parameters) },
	}),
});

function readMessageIds(parameters: Parameters): string[] {
	const messageIds = parameters.list('messageId', 'messageId');
	if (messageIds.length > 0) return messageIds;
	throw new InputError("'Message ID' is empty", 'Fill it in, or check its expression.');
}
