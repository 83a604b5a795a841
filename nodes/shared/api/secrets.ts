import { isObject } from '../lib/lookup';

const MASK = '***';

/** A shorter secret may be a part of any word, so it is only looked for as a word of its own. */
const SHORTEST_PART = 8;

/** The user and password of an address. */
const USER_INFO = /(?<=\b[a-z][a-z\d+.-]*:\/\/)[^\s/?#]*@/gi;

/** A text without the user and password of the addresses in it. */
export function withoutUserInfo(text: string): string {
	return text.replace(USER_INFO, '');
}

/** A message without the secrets, nor those in addresses: a server may repeat a token in what it says. */
export function maskText(text: string, secrets: readonly string[]): string {
	return secrets
		.filter((secret) => secret !== '')
		.reduce((masked, secret) => masked.replace(patternOf(secret), MASK), withoutUserInfo(text));
}

function patternOf(secret: string): RegExp {
	const literal = secret.replace(/\W/g, '\\$&');
	const word = `(?<![\\w-])${literal}(?![\\w-])`;
	return new RegExp(secret.length < SHORTEST_PART ? word : literal, 'g');
}

/**
 * Data without the values that are a secret: later relatives of WaGo put the token into the status of a session.
 * Parts of values stay, because data is acted on, and a registered address may well hold a word that is a token.
 */
export function maskValues(data: unknown, secrets: readonly string[]): unknown {
	return mapTexts(data, (text) => (text !== '' && secrets.includes(text) ? MASK : text));
}

/** {@link maskText} for all texts in data that is only shown. */
export function maskTexts<Data>(data: Data, secrets: readonly string[]): Data {
	return mapTexts(data, (text) => maskText(text, secrets)) as Data;
}

function mapTexts(data: unknown, change: (text: string) => string): unknown {
	if (typeof data === 'string') return change(data);
	if (Array.isArray(data)) return data.map((entry: unknown) => mapTexts(entry, change));
	if (!isObject(data)) return data;
	return Object.fromEntries(
		Object.entries(data).map(([key, value]) => [key, mapTexts(value, change)]),
	);
}
