import { typeOfExtension, usualExtension } from './fileExtensions';

const LONGEST_NAME = 200;

/** The extension for a mime type, without dot; `bin` where none is known. */
export function extensionOf(mimeType: string): string {
	return usualExtension(mimeType.split(';', 1)[0].trim().toLowerCase()) ?? 'bin';
}

/** The mime type that a file's name promises; `undefined` for names without one of the usual extensions. */
export function mimeTypeOf(fileName: string): string | undefined {
	const extension = /\.([^.]+)$/.exec(fileName)?.[1].toLowerCase();
	return extension === undefined ? undefined : typeOfExtension(extension);
}

/** What a name ends with when it says its type; a number or a version is no extension. */
const EXTENSION = /\.(?!v?\d+$)[a-z0-9]{1,10}$/i;

/**
 * The name with an extension, because phones open a file by it: its own, else that of its type, else `known`, the one
 * that somebody knows who has seen the file. A type that says nothing (`text/plain`, `application/octet-stream`) comes
 * after `known`. The name as it is where nobody knows one.
 */
export function withExtension(name: string, mimeType: string, known?: string): string {
	if (EXTENSION.test(name)) return name;
	const told = known !== undefined && EXTENSION.test(`.${known}`) ? known : undefined;
	const typed = usualExtension(mimeType);
	const extension = isUntold(mimeType) ? (told ?? typed) : (typed ?? told);
	return extension === undefined ? name : `${name}.${extension}`;
}

/** Types that n8n and servers give to files that they know nothing about. */
const UNTOLD_TYPES = new Set(['application/octet-stream', 'binary/octet-stream', 'text/plain']);

export function isUntold(mimeType: string): boolean {
	return UNTOLD_TYPES.has(mimeType);
}

/**
 * A name for media that has none, such as `voice-2026-03-02T14-30-00Z.ogg`.
 * `timestamp` is ISO 8601 text, as in the item.
 */
export function mediaFileName(kind: string, mimeType: string, timestamp?: string): string {
	const time = timestamp?.replace(/\.\d+/, '').replace(/:/g, '-');
	return `${[kind, time].filter(Boolean).join('-')}.${extensionOf(mimeType)}`;
}

/** Marks that turn the direction of writing, and so can disguise an extension. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** A place on a disk, and not a name that merely holds a slash, such as a date. */
const PATH = /^(?:[a-z]:|\.{1,2})?[\\/]/i;
/** What separates parts of a path, and what cannot be shown or encoded: control characters, line ends, half characters. */
const UNSAFE = /[\\/\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * The name that the sender gave a file, readable as it was, but naming no place on disk: of a path the last part,
 * without leading or trailing dots, at most 200 characters with its extension kept. `undefined` where nothing is left.
 */
export function safeFileName(name: string | undefined): string | undefined {
	const given = (name ?? '').slice(-4096).replace(DIRECTION_MARKS, '');
	const own = PATH.test(given) ? (given.split(/[\\/]/).pop() ?? '') : given;
	const clean = own.replace(UNSAFE, '_').replace(/^[.\s]+|[.\s]+$/g, '');
	return /[^_]/.test(clean) ? shorten(clean) : undefined;
}

function shorten(name: string): string {
	if (name.length <= LONGEST_NAME) return name;
	const extension = /\.[^.]{1,16}$/.exec(name)?.[0] ?? '';
	// Half of a character of two units could not be encoded.
	const kept = name.slice(0, LONGEST_NAME - extension.length).replace(/[\ud800-\udbff]$/, '');
	return kept + extension;
}
