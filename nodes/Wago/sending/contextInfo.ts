import type { IDataObject } from 'n8n-workflow';

import { bodyKeys } from '../../shared/api/wire';
import { normaliseRecipient, toJid } from '../../shared/whatsapp/phone';
import { InputError } from '../parameters';

const keys = bodyKeys('contextInfo');

/**
 * WaGo's `ContextInfo`: the quoted message and the people mentioned; `undefined` where there is neither.
 * WaGo wants the quoted ID and its sender both or not at all. Throws {@link InputError} for half a quote.
 */
export function contextInfo(options: IDataObject): IDataObject | undefined {
	const info: IDataObject = { ...quote(options) };
	const mentions = splitList(options.mentions).map((person) => asJid(person, 'Mentions'));
	if (mentions.length > 0) info[keys.mentions] = mentions;
	return Object.keys(info).length > 0 ? info : undefined;
}

function quote({ quotedMessageId, quotedSenderId }: IDataObject): IDataObject {
	const messageId = text(quotedMessageId);
	const sender = text(quotedSenderId);
	if (messageId === '' && sender === '') return {};
	if (messageId === '' || sender === '') {
		throw new InputError(
			"A quote needs both 'Quoted Message ID' and 'Quoted Sender ID'",
			'Fill in both options, or remove both.',
		);
	}
	return { [keys.messageId]: messageId, [keys.senderId]: asJid(sender, 'Quoted Sender ID') };
}

function asJid(person: string, label: string): string {
	const recipient = normaliseRecipient(person);
	if (!recipient) throw new InputError(`'${label}' is neither a phone number nor a JID: ${person}`);
	return toJid(recipient);
}

function splitList(value: unknown): string[] {
	const entries = Array.isArray(value) ? value : text(value).split(',');
	return entries.map(text).filter((entry) => entry !== '');
}

function text(value: unknown): string {
	return value === null || value === undefined ? '' : String(value).trim();
}
