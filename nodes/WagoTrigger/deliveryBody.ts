import type { IWebhookFunctions } from 'n8n-workflow';

import { get, isObject } from '../shared/lib/lookup';

/** The body of a request: its fields, and the uploads of a form with files. */
export interface DeliveryBody {
	readonly fields: unknown;
	readonly files?: unknown;
	readonly isMultipart: boolean;
}

const MULTIPART = /^multipart\/form-data\s*(;|$)/i;

/** The field that holds the event (WaGo docs, /webhooks/events). */
const EVENT_FIELD = 'jsonData';

/**
 * n8n gives a form with files as `{ data, files }`, every other body as it is. The content type tells the two apart:
 * a JSON body of the same shape could name any file on n8n's disk. Without a type n8n reads no body at all.
 */
export function bodyOf(context: IWebhookFunctions): DeliveryBody {
	const body: unknown = context.getBodyData();
	const contentType = context.getHeaderData()['content-type'];
	const mayHaveFiles = contentType === undefined || MULTIPART.test(contentType);
	return mayHaveFiles && isObject(body) && isObject(body.data)
		? { fields: body.data, files: body.files, isMultipart: true }
		: { fields: body, isMultipart: false };
}

/** What came in place of an event, in words for n8n's log: lengths and types, and nothing of the content. */
export function describeUnreadable(context: IWebhookFunctions, body: DeliveryBody): string {
	const upload = [get(body.files, EVENT_FIELD)].flat()[0];
	if (isObject(upload)) {
		return `its field '${EVENT_FIELD}' arrived as a file (${String(upload.size)} bytes, type '${String(upload.mimetype)}') and not as text`;
	}
	const type = context.getHeaderData()['content-type'] ?? 'none';
	const [event] = [get(body.fields, EVENT_FIELD)].flat();
	if (event === undefined || event === '') {
		return `it has no field '${EVENT_FIELD}' with an event (content type: ${type})`;
	}
	const length = typeof event === 'string' ? event.length : JSON.stringify(event).length;
	return `its field '${EVENT_FIELD}' of ${length} characters is no JSON object (content type: ${type})`;
}
