import { badRequest, missing, undecodable } from './envelope';

/** `Fields` is an object, `[Fields]` a list of objects. */
export type Shape =
	| 'string'
	| 'number'
	| 'integer'
	| 'boolean'
	| 'string[]'
	| Fields
	| readonly [Fields];

/** `required`: Go's zero value (`""`, 0, an empty list) counts as missing. `present`: it does not. */
type Need = 'required' | 'present' | 'optional';

export interface Field {
	readonly shape: Shape;
	readonly need: Need;
}

export interface Fields {
	readonly [name: string]: Field;
}

export type Body = Readonly<Record<string, unknown>>;

export const required = (shape: Shape): Field => ({ shape, need: 'required' });
export const present = (shape: Shape): Field => ({ shape, need: 'present' });
export const optional = (shape: Shape): Field => ({ shape, need: 'optional' });

/**
 * The body of a request, as strict as the documentation: a name that is not in `fields`, in exactly this case,
 * is refused, so that a client's misspelt field never passes for a working one.
 */
export function decodeBody(fields: Fields, text: string): Body {
	return decodeObject(fields, parseJson(text));
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw undecodable();
	}
}

function decodeObject(fields: Fields, value: unknown): Body {
	if (!isObject(value)) throw undecodable();
	for (const name of Object.keys(value)) {
		if (!Object.hasOwn(fields, name)) throw badRequest(`unknown field "${name}" in payload`);
	}
	for (const [name, field] of Object.entries(fields)) checkField(name, field, value[name]);
	return value;
}

function checkField(name: string, { shape, need }: Field, value: unknown): void {
	// Go decodes null into the zero value.
	if (value === undefined || value === null) {
		if (need === 'optional') return;
		throw missing(name);
	}
	checkShape(shape, value);
	if (need === 'required' && isZero(value)) throw missing(name);
}

const SCALARS: Readonly<Record<string, (value: unknown) => boolean>> = {
	string: (value) => typeof value === 'string',
	number: (value) => typeof value === 'number',
	integer: Number.isInteger,
	boolean: (value) => typeof value === 'boolean',
	'string[]': (value) =>
		Array.isArray(value) && value.every((element) => typeof element === 'string'),
};

function checkShape(shape: Shape, value: unknown): void {
	if (typeof shape === 'string') {
		if (!SCALARS[shape](value)) throw undecodable();
		return;
	}
	if (!isList(shape)) {
		decodeObject(shape, value);
		return;
	}
	if (!Array.isArray(value)) throw undecodable();
	for (const element of value) decodeObject(shape[0], element);
}

function isList(shape: Shape): shape is readonly [Fields] {
	return Array.isArray(shape);
}

function isZero(value: unknown): boolean {
	return value === '' || value === 0 || (Array.isArray(value) && value.length === 0);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
