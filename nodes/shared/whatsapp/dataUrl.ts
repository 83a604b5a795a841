import type { MediaType } from './messageParts';
import { bareMimeType } from './messageMedia';

export interface DataUrl {
	mimeType: string;
	/** The bytes in standard base64, white space removed. */
	base64: string;
}

const LONGEST_HEADER = 256;

/** Takes a base64 data URL apart; `undefined` for any other text, and for one without content. */
export function parseDataUrl(text: string): DataUrl | undefined {
	const comma = text.slice(0, LONGEST_HEADER).indexOf(',');
	if (comma === -1) return undefined;
	const header = /^data:([^;,]*)(?:;[^;,]*)*;base64$/i.exec(text.slice(0, comma).trim());
	const base64 = text.slice(comma + 1).replace(/\s+/g, '');
	if (!header || !isBase64(base64)) return undefined;
	return { mimeType: bareMimeType(header[1]) ?? 'application/octet-stream', base64 };
}

/** Whether a text is base64 and nothing else: not empty, standard alphabet, padded to whole groups of four. */
export function isBase64(text: string): boolean {
	return text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text);
}

/** A part of base64 text, decoded: `length` bytes from the byte `offset` on. */
export function decodePart(base64: string, offset: number, length: number): Uint8Array {
	const skipped = offset % 3;
	const first = ((offset - skipped) / 3) * 4;
	const groups = Math.ceil((skipped + length) / 3);
	const bytes = Buffer.from(base64.slice(first, first + groups * 4), 'base64');
	return bytes.subarray(skipped, skipped + length);
}

/** How many bytes a base64 text stands for. */
export function decodedSize(base64: string): number {
	const padding = /={0,2}$/.exec(base64.slice(-2))?.[0].length ?? 0;
	return Math.floor((base64.length * 3) / 4) - padding;
}

/**
 * The prefix that WaGo's send endpoints ask for. Documents are `application/octet-stream` whatever they are,
 * their real type goes into `Mimetype`; audio goes out as Ogg (WaGo docs, /concepts/media-payloads, and
 * /messages/sending, which differ about documents: the endpoint's own page counts).
 */
const FIXED_MIME_TYPE: Partial<Readonly<Record<MediaType, string>>> = {
	document: 'application/octet-stream',
	audio: 'audio/ogg',
};

/** The data URL under which WaGo accepts a file of this type. */
export function buildDataUrl(type: MediaType, mimeType: string, base64: string): string {
	const accepted = FIXED_MIME_TYPE[type] ?? bareMimeType(mimeType) ?? 'application/octet-stream';
	return `data:${accepted};base64,${base64}`;
}
