import type { Chat, Party } from './item';
import { bareJid, chatTypeOf, lidOf, PHONE_SERVER, phoneOf } from './jid';
import { get, getPath, isTrue, present, textOf } from './lookup';

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
	const chatAddress = get(info, 'Chat');
	const senderAddress = get(info, 'Sender');
	const senderAlt = get(info, 'SenderAlt');
	const sender = readParty([senderAddress, senderAlt], nameOf(info));
	const others = fromMe ? [get(info, 'RecipientAlt')] : [senderAddress, senderAlt];
	const chat = readChat(chatAddress, others);
	if (sender.id === '') sender.id = chat.id;
	return { chat, sender, fromMe, replyTo: replyAddress(chat, sender, fromMe) };
}

/** A person by all known addresses, the one the event names first. */
export function readParty(addresses: unknown[], name?: string): Party {
	return present({
		id: bareJid(addresses[0]),
		phone: firstOf(addresses, phoneOf),
		lid: firstOf(addresses, lidOf),
		name,
	});
}

/** The address to send to: by phone where it is known, as WaGo's docs name no hidden numbers as recipients. */
export function addressOf(party: { id: string; phone?: string }): string {
	return party.phone === undefined ? party.id : `${party.phone}@${PHONE_SERVER}`;
}

function readChat(address: unknown, partnerAddresses: unknown[]): Chat {
	const type = chatTypeOf(address);
	const chat: Chat = { id: bareJid(address), type };
	if (type !== 'private') return chat;
	return present({ ...chat, phone: firstOf([address, ...partnerAddresses], phoneOf) });
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
		textOf(info, 'PushName') ?? textOf(getPath(info, 'VerifiedName', 'Details'), 'verifiedName')
	);
}

function firstOf<T>(
	addresses: unknown[],
	read: (address: unknown) => T | undefined,
): T | undefined {
	for (const address of addresses) {
		const value = read(address);
		if (value !== undefined) return value;
	}
	return undefined;
}
