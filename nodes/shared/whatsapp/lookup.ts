/**
 * Reading fields of a server's JSON. Go's names changed their casing once (`fileSha256` became `fileSHA256`,
 * `id` became `ID`; whatsmeow, May 2024), so every name is found in either spelling. Nothing here throws,
 * and only own properties count: a `__proto__` key in the JSON is data like any other.
 */
export type JsonObject = Record<string, unknown>;

const hasOwn = Object.prototype.hasOwnProperty;

/** Whether `value` is an object with named fields: no array, no `null`. */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The spelling under which `source` has `key`, regardless of case; `undefined` where it has none. */
function spellingOf(source: JsonObject, key: string): string | undefined {
	if (hasOwn.call(source, key)) return key;
	const wanted = key.toLowerCase();
	for (const candidate of Object.keys(source)) {
		if (candidate.length === key.length && candidate.toLowerCase() === wanted) return candidate;
	}
	return undefined;
}

/** Whether `source` is an object that has `key`, in any casing and with any value. */
export function has(source: unknown, key: string): boolean {
	return isObject(source) && spellingOf(source, key) !== undefined;
}

/** The value of `key` in any casing; the exact spelling wins and costs one look-up. */
export function get(source: unknown, key: string): unknown {
	if (!isObject(source)) return undefined;
	const spelling = spellingOf(source, key);
	return spelling === undefined ? undefined : source[spelling];
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

/** `fields` without those that are `undefined`: an absent field is absent in the output, not `undefined`. */
export function present<T extends object>(fields: T): T {
	for (const key of Object.keys(fields) as Array<keyof T>) {
		if (fields[key] === undefined) delete fields[key];
	}
	return fields;
}

/** {@link present}, or `undefined` where nothing is left. */
export function presentOrNothing<T extends object>(fields: T): T | undefined {
	return Object.keys(present(fields)).length > 0 ? fields : undefined;
}
