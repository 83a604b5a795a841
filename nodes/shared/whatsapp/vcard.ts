import type { ContactCard } from './messageParts';
import { present } from '../lib/lookup';
import { plainText } from '../lib/plainText';
import { normalisePhone } from './phone';

const LONGEST_CARD = 100_000;

/** One line of a card: `item1.TEL;type=CELL;waid=15550100002:+1 555 010 0002`. */
interface Property {
	/** Upper case, without the group before the dot. */
	readonly name: string;
	readonly parameters: string;
	readonly value: string;
}

/**
 * The name and phones of a contact card (vCard 2.1 to 4.0). `waid=` holds the digits of a number that has a
 * WhatsApp account; these come first, then the other numbers that are written with their country code: a national
 * number has no meaning abroad, and is left to `vcard`. `displayName` is what the sender's phone showed.
 */
export function readVcard(vcard: string, displayName?: string): ContactCard {
	const properties = unfold(vcard.slice(0, LONGEST_CARD)).flatMap(readProperty);
	const numbers = properties.filter(({ name }) => name === 'TEL');
	const accounts = numbers.map(accountOf);
	const others = numbers.map(
		(number, index) => accounts[index] ?? internationalNumber(number.value),
	);
	const phones = [...accounts, ...others].filter((phone): phone is string => phone !== undefined);
	return present({
		name: displayName ?? nameOf(properties),
		phones: [...new Set(phones)],
		vcard,
	});
}

/**
 * A line that begins with white space continues the one before (RFC 6350, 3.2). In quoted-printable, a `=` at the end
 * of a line does so as well (vCard 2.1).
 */
function unfold(vcard: string): string[] {
	const lines: string[] = [];
	let quoted = false;
	for (const line of vcard.split(/\r\n?|\n/)) {
		const last = lines.at(-1) ?? '';
		if (quoted && last.endsWith('=')) lines[lines.length - 1] = last.slice(0, -1) + line;
		else if (lines.length > 0 && /^[ \t]/.test(line))
			lines[lines.length - 1] = last + line.slice(1);
		else {
			quoted = /^[^:]*quoted-printable/i.test(line);
			lines.push(line);
		}
	}
	return lines;
}

/** The group is left out; a colon in quotes does not end the parameters. */
const PROPERTY =
	/^(?:[\w-]+\.)?(?<name>[\w-]+)(?<parameters>(?:;(?:[^":]|"[^"]*")*)?)(?::(?<value>.*))?$/;

function readProperty(line: string): Property[] {
	const parts = PROPERTY.exec(line.trim())?.groups;
	if (parts === undefined) return [];
	const { name, parameters, value = '' } = parts;
	const decoded = /quoted-printable/i.test(parameters) ? fromQuotedPrintable(value) : value;
	return [{ name: name.toUpperCase(), parameters, value: decoded }];
}

/** RFC 2045, 6.7. Bytes that are no UTF-8 are read as Latin-1, the other character set of old phones. */
function fromQuotedPrintable(text: string): string {
	const bytes = text.replace(/=([\da-f]{2})|%/gi, (sign, byte?: string) => `%${byte ?? '25'}`);
	try {
		return decodeURIComponent(bytes);
	} catch {
		return bytes.replace(/%([\da-f]{2})/gi, (_, byte: string) =>
			String.fromCharCode(parseInt(byte, 16)),
		);
	}
}

/** The name as it is shown (FN), else made of its parts (N), else the organisation. */
function nameOf(properties: readonly Property[]): string | undefined {
	const valueOf = (wanted: string) => properties.find(({ name }) => name === wanted)?.value ?? '';
	const [organisation] = componentsOf(valueOf('ORG'));
	return unescaped(valueOf('FN')) || fullName(valueOf('N')) || organisation || undefined;
}

/** Family name, given name, further names, what stands before and after (RFC 6350, 6.2.2), in the order of speech. */
function fullName(value: string): string {
	const [family, given, further, before, after] = componentsOf(value);
	return [before, given, further, family, after].filter(Boolean).join(' ');
}

function componentsOf(value: string): string[] {
	return (value.match(/(?:\\.|[^;\\])+|(?<=;|^)(?=;|$)/g) ?? []).map(unescaped);
}

function unescaped(text: string): string {
	return text
		.replace(/\\n/gi, ' ')
		.replace(/\\([,;:\\])/g, '$1')
		.trim();
}

function accountOf({ parameters }: Property): string | undefined {
	return /;waid="?\+?(\d+)/i.exec(parameters)?.[1];
}

/**
 * The number of a card that is written with its country code, without the 0 in '+49 (0)30' and without what is dialled
 * after the call is answered.
 */
function internationalNumber(value: string): string | undefined {
	const [number] = plainText(value)
		.replace(/^tel:/i, '')
		.split(/[,;pwx#*]|ext/i, 1);
	if (!/^[\s('"]*(?:\+|00)/.test(number)) return undefined;
	return normalisePhone(number) ?? normalisePhone(number.replace(/[([]0[)\]]/, ''));
}
