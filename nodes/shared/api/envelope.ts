import { z } from 'zod/v3';

import { parseJson } from '../lib/json';
import { isObject, type JsonObject } from '../lib/lookup';
import type { WagoAnswer } from './answer';
import { codeOfForeign, failureOfAnswer, type HttpAnswer, type WagoFailure } from './failure';
import type { FailureCode } from './failureRules';

export type WagoReply =
	| { readonly ok: true; readonly answer: WagoAnswer }
	| { readonly ok: false; readonly failure: WagoFailure };

/**
 * `{code, data | error, success}` (WaGo docs, /concepts/response-format); later versions add keys of their own. A key
 * of another type is no key of the envelope.
 */
const envelopeSchema = z.object({
	success: z.boolean().optional().catch(undefined),
	code: z.coerce.number().optional().catch(undefined),
	data: z.unknown(),
	error: z.unknown(),
});

/**
 * Reads an HTTP answer. A call has succeeded when nothing says otherwise: failing group and user calls of some
 * versions answer HTTP 500 with `success: true`, others HTTP 200 with `success: false`, a `code` or just an `error`.
 * Some endpoints answer with a bare object. Whatever is not JSON comes from a proxy or another server, also with
 * status 200.
 */
export function readReply(http: HttpAnswer): WagoReply {
	const { status, text, location = '' } = http;
	if (status >= 300 && status < 400) return failed(http, location, 'redirected');
	const body = parseJson(text);
	if (!isObject(body) && !Array.isArray(body)) return failed(http, text, codeOfForeign(http));
	if (status >= 300 || (isObject(body) && saysFailure(body))) return failed(http, errorText(body));
	const data = isObject(body) ? dataOf(body) : body;
	return { ok: true, answer: isBare(body) ? { status, data, bare: true } : { status, data } };
}

/** Whether no key of the envelope is there. */
function isBare(body: JsonObject | unknown[]): boolean {
	return !Object.keys(body).some((key) => key in envelopeSchema.shape);
}

function saysFailure(body: JsonObject): boolean {
	const { success, code = 0, data, error } = envelopeSchema.parse(body);
	return (
		success === false || (code >= 400 && code < 600) || (data === undefined && isFilled(error))
	);
}

/** Go writes `""` or `null` where there is no error. */
function isFilled(error: unknown): boolean {
	return typeof error === 'string' ? error !== '' : isObject(error);
}

/** What is in the envelope: `data`, or, where there is none, what stands beside its keys. */
function dataOf(body: JsonObject): unknown {
	if (typeof body.success !== 'boolean') return body;
	if ('data' in body) return body.data;
	const content = Object.entries(body).filter(([key]) => !(key in envelopeSchema.shape));
	return content.length > 0 ? Object.fromEntries(content) : undefined;
}

function failed(http: HttpAnswer, text: string, code?: FailureCode): WagoReply {
	return { ok: false, failure: failureOfAnswer(http, text, code) };
}

function errorText(body: unknown): string {
	if (!isObject(body)) return '';
	const text = body.error ?? body.message ?? body.details;
	if (typeof text === 'string') return text;
	return isObject(text) && typeof text.message === 'string' ? text.message : '';
}
