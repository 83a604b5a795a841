import { findByLid, lidOf } from '../addressBook';
import { isChannel, isGroup, isLid, phoneJid, serverOf, userOf } from '../jid';
import type { Session } from '../session';

/** Where an event comes from: whatsmeow's `MessageSource`, which `Info` and receipts flatten into themselves. */
export interface Source {
	readonly Chat: string;
	readonly Sender: string;
	readonly IsFromMe: boolean;
	readonly IsGroup: boolean;
	readonly AddressingMode: '' | 'pn' | 'lid';
	readonly SenderAlt: string;
	readonly RecipientAlt: string;
	readonly BroadcastListOwner: string;
	readonly BroadcastRecipients: null;
}

export interface Origin {
	/** The address of who writes; with `fromMe`, of the partner. */
	readonly from: string;
	/** The group, channel, status or broadcast list; `undefined` in a direct chat. */
	readonly chat?: string;
	readonly fromMe?: boolean;
}

/** @see whatsmeow message.go, parseMessageSource */
export function messageSource(
	session: Session,
	{ from, chat = from, fromMe = false }: Origin,
): Source {
	const isBetweenTwo = isDirect(chat);
	const author = isChannel(chat) ? chat : from;
	return {
		Chat: chat,
		Sender: fromMe ? session.jid : author,
		IsFromMe: fromMe,
		// Also true for status and broadcast lists, as whatsmeow has it.
		IsGroup: isSharedChat(chat),
		AddressingMode: addressingMode(author, isBetweenTwo),
		SenderAlt: fromMe ? '' : otherAddress(session, author),
		RecipientAlt: fromMe && isBetweenTwo ? otherAddress(session, chat) : '',
		BroadcastListOwner: '',
		BroadcastRecipients: null,
	};
}

/** Whether a chat has two sides only: it is no group, channel, status or broadcast list. */
export const isDirect = (chat: string): boolean => !isSharedChat(chat) && !isChannel(chat);

function isSharedChat(chat: string): boolean {
	return isGroup(chat) || serverOf(chat) === 'broadcast';
}

/** In a direct chat with a phone number it is empty. */
function addressingMode(author: string, isBetweenTwo: boolean): Source['AddressingMode'] {
	if (isLid(author)) return 'lid';
	return isBetweenTwo || isChannel(author) ? '' : 'pn';
}

/** The hidden number of a phone number and the other way round, where the account knows it. */
function otherAddress({ book }: Session, jid: string): string {
	if (isLid(jid)) {
		const contact = findByLid(book, userOf(jid));
		return contact ? phoneJid(contact.phone) : '';
	}
	return lidOf(book, jid);
}
