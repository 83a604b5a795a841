/**
 * WhatsApp addresses (JIDs): `user@server`, with a device `user:device@server`, with an agent
 * `user.agent:device@server`. Source: whatsmeow, types/jid.go.
 */

/** The kinds of chat that a JID's server part tells apart. */
export type ChatType = 'private' | 'group' | 'channel' | 'status' | 'broadcast';

export const PHONE_SERVER = 's.whatsapp.net';
export const LID_SERVER = 'lid';

/**
 * Other spellings of a server: the legacy one, and those of devices that Meta hosts, which write for a number that
 * is also on the Cloud API. whatsmeow, types/jid.go.
 */
const SERVER_BY_ALIAS: ReadonlyMap<string, string> = new Map([
	['c.us', PHONE_SERVER],
	['hosted', PHONE_SERVER],
	['hosted.lid', LID_SERVER],
]);

const CHAT_TYPE_BY_SERVER: ReadonlyMap<string, ChatType> = new Map([
	['g.us', 'group'],
	['newsletter', 'channel'],
	['broadcast', 'broadcast'],
]);

/** The user and server of an address; `undefined` for text that is no address. Device and agent are dropped. */
export function parseJid(text: unknown): { user: string; server: string } | undefined {
	if (typeof text !== 'string') return undefined;
	const address = text.trim();
	const at = address.lastIndexOf('@');
	if (at < 1 || at === address.length - 1) return undefined;
	const server = address.slice(at + 1).toLowerCase();
	const user = address.slice(0, endOfUser(address, at));
	if (user === '') return undefined;
	return { user, server: SERVER_BY_ALIAS.get(server) ?? server };
}

/** Where the agent (`.`) or the device (`:`) begins. By hand, as every event asks for a dozen addresses. */
function endOfUser(address: string, at: number): number {
	for (let index = 0; index < at; index++) {
		const character = address[index];
		if (character === '.' || character === ':') return index;
	}
	return at;
}

/** What one address tells: a phone number or a hidden number (LID), never both. */
export interface Address {
	id: string;
	phone?: string;
	lid?: string;
}

/**
 * The address without device and agent, `c.us` and `hosted` spelled `s.whatsapp.net`, and the number in it.
 * Text that is no address comes back trimmed, anything else as `''`.
 */
export function readAddress(text: unknown): Address {
	const jid = parseJid(text);
	if (jid === undefined) return { id: typeof text === 'string' ? text.trim() : '' };
	const id = `${jid.user}@${jid.server}`;
	if (jid.server === LID_SERVER) return { id, lid: id };
	return jid.server === PHONE_SERVER && /^\d+$/.test(jid.user) ? { id, phone: jid.user } : { id };
}

/** {@link readAddress}'s `id`. */
export function bareJid(text: unknown): string {
	return readAddress(text).id;
}

/** The chat type by the server part: `IsGroup` is true for status and broadcast lists as well, so it does not tell. */
export function chatTypeOf(text: unknown): ChatType {
	const jid = parseJid(text);
	if (jid === undefined) return 'private';
	if (jid.server === 'broadcast' && jid.user === 'status') return 'status';
	return CHAT_TYPE_BY_SERVER.get(jid.server) ?? 'private';
}

/** The digits of a phone-number address; `undefined` for every other address, hidden numbers above all. */
export function phoneOf(text: unknown): string | undefined {
	return readAddress(text).phone;
}
