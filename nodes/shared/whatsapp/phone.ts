import { parseJid, PHONE_SERVER } from './jid';

/** Digits of the longest and the shortest number that WhatsApp knows (E.164 and its national minimum). */
const LONGEST_PHONE = 15;
const SHORTEST_PHONE = 7;

/**
 * A phone number as WaGo wants it: digits with the country code (WaGo docs, /concepts/identifiers).
 * Spaces, `+`, a leading `00`, brackets, dots and dashes are tolerated; `undefined` for anything else.
 */
export function normalisePhone(text: string): string | undefined {
	const compact = text.trim().replace(/[\s\u00a0()[\].\-/]/g, '');
	const digits = compact.replace(/^(\+|00)/, '');
	if (!/^\d+$/.test(digits)) return undefined;
	return digits.length >= SHORTEST_PHONE && digits.length <= LONGEST_PHONE ? digits : undefined;
}

/**
 * What to put into WaGo's `Phone`: digits for a phone number, the bare JID for an address.
 * The address of a phone number comes back as its digits, so that one recipient has one spelling.
 */
export function normaliseRecipient(text: string): string | undefined {
	if (!text.includes('@')) return normalisePhone(text);
	const jid = parseJid(text);
	if (!jid) return undefined;
	return jid.server === PHONE_SERVER ? normalisePhone(jid.user) : `${jid.user}@${jid.server}`;
}

/** The address of a phone number or JID, for the endpoints that take JIDs only. */
export function toJid(recipient: string): string {
	return recipient.includes('@') ? recipient : `${recipient}@${PHONE_SERVER}`;
}

/**
 * Countries whose mobile numbers exist in two spellings, of which WhatsApp knows one per account: one and the other.
 * Brazil: a ninth digit since 2012-2016, absent in accounts made before. Mexico: 1 after 52 until 2019.
 * Argentina: 9 after 54 in international mobile numbers.
 */
const SPELLINGS: ReadonlyArray<readonly [RegExp, string]> = [
	[/^55(?<area>\d{2})9(?<number>\d{8})$/, '55$<area>$<number>'],
	[/^55(?<area>\d{2})(?<number>[6-9]\d{7})$/, '55$<area>9$<number>'],
	[/^521(?<number>\d{10})$/, '52$<number>'],
	[/^52(?<number>\d{10})$/, '521$<number>'],
	[/^549(?<number>\d{10})$/, '54$<number>'],
	[/^54(?<number>\d{10})$/, '549$<number>'],
];

/** The spellings under which WhatsApp may know a number, the given one first. Most numbers have just one. */
export function phoneCandidates(digits: string): string[] {
	const spelling = SPELLINGS.find(([one]) => one.test(digits));
	if (!spelling) return [digits];
	const [one, other] = spelling;
	return [digits, digits.replace(one, other)];
}
