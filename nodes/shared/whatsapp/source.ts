import type { Chat, Party } from './item';
import { chatTypeOf, PHONE_SERVER, phoneOf, readAddress } from './jid';
import { get, isTrue, present, textOf } from '../lib/lookup';

/** Who said something where, and where to answer. */
export interface Source {
	readonly chat: Chat;
	readonly sender: Party;
	readonly replyTo: string;
	readonly fromMe: boolean;
}

/**
 * Reads the source fields that messages (`Info`), receipts and chat presence share: `Chat`, `Sender`,
 * `SenderAlt`, `RecipientAlt`, `IsFromMe`. A person has a phone address or a hidden one (LID), and `…Alt` is
 * the other of the two, when the server knows it; descendants of wuzapi swap them, so only the address's own
 * server part tells which is which. Inferred from whatsmeow's `parseMessageSource`.
 */
export function readSource(info: unknown): Source {
	const fromMe = isTrue(info, 'IsFromMe');
	const sender = readParty([get(info, 'Sender'), get(info, 'SenderAlt')], nameOf(info));
	const chat = readChat(get(info, 'Chat'), (id) =>
		fromMe ? phoneOf(get(info, 'RecipientAlt')) : phoneOfPartner(sender, id),
	);
	if (sender.id === '') sender.id = chat.id;
	return { chat, sender, fromMe, replyTo: replyAddress(chat, sender, fromMe) };
}

/** A person by all known addresses, the one the event names first. */
export function readParty(addresses: unknown[], name?: string): Party {
	const known = addresses.map(readAddress);
	return present({
		id: known[0].id,
		phone: known.find(({ phone }) => phone !== undefined)?.phone,
		lid: known.find(({ lid }) => lid !== undefined)?.lid,
		name,
	});
}

/** The address to send to: by phone where it is known, as WaGo's docs name no hidden numbers as recipients. */
export function addressOf(party: { id: string; phone?: string }): string {
	return party.phone === undefined ? party.id : `${party.phone}@${PHONE_SERVER}`;
}

function readChat(address: unknown, partnerPhone: (id: string) => string | undefined): Chat {
	const { id, phone } = readAddress(address);
	const type = chatTypeOf(id);
	if (type !== 'private') return { id, type };
	return present({ id, type, phone: phone ?? partnerPhone(id) });
}

/** A bot may write in a private chat as well (Meta AI, when called): its number is not the partner's. */
function phoneOfPartner(sender: Party, chatId: string): string | undefined {
	return sender.id === chatId || sender.lid === chatId ? sender.phone : undefined;
}

/** Status posts and broadcast lists are answered to their author, everything else in its chat. */
function replyAddress(chat: Chat, sender: Party, fromMe: boolean): string {
	if (chat.type === 'private') return addressOf(chat);
	const isBroadcast = chat.type === 'status' || chat.type === 'broadcast';
	return isBroadcast && !fromMe ? addressOf(sender) : chat.id;
}

/** The name people gave themselves, else the verified name of a business. */
function nameOf(info: unknown): string | undefined {
	return (
		textOf(info, 'PushName') ?? textOf(get(get(info, 'VerifiedName'), 'Details'), 'verifiedName')
	);
}
