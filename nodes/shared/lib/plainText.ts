/**
 * Text as it would be typed on a plain keyboard. What is copied from an address book, a web page, a spreadsheet or a
 * chat holds signs that nobody sees, and signs that look like others.
 */

/** Direction marks, zero-width signs, byte order marks, accents, control characters, letters drawn as nothing. */
const INVISIBLE = /\p{Cf}|\p{M}|(?!\s)\p{Cc}|[\u115f\u1160\u2800\u3164\uffa0]/gu;

/** Signs that look like one of the keyboard, such as the long vowel of Japanese keyboards, which looks like a dash. */
const LOOKALIKES: ReadonlyArray<readonly [RegExp, string]> = [
	[/\p{Pd}|[\u02d7\u2043\u2212\u30fc\uff70]/gu, '-'],
	[/[\u2018\u2019\u201b\u02bc\u00b4`]/g, "'"],
	[/[\u201c\u201d]/g, '"'],
	[/[\u00b7\u2022\u2219\u30fb\uff65]/g, '.'],
	[/[\u207a\ufe62]/g, '+'],
	[/\s/g, ' '],
];

/** The ASCII characters `!` to `~` in the width of Chinese characters. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_OFFSET = 0xfee0;

/**
 * The text without invisible signs, with the digits, dashes, quotes, dots and spaces of the keyboard, and
 * without spaces around it.
 * Digits of every script keep their value; letters stay as they are.
 */
export function plainText(text: string): string {
	const ascii = text
		.replace(INVISIBLE, '')
		.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
		.replace(/[^\P{Nd}0-9]/gu, asciiDigit);
	return LOOKALIKES.reduce((plain, [sign, typed]) => plain.replace(sign, typed), ascii).trim();
}

/** Unicode keeps the digits of a script in a row, from zero to nine; so do rows that touch one another. */
function asciiDigit(digit: string): string {
	const code = digit.codePointAt(0)!;
	let first = code;
	while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first--;
	return String((code - first) % 10);
}
