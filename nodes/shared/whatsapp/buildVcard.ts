export interface CardFields {
	readonly name: string;
	/** Digits with the country code, the first one shown first. */
	readonly phones: readonly string[];
	readonly organization?: string;
	readonly email?: string;
}

/**
 * A contact card as WhatsApp's own apps write it: vCard 3.0 with `waid`, which makes a number a button that opens
 * the chat.
 */
export function buildVcard({ name, phones, organization, email }: CardFields): string {
	const lines = ['BEGIN:VCARD', 'VERSION:3.0', `N:;${escape(name)};;;`, `FN:${escape(name)}`];
	if (organization) lines.push(`ORG:${escape(organization)};`);
	lines.push(...phones.map((phone) => `TEL;type=CELL;type=VOICE;waid=${phone}:+${phone}`));
	if (email) lines.push(`EMAIL;type=INTERNET:${escape(email)}`);
	return [...lines, 'END:VCARD'].join('\n');
}

/** RFC 2426, section 5: a value is one line, and its separators are escaped. */
function escape(text: string): string {
	return text
		.trim()
		.replace(/[\\,;]/g, '\\$&')
		.replace(/\r?\n/g, '\\n');
}
