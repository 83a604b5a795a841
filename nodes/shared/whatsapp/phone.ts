import { plainText } from '../lib/plainText';
import { trunkZero } from './countryCode';
import { LID_SERVER, parseJid, PHONE_SERVER, phoneOf } from './jid';

/** What was read, or why it can't be used and how to write it instead. Both texts are for the person who wrote it. */
export type AddressReading = { readonly address: string } | AddressProblem;

export interface AddressProblem {
	/** Goes on after the name of a field: 'begins with 0 …'. */
	readonly problem: string;
	/** A sentence. */
	readonly advice: string;
}

/** Digits of the longest and the shortest number that WhatsApp knows (E.164 and its national minimum). */
const LONGEST_PHONE = 15;
const SHORTEST_PHONE = 7;

/** A link to a chat may hold a text to send; nothing longer is a number. */
const LONGEST_TEXT = 2000;

const HOW_TO_WRITE = "Write it with its country code, for example '+55 11 91234-5678'.";

const NO_PHONE: AddressProblem = { problem: 'is not a phone number', advice: HOW_TO_WRITE };

const NO_RECIPIENT: AddressProblem = {
	problem: 'is neither a phone number nor a JID',
	advice:
		"Write the number with its country code, for example '+55 11 91234-5678', or a JID such as '5511912345678@s.whatsapp.net' or '120363000000000001@g.us'.",
};

const EMAIL: AddressProblem = {
	problem: 'is an e-mail address',
	advice: `WhatsApp knows people by their phone number. ${HOW_TO_WRITE}`,
};

/** Spellings that hold digits and are no number, the plainest first. */
const NOT_WRITTEN_AS_NUMBER: ReadonlyArray<readonly [RegExp, AddressProblem]> = [
	[
		/^\+?\d+(?:[.,]\d+)?e\+?\d+$/i,
		{
			problem: 'is a number in scientific notation, in which digits are lost',
			advice: `Format the column of the spreadsheet as text and enter the number again. ${HOW_TO_WRITE}`,
		},
	],
	[
		/^\+?\d{7,}[.,]\d{1,2}$/,
		{
			problem: 'is a number with decimals',
			advice: `Format the column of the spreadsheet as text, or remove the decimals with an expression. ${HOW_TO_WRITE}`,
		},
	],
	[
		/^[^,;|]*\d{6}[^,;|]*[,;|][^,;|]*\d{6}/,
		{
			problem: 'holds more than one number',
			advice: 'Give one number here. For several people, give each an item of its own.',
		},
	],
];

/** Where a link to a chat has its number: `wa.me/15550100001`, `api.whatsapp.com/send?phone=15550100001`. */
const CHAT_LINK =
	/^(?:(?:https?:\/\/)?(?:www\.)?wa\.me\/|(?:(?:https?:\/\/)?(?:api|web)\.whatsapp\.com\/send\/?|whatsapp:\/\/send\/?)\?(?:.*&)?phone=)(?:\+|%2b)?(\d+)(?:[/?&#].*)?$/i;

/**
 * A phone number as WaGo wants it: digits with the country code (WaGo docs, /concepts/identifiers). Every way of
 * writing one is taken that leaves no doubt about the number: with spaces, brackets, dots, dashes, `+` or `00`, digits
 * of other scripts, invisible marks, an apostrophe or `@` before it, as a `tel:` address, a link to the chat or a JID.
 */
export function parsePhone(text: string): AddressReading {
	const written = writtenNumber(text);
	const jid = parseJid(written);
	if (jid === undefined) return parseNumber(written);
	const phone = jid.server === PHONE_SERVER ? jid.user : phoneOf(written);
	if (phone !== undefined) return parseNumber(phone);
	return USERS.has(jid.server) || !jid.server.includes('.') ? NO_PHONE : EMAIL;
}

/**
 * What to put into WaGo's `Phone`: digits for a phone number, the bare JID for another address. The address of a phone
 * number comes back as its digits, so that one recipient has one spelling.
 */
export function parseRecipient(text: string): AddressReading {
	const jid = parseJid(writtenNumber(text));
	if (jid && USERS.get(jid.server)?.test(jid.user)) return { address: `${jid.user}@${jid.server}` };
	const reading = parsePhone(text);
	return reading === NO_PHONE ? NO_RECIPIENT : reading;
}

/** What stands before the `@` of addresses without a phone number, by what stands behind it (whatsmeow, types/jid.go). */
const USERS: ReadonlyMap<string, RegExp> = new Map([
	// Groups made before 2021 have their founder's number and the time in their address.
	['g.us', /^\d+(?:-\d+)?$/],
	['newsletter', /^\d+$/],
	['broadcast', /^(?:\d+|status)$/],
	[LID_SERVER, /^\d+$/],
	['hosted.lid', /^\d+$/],
	['bot', /^\d+$/],
]);

/** {@link parsePhone}; `undefined` where the text can't be used. */
export function normalisePhone(text: string): string | undefined {
	return addressIn(parsePhone(text));
}

/** {@link parseRecipient}; `undefined` where the text can't be used. */
export function normaliseRecipient(text: string): string | undefined {
	return addressIn(parseRecipient(text));
}

function addressIn(reading: AddressReading): string | undefined {
	return 'address' in reading ? reading.address : undefined;
}

/**
 * The part of a text that is the number or JID. Spreadsheets keep a number as text by an apostrophe before it, and `@`
 * is how a number is mentioned.
 */
function writtenNumber(text: string): string {
	const plain = plainText(text.slice(0, LONGEST_TEXT))
		.replace(/^['"]+ */, '')
		.replace(/ *['"]+$/, '')
		.replace(/^@ */, '');
	const link = CHAT_LINK.exec(plain);
	if (link) return link[1];
	return /^tel:/i.test(plain) ? plain.slice('tel:'.length).split(';', 1)[0] : plain;
}

function parseNumber(written: string): AddressReading {
	const known = NOT_WRITTEN_AS_NUMBER.find(([pattern]) => pattern.test(written));
	if (known) return known[1];
	const digits = written.replace(/[ ()[\].\-/]/g, '').replace(/^(?:\+|00)/, '');
	return /^\d+$/.test(digits) ? checkDigits(digits) : NO_PHONE;
}

function checkDigits(digits: string): AddressReading {
	const { length } = digits;
	if (digits.startsWith('0')) {
		return {
			problem: 'begins with 0, which no country code does',
			advice:
				"Write the country code instead of the 0, for example '+62 812 3456 7890' for '0812 3456 7890'.",
		};
	}
	if (length < SHORTEST_PHONE || length > LONGEST_PHONE) {
		return {
			problem: `has ${length} digits, a phone number has ${SHORTEST_PHONE} to ${LONGEST_PHONE}`,
			advice: HOW_TO_WRITE,
		};
	}
	const zero = trunkZero(digits);
	if (zero === undefined) return { address: digits };
	return {
		problem: `has a 0 after the country code ${zero.countryCode}`,
		advice: `That 0 is dialled inside the country only. Write '+${zero.countryCode} ${zero.rest}'.`,
	};
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
