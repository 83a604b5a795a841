import type { ContactCard } from './item';
import { present } from '../lib/lookup';
import { normalisePhone } from './phone';

const LONGEST_CARD = 100_000;

/**
 * The name and phones of a contact card (vCard 2.1 to 4.0). `waid=` holds the digits of a number that has a
 * WhatsApp account; these come first, then the other numbers. `displayName` is what the sender's phone showed.
 */
export function readVcard(vcard: string, displayName?: string): ContactCard {
	const lines = unfold(vcard.slice(0, LONGEST_CARD));
	const numbers = lines.filter((line) => /^(?:[\w-]+\.)?TEL[;:]/i.test(line)).map(readNumber);
	const accounts = numbers.map(({ account }) => account);
	const others = numbers.map(({ account, phone }) => account ?? phone);
	const phones = [...accounts, ...others].filter((phone): phone is string => phone !== undefined);
	return present({
		name: displayName ?? lines.map(nameOf).find((name) => name !== undefined),
		phones: [...new Set(phones)],
		vcard,
	});
}

/** A line that begins with white space continues the one before (RFC 6350, 3.2). */
function unfold(vcard: string): string[] {
	return vcard.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
}

function nameOf(line: string): string | undefined {
	return /^FN(?:;[^:]*)?:(.+)$/i
		.exec(line)?.[1]
		.trim()
		.replace(/\\([,;\\])/g, '$1');
}

/** `TEL;type=CELL;waid=15550100002:+1 555 010 0002`, or with the number as a `tel:` address. */
function readNumber(line: string): { account?: string; phone?: string } {
	const colon = line.indexOf(':');
	const parameters = line.slice(0, colon === -1 ? line.length : colon);
	const number = colon === -1 ? '' : line.slice(colon + 1).replace(/^tel:/i, '');
	return { account: /;waid=(\d+)/i.exec(parameters)?.[1], phone: normalisePhone(number) };
}
