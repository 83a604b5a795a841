import { badRequest, undecodable } from './envelope';

const PHONE_SERVER = 's.whatsapp.net';

/** The address of a phone number. */
export const phoneJid = (digits: string) => `${digits}@${PHONE_SERVER}`;

export const isGroup = (jid: string) => jid.endsWith('@g.us');
export const isChannel = (jid: string) => jid.endsWith('@newsletter');
export const isLid = (jid: string) => jid.endsWith('@lid');
export const userOf = (jid: string) => jid.split('@', 1)[0].split(/[.:]/, 1)[0];
export const serverOf = (jid: string) => jid.slice(jid.lastIndexOf('@') + 1);

/**
 * A recipient as WaGo reads it: one leading `+` is dropped, the user part has to be all digits, so a
 * `:device` suffix or a hyphenated group ID is refused (inferred from wuzapi, parseJID).
 */
export function parseRecipient(text: string, field = 'Phone'): string {
	const address = text.startsWith('+') ? text.slice(1) : text;
	const [user, server = PHONE_SERVER, ...rest] = address.split('@');
	if (!/^\d+$/.test(user) || server === '' || rest.length > 0)
		throw badRequest(`Could not parse ${field}`);
	return `${user}@${server}`;
}

/** An address that the server decodes straight into a JID, so that plain digits are not one. */
export function requireJid(text: string): string {
	if (!/^[^@\s]+@[^@\s]+$/.test(text)) throw undecodable();
	return text;
}

/** What a person at the simulator's controls may write: digits, with or without `+`, or an address. */
export function toJid(text: string): string {
	return text.includes('@') ? text : phoneJid(text.replace(/\D/g, ''));
}
