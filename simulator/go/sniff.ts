/**
 * The media type that Go's `http.DetectContentType` reads from the first 512 bytes, as resty calls it for the
 * upload of a delivery. Only the signatures that WhatsApp media can show. Source: Go, net/http/sniff.go.
 */
const WINDOW = 512;
const UNKNOWN = 'application/octet-stream';
const TEXT = 'text/plain; charset=utf-8';

interface Signature {
	readonly type: string;
	readonly offset?: number;
	readonly bytes: string;
	/** More bytes that have to match, at an offset of their own. */
	readonly and?: { readonly offset: number; readonly bytes: string };
}

const SIGNATURES: readonly Signature[] = [
	{ type: 'text/xml; charset=utf-8', bytes: '<?xml' },
	{ type: 'application/pdf', bytes: '%PDF-' },
	{ type: 'application/postscript', bytes: '%!PS-Adobe-' },
	{ type: 'image/bmp', bytes: 'BM' },
	{ type: 'image/gif', bytes: 'GIF87a' },
	{ type: 'image/gif', bytes: 'GIF89a' },
	{ type: 'image/webp', bytes: 'RIFF', and: { offset: 8, bytes: 'WEBPVP' } },
	{ type: 'image/png', bytes: '\x89PNG\r\n\x1a\n' },
	{ type: 'image/jpeg', bytes: '\xff\xd8\xff' },
	{ type: 'audio/mpeg', bytes: 'ID3' },
	{ type: 'application/ogg', bytes: 'OggS\0' },
	{ type: 'video/avi', bytes: 'RIFF', and: { offset: 8, bytes: 'AVI ' } },
	{ type: 'audio/wave', bytes: 'RIFF', and: { offset: 8, bytes: 'WAVE' } },
	{ type: 'video/webm', bytes: '\x1aE\xdf\xa3' },
	{ type: 'application/x-gzip', bytes: '\x1f\x8b\x08' },
	{ type: 'application/zip', bytes: 'PK\x03\x04' },
	{ type: 'application/x-rar-compressed', bytes: 'Rar!\x1a\x07' },
];

/** Bytes that no text has (the "binary data byte" of the WHATWG sniffing standard). */
// eslint-disable-next-line no-control-regex
const BINARY_BYTE = /[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]/;

/**
 * The part type of an uploaded file. resty up to 2.11 sniffs a buffer of 512 bytes that shorter files do not
 * fill, so its NUL bytes make a short text `application/octet-stream`.
 */
export function sniffContentType(file: Buffer): string {
	const window = file.subarray(0, WINDOW);
	const text = window.toString('latin1');
	const signature = SIGNATURES.find((candidate) => matches(text, candidate));
	if (signature) return signature.type;
	if (isMp4(window, text)) return 'video/mp4';
	return file.length < WINDOW || BINARY_BYTE.test(text) ? UNKNOWN : TEXT;
}

function matches(text: string, { offset = 0, bytes, and }: Signature): boolean {
	if (!text.startsWith(bytes, offset)) return false;
	return and === undefined || text.startsWith(and.bytes, and.offset);
}

/** An `ftyp` box with a brand that begins `mp4`; the field at 12 is a version, not a brand. */
function isMp4(window: Buffer, text: string): boolean {
	if (window.length < 12 || !text.startsWith('ftyp', 4)) return false;
	const boxSize = window.readUInt32BE(0);
	if (boxSize > window.length || boxSize % 4 !== 0) return false;
	for (let brand = 8; brand < boxSize; brand += 4) {
		if (brand !== 12 && text.startsWith('mp4', brand)) return true;
	}
	return false;
}
