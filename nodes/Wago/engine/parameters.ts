import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { parseJson } from '../../shared/lib/json';
import { isObject } from '../../shared/lib/lookup';

/** Input that cannot be sent. The message says what is wrong, the advice what to do next. */
export class InputError extends Error {
	constructor(
		message: string,
		readonly advice?: string,
	) {
		super(message);
	}
}

/** Reads one parameter of one item, expressions resolved. */
export type ReadParameter = (name: string, fallback: unknown) => unknown;

/**
 * The parameters of one item, typed and checked. Operations read nothing else, so that their requests are pure
 * functions of it. Errors name the field as the editor shows it.
 */
export class Parameters {
	constructor(
		private readonly read: ReadParameter,
		private readonly fields: readonly INodeProperties[] = [],
	) {}

	/** The value as it is, that of a resource locator alone; the field's default where the field is not shown. */
	value(name: string): unknown {
		const field = this.field(name);
		const value = this.read(name, field?.default ?? '');
		return field?.type === 'resourceLocator' && isObject(value) ? value.value : value;
	}

	/** Text as it was typed: numbers become text, nothing becomes `''`. Throws {@link InputError} for lists and objects. */
	text(name: string): string {
		return toText(this.value(name), this.label(name));
	}

	/** {@link text}, `undefined` where the field is empty: WaGo would take an empty text for a value. */
	optional(name: string): string | undefined {
		return this.text(name) || undefined;
	}

	/** Text without spaces around it. Throws {@link InputError} where there is none. */
	required(name: string): string {
		const text = this.text(name).trim();
		if (text === '')
			throw new InputError(
				`'${this.label(name)}' is empty`,
				'Fill it in, or check its expression.',
			);
		return text;
	}

	/** The field's default where nothing is given. Throws {@link InputError} for anything else than yes or no. */
	boolean(name: string): boolean {
		return asBoolean(this.value(name), this.label(name), this.field(name)?.default === true);
	}

	/** Throws {@link InputError} for anything that is no finite number, or outside the range of the field. */
	number(name: string): number {
		return asNumber(this.value(name), this.label(name), this.field(name)?.typeOptions);
	}

	/** An object, given as such or as JSON text. `{}` where the field is empty. Throws {@link InputError} otherwise. */
	object(name: string): IDataObject {
		return asObject(this.value(name), this.label(name));
	}

	/** The rows of a list field, see {@link rowsOf}. */
	rows(name: string, key: string): IDataObject[] {
		return rowsOf(this.value(name), key);
	}

	/**
	 * The single values of {@link rows}, without empty ones. A text that stands alone is the whole list, with line ends
	 * or else commas between its entries: so AI models and spreadsheets write lists.
	 */
	list(name: string, key: string): string[] {
		const texts = this.rows(name, key).map((row) => asText(row[key], this.label(name)));
		const [only, ...others] = texts.filter((text) => text !== '');
		if (only === undefined) return [];
		return others.length > 0 ? [only, ...others] : textsIn(only);
	}

	/**
	 * The phone numbers and JIDs of a list. n8n takes no expression in the place of a whole list, so a single row may
	 * hold several: a list from an expression, or comma-separated text. Resource locators count by their value, people
	 * and groups of other operations by their ID. Throws {@link InputError} for an entry without any: nobody is left out
	 * without a word.
	 */
	addresses(name: string, key: string): string[] {
		return this.rows(name, key).flatMap((row, index) => {
			const addresses = addressesOf(row, [key, ...ADDRESS_KEYS], this.label(name));
			if (addresses.length > 0) return addresses;
			throw new InputError(
				`Entry ${index + 1} of '${this.label(name)}' has no phone number and no JID: ${JSON.stringify(row)}`,
				'Fill it in or remove it, or check its expression.',
			);
		});
	}

	/** The collection 'Options'. */
	get options(): IDataObject {
		const options = this.read('options', {});
		return (isObject(options) ? options : {}) as IDataObject;
	}

	/** An option that is text, without spaces around it; `''` where it is not set. */
	textOption(name: string): string {
		return asText(this.options[name], this.optionLabel(name));
	}

	/** An option that is yes or no; `absent` is what it is where it is not set. */
	booleanOption(name: string, absent = false): boolean {
		return asBoolean(this.options[name], this.optionLabel(name), absent);
	}

	/** An option that is a number within the range of its field, whose default counts where it is not set or empty. */
	numberOption(name: string): number {
		const option = this.option(name);
		const value = this.options[name];
		const given = isNothing(value) ? option?.default : value;
		return asNumber(given, this.optionLabel(name), option?.typeOptions);
	}

	label(name: string): string {
		return this.field(name)?.displayName ?? name;
	}

	private optionLabel(name: string): string {
		return this.option(name)?.displayName ?? name;
	}

	private option(name: string): INodeProperties | undefined {
		const options = (this.field('options')?.options ?? []) as INodeProperties[];
		return options.find((option) => option.name === name);
	}

	private field(name: string): INodeProperties | undefined {
		return this.fields.find((field) => field.name === name);
	}
}

/** Text without spaces around it; `''` for nothing. Throws {@link InputError} that names `label` for lists and objects. */
export function asText(value: unknown, label: string): string {
	return toText(value, label).trim();
}

/** Dates are objects too, but have a text of their own. */
function toText(value: unknown, label: string): string {
	if (value === null || value === undefined) return '';
	const text = String(value);
	if (typeof value !== 'object' || !(Array.isArray(value) || text === '[object Object]')) {
		return text;
	}
	const what = Array.isArray(value) ? 'a list' : 'an object';
	throw new InputError(`'${label}' is ${what}, not text`, 'Check its expression.');
}

interface Range {
	readonly minValue?: number;
	readonly maxValue?: number;
}

/** A finite number, or text of one. Throws {@link InputError} that names `label` for anything else. */
export function asNumber(value: unknown, label: string, range: Range = {}): number {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number !== 'number' || !Number.isFinite(number)) {
		throw new InputError(`'${label}' is not a number: ${JSON.stringify(value)}`);
	}
	const { minValue: least = -Infinity, maxValue: most = Infinity } = range;
	if (number >= least && number <= most) return number;
	const bounds = most === Infinity ? `at least ${least}` : `between ${least} and ${most}`;
	throw new InputError(`'${label}' is not ${bounds}: ${number}`);
}

/** `true` or `false`, or text of one; `absent` for nothing. Throws {@link InputError} that names `label` otherwise. */
export function asBoolean(value: unknown, label: string, absent: boolean): boolean {
	if (isNothing(value)) return absent;
	const text = String(value).trim().toLowerCase();
	if (text === 'true' || text === 'false') return text === 'true';
	throw new InputError(
		`'${label}' is neither true nor false: ${JSON.stringify(value)}`,
		'Check its expression.',
	);
}

function isNothing(value: unknown): boolean {
	return value === null || value === undefined || value === '';
}

/** The texts of a list, or of comma-separated text, without empty ones. */
export function asList(value: unknown, label: string): string[] {
	const entries = Array.isArray(value) ? value : asText(value, label).split(',');
	return entries.map((entry) => asText(entry, label)).filter((entry) => entry !== '');
}

/** An object, or JSON text of one; `{}` for nothing. Throws {@link InputError} that names `label` otherwise. */
export function asObject(value: unknown, label: string): IDataObject {
	if (isNothing(value)) return {};
	const object = typeof value === 'string' ? parseJson(value) : value;
	if (isObject(object)) return object as IDataObject;
	throw new InputError(`'${label}' is not a JSON object`, 'Write it as {"key": "value"}.');
}

/**
 * The rows of a fixed collection, or of a list. n8n takes no expression in the place of a whole collection, so a row
 * whose field `key` holds a list, also as JSON text, stands for its entries: objects, or single values that then stand
 * under `key`.
 */
export function rowsOf(value: unknown, key: string): IDataObject[] {
	return asRows(value).flatMap((entry) => {
		const row = asRow(entry, key);
		const entries = listIn(row[key]);
		return entries ? entries.map((one) => ({ ...row, ...asRow(one, key) })) : [row];
	});
}

function asRow(entry: unknown, key: string): IDataObject {
	return (isObject(entry) ? { [key]: '', ...entry } : { [key]: entry }) as IDataObject;
}

/** The entries of a list, of a fixed collection, of JSON text, or of text with commas or line ends between them. */
function asRows(value: unknown): unknown[] {
	if (isObject(value)) return Object.values(value).filter(Array.isArray).flat();
	const list = listIn(value);
	if (list || isNothing(value)) return list ?? [];
	return textsIn(String(value));
}

/** The entries of a text that is a list: its lines, which may hold commas, or what stands between commas. */
function textsIn(text: string): string[] {
	const entries = (separator: string) =>
		text
			.split(separator)
			.map((entry) => entry.trim())
			.filter((entry) => entry !== '');
	const lines = entries('\n');
	return lines.length > 1 ? lines : entries(',');
}

/** A list, as such or as JSON text. */
function listIn(value: unknown): unknown[] | undefined {
	const list = typeof value === 'string' ? parseJson(value) : value;
	return Array.isArray(list) ? list : undefined;
}

/** Under which an item of another operation, or of the trigger, has the address of a person or group. */
const ADDRESS_KEYS = ['id', 'jid', 'lid'];

/** The addresses under the first of the keys that holds any. */
function addressesOf(row: IDataObject, keys: readonly string[], label: string): string[] {
	for (const key of keys) {
		const held = row[key];
		const texts = asRows(isObject(held) ? held.value : held).map((text) => asText(text, label));
		// No address has a comma of its own, so that lines may hold several.
		const addresses = texts.flatMap(textsIn);
		if (addresses.length > 0) return addresses;
	}
	return [];
}
