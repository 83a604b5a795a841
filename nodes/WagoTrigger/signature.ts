import { createHmac, timingSafeEqual } from 'crypto';
import type { IWebhookFunctions } from 'n8n-workflow';

import type { DeliveryBody } from './deliveryBody';

const HEADER = 'x-hmac-signature';

/** A form with files has no raw body in n8n, and is signed over its text fields. */
const NO_BYTES = Buffer.alloc(0);

/**
 * Whether a delivery is signed with `key`: HMAC-SHA256 of the raw body in hexadecimal, of a form with a file over
 * a JSON object of its text fields (inferred from wuzapi of 2026, seen on its requests). Compares in constant time.
 */
export function isSigned(context: IWebhookFunctions, body: DeliveryBody, key: string): boolean {
	const header = context.getHeaderData()[HEADER];
	if (typeof header !== 'string') return false;
	const given = Buffer.from(header.trim().replace(/^sha256=/i, ''), 'hex');
	const signed = body.isMultipart ? goJson(body.fields) : rawBodyOf(context);
	const expected = createHmac('sha256', key).update(signed).digest();
	return given.length === expected.length && timingSafeEqual(given, expected);
}

/** n8n keeps the bytes of a body that it has parsed, except those of a form with files. */
function rawBodyOf(context: IWebhookFunctions): Buffer {
	const { rawBody } = context.getRequestObject() as { rawBody?: Buffer };
	return rawBody ?? NO_BYTES;
}

/** JSON of a map of texts as Go writes it: names sorted, and escaped what has a meaning in HTML or ends lines. */
function goJson(fields: unknown): string {
	const entries = Object.entries(Object(fields) as Record<string, unknown>);
	const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
	return JSON.stringify(Object.fromEntries(sorted)).replace(
		/[<>&\u2028\u2029]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}
