import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../shared/lib/lookup';
import type { OperationOutput } from './operation';

/** WaGo's data as it came: an item for each element of a list, one item for anything else. */
export function rawOutputs(data: unknown): OperationOutput[] {
	const records: unknown[] = Array.isArray(data) ? data : [data];
	return records.map((record) => ({
		json: (isObject(record) ? record : { data: record ?? null }) as IDataObject,
	}));
}
