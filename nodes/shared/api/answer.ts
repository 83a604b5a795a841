import { ANSWER_KEYS } from './wire';

/** What WaGo answered, out of its envelope. */
export interface WagoAnswer {
	readonly status: number;
	/** The envelope's `data`, or the whole body where WaGo answers without an envelope. */
	readonly data: unknown;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The value that `record` holds under one of the names of {@link ANSWER_KEYS}, compared regardless of case,
 * because WaGo's spelling differs from version to version. `undefined` where there is none.
 */
export function pick(record: unknown, name: keyof typeof ANSWER_KEYS): unknown {
	if (!isRecord(record)) return undefined;
	const spellings = new Map(Object.keys(record).map((key) => [key.toLowerCase(), key]));
	for (const candidate of ANSWER_KEYS[name]) {
		const key = spellings.get(candidate.toLowerCase());
		if (key !== undefined && record[key] !== null && record[key] !== undefined) return record[key];
	}
	return undefined;
}

/** {@link pick} for text: numbers become text, everything else is `undefined`. */
export function pickText(record: unknown, name: keyof typeof ANSWER_KEYS): string | undefined {
	const value = pick(record, name);
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' ? value : undefined;
}

/** The list that `data` is, or holds under `name`; an object keyed by ID counts as the list of its entries' values. */
export function pickList(data: unknown, name: keyof typeof ANSWER_KEYS): unknown[] {
	const list = Array.isArray(data) ? data : pick(data, name);
	return Array.isArray(list) ? list : [];
}
