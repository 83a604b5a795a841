import { badRequest } from './envelope';

export interface DataUrl {
	readonly mimeType: string;
	readonly bytes: Buffer;
}

/** Reads `data:<type>;base64,<bytes>`; text without a file behind it is refused. */
export function parseDataUrl(text: string, field: string): DataUrl {
	const comma = text.indexOf(',');
	const header = /^data:([^,]*);base64$/.exec(text.slice(0, Math.max(comma, 0)));
	if (!header) throw badRequest(`${field} data should start with "data:mime/type;base64,"`);
	const base64 = text.slice(comma + 1);
	// An odd length or a foreign character: Node would decode what it can, Go refuses.
	const isBase64 = base64.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(base64);
	if (!isBase64) throw badRequest('Could not decode base64 encoded data from payload');
	if (base64 === '') throw badRequest(`${field} data is empty`);
	return { mimeType: header[1], bytes: Buffer.from(base64, 'base64') };
}

/** As {@link parseDataUrl}, for the endpoints that insist on how the text begins. */
export function parsePrefixedDataUrl(text: string, field: string, prefix: string): DataUrl {
	if (!text.startsWith(prefix)) throw badRequest(`${field} data should start with "${prefix}"`);
	return parseDataUrl(text, field);
}

/** Ogg pages whose first packet is Opus's header: all that WhatsApp plays as a voice note. */
export function isOggOpus(bytes: Buffer): boolean {
	return bytes.toString('latin1', 0, 4) === 'OggS' && bytes.subarray(0, 512).includes('OpusHead');
}
