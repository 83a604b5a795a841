import type { IDataObject, INodeProperties } from 'n8n-workflow';

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

	/** Text as it was typed: numbers become text, nothing becomes `''`. */
	text(name: string): string {
		const value = this.value(name);
		if (value === null || value === undefined) return '';
		return typeof value === 'object' ? JSON.stringify(value) : String(value);
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

	boolean(name: string): boolean {
		const value = this.value(name);
		return value === true || value === 'true';
	}

	/** Throws {@link InputError} for anything that is no finite number. */
	number(name: string): number {
		const value = this.value(name);
		const number = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
		if (!Number.isFinite(number))
			throw new InputError(`'${this.label(name)}' is not a number: ${String(value)}`);
		return number;
	}

	/** An object, given as such or as JSON text. `{}` where the field is empty. Throws {@link InputError} otherwise. */
	object(name: string): IDataObject {
		return asObject(this.value(name), this.label(name));
	}

	/** The rows of a list field, see {@link rowsOf}. */
	rows(name: string, key: string): IDataObject[] {
		return rowsOf(this.value(name), key);
	}

	/** The single values of {@link rows}, without empty ones. */
	list(name: string, key: string): string[] {
		return this.rows(name, key)
			.map((row) => String(row[key] ?? '').trim())
			.filter((text) => text !== '');
	}

	/**
	 * The phone numbers and JIDs of a list. n8n takes no expression in the place of a whole list, so a single row may
	 * hold several: a list from an expression, or comma-separated text. Resource locators count by their value.
	 */
	addresses(name: string, key: string): string[] {
		return this.rows(name, key)
			.flatMap((row) => asRows(isObject(row[key]) ? row[key].value : row[key]))
			.map(asText)
			.filter((text) => text !== '');
	}

	/** The collection 'Options'. */
	get options(): IDataObject {
		const options = this.read('options', {});
		return isObject(options) ? options : {};
	}

	label(name: string): string {
		return this.field(name)?.displayName ?? name;
	}

	private field(name: string): INodeProperties | undefined {
		return this.fields.find((field) => field.name === name);
	}
}

/** Text without spaces around it; `''` for nothing. */
export function asText(value: unknown): string {
	return value === null || value === undefined ? '' : String(value).trim();
}

/** The texts of a list, or of comma-separated text, without empty ones. */
export function asList(value: unknown): string[] {
	const entries = Array.isArray(value) ? value : asText(value).split(',');
	return entries.map(asText).filter((entry) => entry !== '');
}

/** An object, or JSON text of one; `{}` for nothing. Throws {@link InputError} that names `label` otherwise. */
export function asObject(value: unknown, label: string): IDataObject {
	if (value === null || value === undefined || value === '') return {};
	const object = typeof value === 'string' ? parseJson(value) : value;
	if (isObject(object)) return object;
	throw new InputError(`'${label}' is not a JSON object`, 'Write it as {"key": "value"}.');
}

/**
 * The rows of a fixed collection, or of a list. n8n takes no expression in the place of a whole collection, so a row
 * whose field `key` holds a list stands for its entries: objects, or single values that then stand under `key`.
 */
export function rowsOf(value: unknown, key: string): IDataObject[] {
	return asRows(value).flatMap((row) => {
		if (!isObject(row)) return [{ [key]: row as string }];
		const entries = row[key];
		if (!Array.isArray(entries)) return [row];
		return entries.map((entry) => ({ ...row, ...asEntry(entry, key) }));
	});
}

function asEntry(entry: unknown, key: string): IDataObject {
	return isObject(entry) ? { [key]: '', ...entry } : { [key]: entry as string };
}

/** The entries of a list, of a fixed collection, of JSON text, or of text with commas or line ends between them. */
export function asRows(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	if (isObject(value)) return Object.values(value).filter(Array.isArray).flat();
	const text = asText(value);
	if (text === '') return [];
	const parsed = parseJson(text);
	return Array.isArray(parsed) ? parsed : text.split(/[,\n]/);
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
