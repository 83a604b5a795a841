/**
 * WhatsApp addresses (JIDs): `user@server`, with a device `user:device@server`, with an agent
 * `user.agent:device@server`. Source: whatsmeow, types/jid.go.
 */

/** The kinds of chat that a JID's server part tells apart. */
export type ChatType = 'private' | 'group' | 'channel' | 'status' | 'broadcast';

export const PHONE_SERVER = 's.whatsapp.net';
const LEGACY_PHONE_SERVER = 'c.us';
const STATUS_JID = 'status@broadcast';

const CHAT_TYPE_BY_SERVER: Readonly<Record<string, ChatType>> = {
	'g.us': 'group',
	newsletter: 'channel',
	broadcast: 'broadcast',
};

/** The user and server of an address; `undefined` for text that is no address. Device and agent are dropped. */
export function parseJid(text: unknown): { user: string; server: string } | undefined {
	if (typeof text !== 'string') return undefined;
	const address = text.trim();
	const at = address.lastIndexOf('@');
	if (at < 1 || at === address.length - 1) return undefined;
	const server = address.slice(at + 1).toLowerCase();
	const user = address.slice(0, at).split(/[.:]/, 1)[0];
	if (user === '') return undefined;
	return { user, server: server === LEGACY_PHONE_SERVER ? PHONE_SERVER : server };
}

/**
 * The address without device and agent, the legacy `c.us` spelled `s.whatsapp.net`.
 * Text that is no address comes back trimmed, anything else as `''`.
 */
export function bareJid(text: unknown): string {
	const jid = parseJid(text);
	if (jid) return `${jid.user}@${jid.server}`;
	return typeof text === 'string' ? text.trim() : '';
}

/** The chat type by the server part: `IsGroup` is true for status and broadcast lists as well, so it does not tell. */
export function chatTypeOf(text: unknown): ChatType {
	if (bareJid(text) === STATUS_JID) return 'status';
	return CHAT_TYPE_BY_SERVER[parseJid(text)?.server ?? ''] ?? 'private';
}

/** The digits of a phone-number address; `undefined` for every other address, hidden numbers (LIDs) above all. */
export function phoneOf(text: unknown): string | undefined {
	const jid = parseJid(text);
	return jid?.server === PHONE_SERVER && /^\d+$/.test(jid.user) ? jid.user : undefined;
}

/** The bare address if it is a hidden number (`@lid`), else `undefined`. */
export function lidOf(text: unknown): string | undefined {
	return parseJid(text)?.server === 'lid' ? bareJid(text) : undefined;
}
