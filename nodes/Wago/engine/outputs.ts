import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../shared/lib/lookup';
import type { OperationOutput } from './operation';

/**
 * WaGo's data as it came: an item for each element of a list, one item for anything else. Of a list, `limit` elements
 * are kept, also where it stands in an object or is an object keyed by ID.
 */
export function rawOutputs(data: unknown, limit = Infinity): OperationOutput[] {
	const kept = limit === Infinity ? data : firstOf(data, limit);
	const records: unknown[] = Array.isArray(kept) ? kept : [kept];
	return records.map((record) => ({
		json: (isObject(record) ? record : { data: record ?? null }) as IDataObject,
	}));
}

/** A list under a key of a record: no answer has it deeper. */
const DEEPEST = 2;

/** What is inside the elements of the list stays whole. */
function firstOf(data: unknown, limit: number, depth = 0): unknown {
	if (Array.isArray(data)) return data.slice(0, limit);
	if (!isObject(data)) return data;
	const entries = Object.entries(data);
	if (entries.every(([key]) => IS_ID.test(key))) return Object.fromEntries(entries.slice(0, limit));
	if (depth === DEEPEST) return data;
	return Object.fromEntries(entries.map(([key, held]) => [key, firstOf(held, limit, depth + 1)]));
}

/** A JID, or the number of something. */
const IS_ID = /^\S+@\S+$|^\d+$/;
