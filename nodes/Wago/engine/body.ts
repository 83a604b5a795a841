import type { IDataObject } from 'n8n-workflow';

import { asObject } from './parameters';

/**
 * The body with the user's own fields, which come last because they correct ours: one takes the place of ours in any
 * casing, since WaGo reads names regardless of it, and `null` only removes ours.
 */
export function withAdditionalFields(
	body: IDataObject | undefined,
	options: IDataObject,
): IDataObject | undefined {
	const additional = asObject(options.additionalBodyFields, 'Additional Body Fields');
	if (Object.keys(additional).length === 0) return body;
	const corrected = new Set(Object.keys(additional).map((key) => key.toLowerCase()));
	const kept = Object.entries(body ?? {}).filter(([key]) => !corrected.has(key.toLowerCase()));
	const added = Object.entries(additional).filter(([, value]) => value !== null);
	return Object.fromEntries([...kept, ...added]);
}
