import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { post } from '../../shared/api/endpoint';
import { bodyOf } from '../../shared/api/wire';
import { normaliseRecipient, toJid } from '../../shared/whatsapp/phone';
import type { ItemTools } from '../engine/operation';
import { asText } from '../engine/parameters';
import { tryCall } from './helperCall';

/** WaGo docs, /messages/manage-and-download. `Chat` and `Sender` are full JIDs (inferred from wuzapi). */
export const markReadEndpoint = post('/message/markread');

export const markReadOption: INodeProperties = {
	displayName: 'Mark as Read First',
	name: 'markAsRead',
	type: 'fixedCollection',
	default: {
		message: {
			messageId: '={{ $json.messageId }}',
			chatId: '={{ $json.chat.id }}',
			senderId: '={{ $json.sender.id }}',
		},
	},
	placeholder: 'Add message',
	description:
		'Marks the incoming message as read before this one goes out. After a WaGo Trigger the defaults are right.',
	options: [
		{
			displayName: 'Message',
			name: 'message',
			values: [
				{
					displayName: 'Message ID',
					name: 'messageId',
					type: 'string',
					default: '={{ $json.messageId }}',
					description: 'ID of the message to mark as read',
				},
				{
					displayName: 'Chat ID',
					name: 'chatId',
					type: 'string',
					default: '={{ $json.chat.id }}',
					description: 'JID of the chat in which it was written',
				},
				{
					displayName: 'Sender ID',
					name: 'senderId',
					type: 'string',
					default: '={{ $json.sender.id }}',
					description: 'JID of who wrote it',
				},
			],
		},
	],
};

/** Marks the message of the option 'Mark as Read First' as read, if there is one. */
export async function markRead(tools: ItemTools): Promise<void> {
	const { markAsRead } = tools.parameters.options;
	const message = ((markAsRead as IDataObject | undefined)?.message ?? {}) as IDataObject;
	const messageId = asText(message.messageId, 'Message ID');
	const chat = normaliseRecipient(asText(message.chatId, 'Chat ID'));
	const sender = normaliseRecipient(asText(message.senderId, 'Sender ID'));
	if (messageId === '' || !chat || !sender) return;
	const body = bodyOf('/message/markread', {
		messageIds: [messageId],
		chatId: toJid(chat),
		senderId: toJid(sender),
	});
	await tryCall(tools, { endpoint: markReadEndpoint, body });
}
