/**
 * Reading fields of a server's JSON. Go's names changed their casing once (`fileSha256` became `fileSHA256`,
 * `id` became `ID`; whatsmeow, May 2024), so every name is found in either spelling. Nothing here throws. The
 * names asked for are constants of this package, none of them a member of `Object.prototype`.
 */
export type JsonObject = Record<string, unknown>;

/** Whether `value` is an object with named fields: no array, no `null`. */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The value of `key` in any casing. The exact spelling wins and costs one look-up; JSON holds no `undefined`,
 * so only a name that is missing, or spelled otherwise, is searched for.
 */
export function get(source: unknown, key: string): unknown {
	if (!isObject(source)) return undefined;
	const exact = source[key];
	return exact === undefined ? getOtherSpelling(source, key) : exact;
}

function getOtherSpelling(source: JsonObject, key: string): unknown {
	const { length } = key;
	for (const candidate in source) {
		if (candidate.length !== length) continue;
		if (candidate.toLowerCase() === key.toLowerCase()) return source[candidate];
	}
	return undefined;
}

/** Whether `source` is an object that has `key`, in any casing and with any value. */
export function has(source: unknown, key: string): boolean {
	return get(source, key) !== undefined;
}

/** The value at the end of a chain of keys. */
export function getPath(source: unknown, ...keys: string[]): unknown {
	return keys.reduce<unknown>(get, source);
}

/** A text that is not empty, else `undefined`: Go writes `""` where there is nothing. */
export function textOf(source: unknown, key: string): string | undefined {
	const value = get(source, key);
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A finite number, also one that came as a string of digits (64-bit integers in some serialisations). */
export function numberOf(source: unknown, key: string): number | undefined {
	const value = get(source, key);
	const number = typeof value === 'string' && /^\d{1,20}$/.test(value) ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** Whether the field holds exactly `true`. */
export function isTrue(source: unknown, key: string): boolean {
	return get(source, key) === true;
}

/** The elements of a list; `[]` for anything else. */
export function listOf(source: unknown, key: string): unknown[] {
	const value = get(source, key);
	return Array.isArray(value) ? value : [];
}

/** The texts of a list that are not empty. */
export function textsOf(source: unknown, key: string): string[] {
	return listOf(source, key).filter(
		(value): value is string => typeof value === 'string' && value !== '',
	);
}

/**
 * `fields` without those that are `undefined`: an absent field is absent in the output. The object is built
 * anew, since deleting fields would make it slow to use.
 */
export function present<T extends object>(fields: T): T {
	const result = {} as T;
	for (const key in fields) {
		if (fields[key] !== undefined) result[key] = fields[key];
	}
	return result;
}

/** {@link present}, or `undefined` where nothing is left. */
export function presentOrNothing<T extends object>(fields: T): T | undefined {
	for (const key in fields) {
		if (fields[key] !== undefined) return present(fields);
	}
	return undefined;
}
