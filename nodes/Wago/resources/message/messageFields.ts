import type { INodeProperties } from 'n8n-workflow';

import { toJid } from '../../../shared/whatsapp/phone';
import { chatIdField } from '../../fields/chats';
import type { Parameters } from '../../engine/parameters';
import { toRecipient } from '../../sending/recipient';

/** An existing message: after a WaGo Trigger the one that came in, after a send the one that went out. */
export const messageIdField: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	required: true,
	default: '={{ $json.messageId }}',
	placeholder: 'e.g. 3EB0C431C26A1916E07A',
	description: 'ID of the message. After a WaGo Trigger, and after a send, the default is right.',
};

export const messageChatField: INodeProperties = {
	...chatIdField,
	default: '={{ $json.chat?.id ?? $json.recipient }}',
	description:
		'JID of the chat with the message, or the phone number of a contact. After a WaGo Trigger, and after a send, the default is right.',
};

export const senderIdField: INodeProperties = {
	displayName: 'Sender ID',
	name: 'senderId',
	type: 'string',
	default: '={{ $json.sender?.id }}',
	placeholder: 'e.g. 5511912345678@s.whatsapp.net',
	description:
		'JID or phone number of who wrote the message. Needed in groups. After a WaGo Trigger the default is right.',
};

/** The JID of who wrote the message, `undefined` where the field is empty. Throws `InputError` for anything else. */
export function readSenderId(parameters: Parameters): string | undefined {
	const sender = parameters.text(senderIdField.name).trim();
	return sender === '' ? undefined : toJid(toRecipient(sender, senderIdField.displayName));
}
