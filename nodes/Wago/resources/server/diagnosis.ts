import type { WagoReply } from '../../../shared/api/envelope';
import type { WagoFailure } from '../../../shared/api/failure';
import type { FailureCode } from '../../../shared/api/failureRules';
import { withoutUserInfo } from '../../../shared/api/secrets';
import { readStatus } from '../../../shared/api/sessionStatus';
import { readRegistration } from '../webhook/registration';
import { webhookVerdict, type WebhookFindings } from './webhookVerdict';

/** What was asked. The later replies are missing where nothing answered the first request. */
export interface Findings extends WebhookFindings {
	/** Subscription names that the workflows need. */
	readonly needed: readonly string[];
	readonly health: WagoReply;
	readonly webhook?: WagoReply;
	readonly status?: WagoReply;
}

export interface Verdict {
	/** `null` where it cannot be told, because an earlier check does not hold. */
	readonly ok: boolean | null;
	readonly detail: string;
	/** What to do; `''` where there is nothing to do. A check that holds may still have a hint here. */
	readonly fix: string;
}

export interface Diagnosis {
	/** Whether all checks hold. */
	readonly ok: boolean;
	readonly checks: ReadonlyArray<Verdict & { readonly name: string }>;
}

/** In the order of WaGo's own troubleshooting (WaGo docs, /troubleshooting/common-issues). */
const CHECKS: ReadonlyArray<readonly [string, (findings: Findings) => Verdict]> = [
	['server reachable', serverReachable],
	['token known', tokenKnown],
	['connected', connected],
	['logged in', loggedIn],
	["webhook is this instance's", webhookIsOurs],
	['events subscribed', eventsSubscribed],
];

export function diagnosis(findings: Findings): Diagnosis {
	const checks = CHECKS.map(([name, check]) => ({ name, ...check(findings) }));
	return { ok: checks.every(({ ok }) => ok === true), checks };
}

export function hasNoAnswer(reply: WagoReply): boolean {
	return !reply.ok && reply.failure.status === undefined;
}

const holds = (detail: string): Verdict => ({ ok: true, detail, fix: '' });

const untold = (detail: string): Verdict => ({
	ok: null,
	detail,
	fix: 'Look at the checks before this one.',
});

/** What WaGo says of a session whose token it knows. */
const KNOWN_TOKEN: readonly FailureCode[] = ['noSession', 'notLoggedIn'];

/** Answers that came from something else than WaGo. */
const FOREIGN: readonly FailureCode[] = ['notWago', 'unknownRoute', 'emptyAnswer', 'redirected'];

/** Any answer of WaGo will do: older versions may lack the health endpoint. */
function serverReachable({ baseUrl, health, webhook }: Findings): Verdict {
	const failure = failureOf(health);
	if (!failure || isFromWago(health) || isFromWago(webhook)) {
		return holds(`WaGo answers at ${withoutUserInfo(baseUrl)}`);
	}
	return failed(failure);
}

function isFromWago(reply: WagoReply | undefined): boolean {
	if (!reply || reply.ok) return reply !== undefined;
	return !hasNoAnswer(reply) && !FOREIGN.includes(reply.failure.code);
}

function tokenKnown({ webhook, status }: Findings): Verdict {
	const replies = [webhook, status].filter((reply) => reply !== undefined);
	const refusal = replies.map(failureOf).find((failure) => failure?.code === 'unauthorized');
	if (refusal) return failed(refusal);
	const known = replies.some((reply) => reply.ok || KNOWN_TOKEN.includes(reply.failure.code));
	return known ? holds('WaGo knows the token') : untold('WaGo could not be asked for the session');
}

function connected({ status }: Findings): Verdict {
	if (!status) return untold('The session could not be looked at');
	if (!status.ok) return sessionFailure(status.failure);
	if (readStatus(status.answer.data).connected) return holds('The session is connected');
	return {
		ok: false,
		detail: 'The session is not connected to WhatsApp',
		fix: "Run 'Connect' of the resource 'Session'. It is needed again after each restart of WaGo.",
	};
}

function loggedIn({ status }: Findings): Verdict {
	if (!status) return untold('The session could not be looked at');
	if (!status.ok) return untold('Only a connected session can tell');
	const { loggedIn: linked, jid } = readStatus(status.answer.data);
	if (linked) return holds(`Linked to ${jid ?? 'a phone'}`);
	return {
		ok: false,
		detail: 'No phone is linked',
		fix: "Run 'Get QR Code' of the resource 'Session', scan it with WhatsApp on the phone (Linked Devices), then use 'Wait for Login'.",
	};
}

function sessionFailure(failure: WagoFailure): Verdict {
	const refused = failure.code === 'unauthorized';
	return refused ? untold('WaGo does not know the token') : failed(failure);
}

function webhookIsOurs(findings: Findings): Verdict {
	const { webhook } = findings;
	if (!webhook?.ok) return untold('The webhook could not be looked at');
	return webhookVerdict(readRegistration(webhook.answer.data).webhookUrl, findings);
}

function eventsSubscribed({ webhook, needed }: Findings): Verdict {
	if (!webhook?.ok) return untold('The subscription could not be looked at');
	const { subscribe } = readRegistration(webhook.answer.data);
	const missing = needed.filter((name) => !subscribe.includes(name));
	const told =
		subscribe.length > 0 ? `Subscribed: ${subscribe.join(', ')}` : 'Nothing is subscribed';
	if (missing.length === 0 || subscribe.includes('All')) return holds(told);
	return {
		ok: false,
		detail: `${told}. Missing: ${missing.join(', ')}`,
		fix: "Publish the workflow of the WaGo Trigger again, or run 'Disconnect' and then 'Connect' of the resource 'Session' with these events.",
	};
}

function failureOf(reply: WagoReply): WagoFailure | undefined {
	return reply.ok ? undefined : reply.failure;
}

function failed({ message, advice }: WagoFailure): Verdict {
	return { ok: false, detail: message, fix: advice };
}
