import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { asText, InputError } from '../engine/parameters';

interface ListTexts {
	readonly displayName: string;
	readonly name: string;
	/** One entry of the list, in Title Case: 'Button'. */
	readonly entry: string;
	readonly description: string;
	readonly values: INodeProperties[];
}

/** A list that is filled in in the editor, or given by an expression; `Parameters.rows` reads both. */
export function listField({
	displayName,
	name,
	entry,
	description,
	values,
}: ListTexts): INodeProperties {
	const add = `Add ${entry.toLowerCase()}`;
	return {
		displayName,
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: add },
		default: {},
		placeholder: add,
		description,
		options: [{ displayName: entry, name: 'values', values }],
	};
}

/** The text of a row's field. Throws {@link InputError} where it is empty. */
export function requiredText(row: IDataObject, key: string, label: string): string {
	const text = asText(row[key], label);
	if (text !== '') return text;
	throw new InputError(`'${label}' is empty`, 'Fill it in for each entry of the list.');
}

/** The rows of a list that needs at least `least` and allows at most `most`. Throws {@link InputError} otherwise. */
export function counted<Row>(rows: Row[], label: string, least: number, most: number): Row[] {
	if (rows.length >= least && rows.length <= most) return rows;
	const allowed = least === most ? `${least}` : `${least} to ${most}`;
	throw new InputError(
		`'${label}' has ${rows.length} entries, WhatsApp allows ${allowed}`,
		"Add or remove entries. An expression in the only entry may give a whole list, for example {{ ['Yes', 'No'] }}.",
	);
}
