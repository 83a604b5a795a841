import { isRecord } from './answer';

const MASK = '***';

/** A shorter secret may be a part of any word, so it is only looked for as a word of its own. */
const SHORTEST_PART = 8;

/** A message without the secrets: a server may repeat a token in what it says. */
export function maskText(text: string, secrets: readonly string[]): string {
	return secrets
		.filter((secret) => secret !== '')
		.reduce((masked, secret) => masked.replace(patternOf(secret), MASK), text);
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
	if (typeof data === 'string') return data !== '' && secrets.includes(data) ? MASK : data;
	if (Array.isArray(data)) return data.map((entry: unknown) => maskValues(entry, secrets));
	if (!isRecord(data)) return data;
	return Object.fromEntries(
		Object.entries(data).map(([key, value]) => [key, maskValues(value, secrets)]),
	);
}
