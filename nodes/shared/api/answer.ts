import { bareJid } from '../whatsapp/jid';
import { isObject } from '../lib/lookup';
import { ANSWER_KEYS } from './answerKeys';

/** What WaGo answered, out of its envelope. */
export interface WagoAnswer {
	readonly status: number;
	/** The envelope's `data`, or the whole body where WaGo answers without an envelope. */
	readonly data: unknown;
	/** Nothing marks the answer as WaGo's: some of its newer endpoints, and other programs, answer so. */
	readonly bare?: true;
}

/**
 * The value that `record` holds under one of the names of {@link ANSWER_KEYS}, compared regardless of case,
 * because WaGo's spelling differs from version to version. `undefined` where there is none.
 */
export function pick(record: unknown, name: keyof typeof ANSWER_KEYS): unknown {
	if (!isObject(record)) return undefined;
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

/** The list that `data` is, or holds under `name`; `[]` where there is none. */
export function pickList(data: unknown, name: keyof typeof ANSWER_KEYS): unknown[] {
	const list = Array.isArray(data) ? data : pick(data, name);
	return Array.isArray(list) ? list : [];
}

/** An element of a list, or the entry of an object keyed by ID. */
export interface AnswerEntry {
	readonly key?: string;
	readonly value: unknown;
}

/** Like {@link pickList}, also for an object keyed by ID: the entries of what `data` is, or holds under `name`. */
export function pickEntries(data: unknown, name: keyof typeof ANSWER_KEYS): AnswerEntry[] {
	const held = Array.isArray(data) ? data : (pick(data, name) ?? data);
	if (Array.isArray(held)) return held.map((value: unknown) => ({ value }));
	if (!isObject(held)) return [];
	return Object.entries(held).map(([key, value]) => ({ key, value }));
}

/** {@link pick} for whole numbers, also those that came as text. */
export function pickNumber(record: unknown, name: keyof typeof ANSWER_KEYS): number | undefined {
	const value = pick(record, name);
	const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** {@link pickText}, `undefined` also for empty text: Go writes `""` where there is nothing. */
export function pickFilled(record: unknown, name: keyof typeof ANSWER_KEYS): string | undefined {
	return pickText(record, name)?.trim() || undefined;
}

/**
 * A record whose shape is not known, with clean names: `GroupAdd` becomes `groupAdd`, `callID` becomes `callId`.
 * Values stay as they are.
 */
export function withCleanNames(record: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [cleanName(key), value]));
}

function cleanName(key: string): string {
	const words = key.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [key];
	return words
		.map((word) => word.toLowerCase())
		.map((word, index) => (index === 0 ? word : word[0].toUpperCase() + word.slice(1)))
		.join('');
}

/** A JID in an answer: text, or `{User, Server}` as older versions write it. `''` where there is none. */
export function readJid(value: unknown): string {
	if (!isObject(value)) return bareJid(value);
	const { User: user, Server: server } = value;
	return user && server ? bareJid(`${String(user)}@${String(server)}`) : '';
}
