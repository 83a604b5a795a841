import type { WagoFailure } from '../../nodes/shared/api/failure';
import type { FailureCode } from '../../nodes/shared/api/failureRules';
import type { ExpectedEndpoint } from './expectations';
import { judgementOf, spellingOf, type Finding } from './finding';

/** What WaGo would not answer, and what proxies do. */
const FOREIGN: ReadonlySet<FailureCode> = new Set(['notWago', 'emptyAnswer', 'redirected']);

/** A refusal that says nothing about fields: of the session's state, perhaps, or of WhatsApp. */
export function judgeFailure(
	endpoint: ExpectedEndpoint,
	{ code, message }: WagoFailure,
	what = 'route',
): Finding {
	const judge = judgementOf(endpoint, what);
	if (FOREIGN.has(code)) return judge('refuted', message);
	return judge('unknown', `cannot be told now: ${message}`);
}

/** The field in 'missing Phone in payload' (WaGo docs, /concepts/response-format). */
export function missedField({ code, message }: WagoFailure): string | undefined {
	return code === 'missingField' ? /\bmissing\s+(\w+)/i.exec(message)?.[1] : undefined;
}

/** What it means for the operations that a server misses a field of this name. */
export function judgeMissed(endpoint: ExpectedEndpoint, missed: string): Finding {
	const { fields } = endpoint;
	const name = spellingOf(
		fields.map((field) => field.name),
		missed,
	);
	const provenance = fields.find((field) => field.name === name)?.provenance;
	const judge = judgementOf(endpoint, `field ${name ?? missed}`, provenance);
	if (name === undefined) return judge('missing', 'required, but never sent');
	return name === missed ? judge('confirmed') : judge('refuted', `named ${missed}`);
}
