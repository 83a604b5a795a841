import type { INodeProperties } from 'n8n-workflow';

import { toJid } from '../../shared/whatsapp/phone';
import type { Parameters } from '../engine/parameters';
import { readRecipient } from '../sending/recipient';

/** After a WaGo Trigger the default is the chat in which the message was written. */
export const chatIdField: INodeProperties = {
	displayName: 'Chat ID',
	name: 'chatId',
	type: 'string',
	required: true,
	default: '={{ $json.chat.id }}',
	placeholder: 'e.g. 5511912345678@s.whatsapp.net',
	description: 'JID of the chat, or the phone number of a contact',
};

/** The JID of the chat. Throws {@link InputError} for text that is none. */
export function readChatId(parameters: Parameters): string {
	return toJid(readRecipient(parameters, chatIdField.name));
}
