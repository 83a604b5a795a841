import type { WagoFailure } from '../../nodes/shared/api/failure';
import type { FailureCode } from '../../nodes/shared/api/failureRules';
import type { ExpectedEndpoint } from './expectations';
import { judgementOf, spellingOf, type Finding } from './finding';

/** What WaGo would not answer, and what proxies do. */
const FOREIGN: ReadonlySet<FailureCode> = new Set(['notWago', 'emptyAnswer', 'redirected']);

/** Said once for all that only a session with a phone can tell. */
const OFFLINE: ReadonlySet<FailureCode> = new Set(['noSession', 'notLoggedIn']);

/** A refusal that says nothing about fields: of the session's state, perhaps, or of WhatsApp. */
export function judgeFailure(
	endpoint: ExpectedEndpoint,
	{ code, message }: WagoFailure,
	what = 'route',
): Finding {
	const judge = judgementOf(endpoint, what);
	if (FOREIGN.has(code)) return judge('refuted', message);
	if (OFFLINE.has(code)) return judge('unknown', 'the session is not connected and logged in');
	return judge('unknown', `cannot be told now: ${message}`);
}

/**
 * The fields in 'missing Phone in payload' (WaGo docs, /concepts/response-format) and in 'missing required fields:
 * Phone, Body' (wuzapi of 2026). `[]` where a refusal is about something else.
 */
export function missedFields({ code, message }: WagoFailure): string[] {
	if (code !== 'missingField') return [];
	const list = /\bmissing required fields?:?\s+([\w\s,]+)/i.exec(message)?.[1];
	if (list) return list.split(/\s*,\s*|\s+and\s+/).filter(Boolean);
	return /\bmissing\s+(\w+)/i.exec(message)?.slice(1, 2) ?? [];
}

/** What it means for the operations that a server misses a field of this name. */
export function judgeMissed(endpoint: ExpectedEndpoint, missed: string): Finding {
	const { fields } = endpoint;
	const name = spellingOf(
		fields.map((field) => field.name),
		missed,
	);
	const provenance = fields.find((field) => field.name === name)?.provenance ?? 'unheard';
	const judge = judgementOf(endpoint, `field ${name ?? missed}`, provenance);
	if (name === undefined) return judge('missing', 'required, but never sent');
	return name === missed ? judge('confirmed') : judge('refuted', `named ${missed}`);
}
