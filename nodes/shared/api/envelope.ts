import { z } from 'zod';

import { isRecord, type WagoAnswer } from './answer';
import { failureOfAnswer, type HttpAnswer, type WagoFailure } from './failure';
import type { FailureCode } from './wire';

export type WagoReply =
	| { readonly ok: true; readonly answer: WagoAnswer }
	| { readonly ok: false; readonly failure: WagoFailure };

/** `{code, data | error, success}` (WaGo docs, /concepts/response-format); later versions add keys of their own. */
const envelopeSchema = z
	.object({
		success: z.boolean(),
		code: z.number().optional(),
		data: z.unknown(),
		error: z.unknown(),
	})
	.passthrough();

/**
 * Reads an HTTP answer. A call has succeeded when both the status and `success` say so: failing group and user
 * calls of some versions answer HTTP 500 with `success: true`, others HTTP 200 with `success: false`. Some endpoints
 * answer with a bare object. Whatever is not JSON comes from a proxy or another server, also with status 200.
 */
export function readReply(http: HttpAnswer): WagoReply {
	const { status, text, location = '' } = http;
	if (status >= 300 && status < 400) return failed(http, location, 'redirected');
	const body = parseJson(text);
	if (!isRecord(body) && !Array.isArray(body)) return failed(http, text, codeOfForeign(http));
	const envelope = envelopeSchema.safeParse(body);
	const succeeded = status < 300 && (!envelope.success || envelope.data.success);
	if (!succeeded) return failed(http, errorText(body));
	return { ok: true, answer: { status, data: envelope.success ? envelope.data.data : body } };
}

function failed(http: HttpAnswer, text: string, code?: FailureCode): WagoReply {
	return { ok: false, failure: failureOfAnswer(http, text, code) };
}

/** A refusal is told by its status alone, even where a proxy answers it with a page of its own. */
function codeOfForeign({ status, text }: HttpAnswer): FailureCode | undefined {
	if (status === 401 || status === 403) return undefined;
	return text.trim() === '' ? 'emptyAnswer' : 'notJson';
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

function errorText(body: unknown): string {
	if (!isRecord(body)) return '';
	const text = body.error ?? body.message ?? body.details;
	if (typeof text === 'string') return text;
	return isRecord(text) && typeof text.message === 'string' ? text.message : '';
}
