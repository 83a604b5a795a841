import type { IDataObject } from 'n8n-workflow';

import { asObject } from './parameters';

/** The body with the user's own fields, which come last because they correct ours. */
export function withAdditionalFields(
	body: IDataObject | undefined,
	options: IDataObject,
): IDataObject | undefined {
	const additional = asObject(options.additionalBodyFields, 'Additional Body Fields');
	return Object.keys(additional).length === 0 ? body : { ...body, ...additional };
}

/** A body without the fields that nobody filled in: WaGo would take an empty text for a value. */
export function filled(fields: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined),
	);
}
