import { badRequest, missing, undecodable } from './envelope';

/** A list of objects. */
export class ListOf<F extends Fields> {
	constructor(readonly fields: F) {}
}

interface Scalars {
	string: string;
	number: number;
	integer: number;
	boolean: boolean;
	'string[]': readonly string[];
}

export type Shape = keyof Scalars | Fields | ListOf<Fields>;

/** `required`: Go's zero value (`""`, 0, an empty list) counts as missing. `present`: it does not. */
type Need = 'required' | 'present' | 'optional';

export interface Field<S extends Shape = Shape, N extends Need = Need> {
	readonly shape: S;
	readonly need: N;
}

/** An object's fields; with another field, or a name in other case, it is refused. */
export interface Fields {
	readonly [name: string]: Field;
}

type ValueOf<S> = S extends keyof Scalars
	? Scalars[S]
	: S extends ListOf<infer F>
		? ReadonlyArray<BodyOf<F>>
		: S extends Fields
			? BodyOf<S>
			: never;

/** What a body with these fields decodes into; Go takes null for an absent value. */
export type BodyOf<F extends Fields> = {
	readonly [Name in keyof F]: F[Name]['need'] extends 'optional'
		? ValueOf<F[Name]['shape']> | null | undefined
		: ValueOf<F[Name]['shape']>;
};

export type Body = Readonly<Record<string, unknown>>;

export const required = <S extends Shape>(shape: S): Field<S, 'required'> => ({
	shape,
	need: 'required',
});
export const present = <S extends Shape>(shape: S): Field<S, 'present'> => ({
	shape,
	need: 'present',
});
export const optional = <S extends Shape>(shape: S): Field<S, 'optional'> => ({
	shape,
	need: 'optional',
});

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
	if (value === undefined || value === null) {
		if (need === 'optional') return;
		throw missing(name);
	}
	checkShape(shape, value);
	if (need === 'required' && isZero(value)) throw missing(name);
}

function checkShape(shape: Shape, value: unknown): void {
	if (typeof shape === 'string') {
		if (!IS_SCALAR[shape](value)) throw undecodable();
		return;
	}
	if (!(shape instanceof ListOf)) {
		decodeObject(shape, value);
		return;
	}
	if (!Array.isArray(value)) throw undecodable();
	for (const element of value) decodeObject(shape.fields, element);
}

const IS_SCALAR: Readonly<Record<keyof Scalars, (value: unknown) => boolean>> = {
	string: (value) => typeof value === 'string',
	number: (value) => typeof value === 'number',
	integer: Number.isInteger,
	boolean: (value) => typeof value === 'boolean',
	'string[]': (value) =>
		Array.isArray(value) && value.every((element) => typeof element === 'string'),
};

function isZero(value: unknown): boolean {
	return value === '' || value === 0 || (Array.isArray(value) && value.length === 0);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
