import { parsed } from './json.js';

/** The HTTP request of a delivery as WaGo sent it; its body is Latin-1, one character a byte. */
export function rawDelivery({ url, headers, body, size }) {
	const { host, pathname, search } = new URL(url);
	const start = `POST ${pathname}${search} HTTP/1.1\nHost: ${host}`;
	const rest = size > body.length ? `\n… (${size} bytes in all)` : '';
	return `${start}\n${headerLines(headers)}\n\n${body}${rest}`;
}

/** The HTTP request that the workflow sent to WaGo. */
export function rawRequest({ method, path, headers, body }) {
	return `${method} ${path} HTTP/1.1\n${headerLines(headers)}\n\n${body}`;
}

function headerLines(headers) {
	return Object.entries(headers)
		.map(([name, value]) => `${name}: ${value}`)
		.join('\n');
}

/** What a delivery's `jsonData` says, indented; `undefined` where it is cut off or none is there. */
export function decodedDelivery({ headers, body }) {
	return indented(jsonDataOf(headers['Content-Type'] ?? '', body));
}

/** What a delivery is: the event's type with its state, or of a message the field of its content. */
export function deliveryTitle({ headers, body }) {
	const data = parsed(jsonDataOf(headers['Content-Type'] ?? '', body));
	if (!data) return 'Event';
	const content = Object.keys(data.event?.Message ?? {}).find(
		(name) => name !== 'messageContextInfo',
	);
	return [data.type, data.state ?? content].filter(Boolean).join(' · ');
}

/** A request's body, indented, with long text such as a file in base64 cut. */
export function decodedRequest({ body }) {
	return body === '' ? undefined : indented(body);
}

/** The answer, indented where it is whole. */
export const decodedAnswer = ({ answer }) => indented(answer) ?? answer;

function jsonDataOf(contentType, body) {
	if (contentType.startsWith('application/x-www-form-urlencoded')) {
		return new URLSearchParams(body).get('jsonData') ?? undefined;
	}
	const part = /name="jsonData"\r\n\r\n([\s\S]*?)\r\n--/.exec(body)?.[1];
	return part === undefined ? undefined : utf8(part);
}

function utf8(latin1) {
	const bytes = Uint8Array.from(latin1, (character) => character.charCodeAt(0));
	return new TextDecoder().decode(bytes);
}

function indented(json) {
	const value = parsed(json);
	return value && JSON.stringify(value, cutLong, 2);
}

const LONGEST_VALUE = 400;

function cutLong(_key, value) {
	if (typeof value !== 'string' || value.length <= LONGEST_VALUE) return value;
	return `${value.slice(0, 80)}… (${value.length} characters)`;
}
