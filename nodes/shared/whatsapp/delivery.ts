import { withinDepth } from '../lib/depth';
import { parseJson } from '../lib/json';
import { get, has, isObject, textOf } from '../lib/lookup';
import type { JsonObject } from '../lib/lookup';

/** Stands for the token where it is a value inside the event: dropping that could drop a message. */
const MASK = '***';

export type DeliveryFailure = 'empty' | 'notJson' | 'notAnObject';

/**
 * One delivery, taken apart. `token` is the session's API credential: compare it, then forget it.
 * `envelope` is `{ type, event, … }` as WaGo sent it, without the token. Where `failure` is set there is
 * no envelope, but the token is still given, so that a bad delivery can be told from a foreign one.
 */
export type Delivery =
	| { token?: string; envelope: JsonObject; failure?: undefined }
	| { token?: string; envelope?: undefined; failure: DeliveryFailure };

/**
 * Reads a parsed request body: the form fields `jsonData` and `token` (WaGo docs, /webhooks/events), each of
 * which may be repeated, or the envelope itself as a JSON body (wuzapi's `WEBHOOK_FORMAT=json`). The JSON is
 * parsed once and nothing is decoded a second time, which would turn the `+` of base64 into spaces.
 */
export function readDelivery(body: unknown): Delivery {
	const token = firstText(get(body, 'token'));
	const payload = payloadOf(body);
	if (payload === undefined || payload === '') return { token, failure: 'empty' };
	const value = typeof payload === 'string' ? parseJson(payload) : payload;
	if (value === undefined) return { token, failure: 'notJson' };
	if (!isObject(value)) return { token, failure: 'notAnObject' };
	const secret = token ?? textOf(value, 'token');
	const envelope = withoutToken(value, secret);
	if (secret === undefined || !mayHold(payload, secret)) return { token: secret, envelope };
	return { token: secret, envelope: masked(withinDepth(envelope), secret) as JsonObject };
}

function payloadOf(body: unknown): unknown {
	if (!isObject(body)) return body ?? undefined;
	if (has(body, 'jsonData')) return first(get(body, 'jsonData'));
	return has(body, 'type') || has(body, 'event') ? body : undefined;
}

/** The first value of a field that may have been sent more than once, preferring one that is not empty. */
function first(value: unknown): unknown {
	if (!Array.isArray(value)) return value ?? undefined;
	return value.find((member) => member !== '') ?? undefined;
}

function firstText(value: unknown): string | undefined {
	const text = first(value);
	return typeof text === 'string' && text !== '' ? text : undefined;
}

/** Drops the token under its own name, and under any other name beside `event`. */
function withoutToken(envelope: JsonObject, token: string | undefined): JsonObject {
	const names = Object.keys(envelope);
	const isSecret = (name: string) =>
		name.toLowerCase() === 'token' || (token !== undefined && envelope[name] === token);
	if (!names.some(isSecret)) return envelope;
	return Object.fromEntries(Object.entries(envelope).filter(([name]) => !isSecret(name)));
}

/** Whether the walk is worth it: JSON may write other characters than these in several ways. */
function mayHold(payload: unknown, token: string): boolean {
	return typeof payload !== 'string' || !/^[\w.-]+$/.test(token) || payload.includes(token);
}

/** A copy in which no text and no name is the token. */
function masked(value: unknown, token: string): unknown {
	if (value === token) return MASK;
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((member) => masked(member, token));
	return Object.fromEntries(
		Object.entries(value).map(([name, member]) => [
			name === token ? MASK : name,
			masked(member, token),
		]),
	);
}
