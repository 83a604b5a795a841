import type { WagoFailure } from '../../../shared/api/failure';
import type { FailureCode } from '../../../shared/api/failureRules';
import { withoutUserInfo } from '../../../shared/api/secrets';
import type { Outcome, SessionStatus, WebhookState } from '../../../shared/api/session';
import { REFUSALS, type Refusal } from '../../../shared/webhook/refusedDeliveries';
import { missingNames, namesInForce } from '../../../shared/webhook/subscription';
import { fails, holds, untold, type Verdict } from './verdict';
import { receiversVerdict, webhookVerdict, type WebhookFindings } from './webhookVerdict';

/** What was asked. The later outcomes are missing where nothing answered the first request. */
export interface Findings extends WebhookFindings {
	/** Subscription names that the workflows need. */
	readonly needed: readonly string[];
	/** What triggers of this process have refused of late. */
	readonly refusals: readonly Refusal[];
	readonly health: Outcome<unknown>;
	readonly webhook?: Outcome<WebhookState>;
	readonly status?: Outcome<SessionStatus>;
}

export interface Check extends Verdict {
	readonly name: string;
	/** Whether all checks hold: the same in each, for a workflow that looks at one only. */
	readonly allOk: boolean;
}

/** In the order of WaGo's own troubleshooting (WaGo docs, /troubleshooting/common-issues). */
const CHECKS: ReadonlyArray<readonly [string, (findings: Findings) => Verdict]> = [
	['server reachable', serverReachable],
	['token known', tokenKnown],
	['connected', connected],
	['logged in', loggedIn],
	["webhook is this instance's", webhookIsOurs],
	['events subscribed', eventsSubscribed],
	['deliveries refused lately', deliveriesRefused],
	['other receivers', otherReceivers],
];

/** All checks, those that fail first. */
export function diagnosis(findings: Findings): Check[] {
	const verdicts = CHECKS.map(([name, check]) => ({ name, ...check(findings) }));
	const allOk = verdicts.every(({ ok }) => ok === true);
	const failing = verdicts.filter(({ ok }) => ok === false);
	const others = verdicts.filter(({ ok }) => ok !== false);
	return [...failing, ...others].map((verdict) => ({ ...verdict, allOk }));
}

/** The verdict of all checks in a sentence. */
export function summaryOf(checks: readonly Check[]): string {
	if (checks.every(({ allOk }) => allOk)) return `All ${checks.length} checks hold.`;
	const failing = checks.filter(({ ok }) => ok === false);
	const [{ detail, fix = '' }] = failing.length > 0 ? failing : checks;
	return `${failing.length} of ${checks.length} checks fail. First: ${detail}. ${fix}`;
}

export function hasNoAnswer(outcome: Outcome<unknown>): boolean {
	return !outcome.ok && outcome.failure.status === undefined;
}

/** Answers that came from something else than WaGo. */
const FOREIGN: readonly FailureCode[] = ['notWago', 'unknownRoute', 'emptyAnswer', 'redirected'];

/** Any answer of WaGo will do: older versions may lack the health endpoint. */
function serverReachable({ baseUrl, health, webhook }: Findings): Verdict {
	if (health.ok || isFromWago(health) || isFromWago(webhook)) {
		return holds(`WaGo answers at ${withoutUserInfo(baseUrl)}`);
	}
	return failed(health.failure);
}

function isFromWago(outcome: Outcome<unknown> | undefined): boolean {
	if (!outcome || outcome.ok) return outcome !== undefined;
	return !hasNoAnswer(outcome) && !FOREIGN.includes(outcome.failure.code);
}

function tokenKnown({ webhook, status }: Findings): Verdict {
	for (const outcome of [webhook, status]) {
		if (outcome?.ok === false && outcome.failure.code === 'unauthorized') {
			return failed(outcome.failure);
		}
	}
	if (webhook?.ok || status?.ok) return holds('WaGo knows the token');
	return untold('WaGo could not be asked for the session');
}

function connected({ status }: Findings): Verdict {
	if (!status) return untold('The session could not be looked at');
	if (!status.ok) return sessionFailure(status.failure);
	const { connected: isConnected, jid } = status.value;
	if (isConnected) return holds('The session is connected');
	const linked = jid ? `, though it is linked to ${jid}` : '';
	return fails(
		`The session is not connected to WhatsApp${linked}`,
		"Run 'Connect' of the resource 'Session': it is needed again after each restart of WaGo. If it says 'already connected', WaGo is reconnecting by itself: wait a minute, and check that its machine reaches WhatsApp.",
	);
}

/** A link outlives the connection: some servers tell the account also while that is down. */
function loggedIn({ status }: Findings): Verdict {
	if (!status) return untold('The session could not be looked at');
	if (!status.ok) return untold('Only a connected session can tell');
	const { connected: isConnected, loggedIn: isLoggedIn, jid } = status.value;
	if (isLoggedIn || (!isConnected && jid)) return holds(`Linked to ${jid ?? 'a phone'}`);
	if (!isConnected) return untold('Only a connected session can tell');
	return fails(
		'No phone is linked',
		"Run 'Get QR Code' of the resource 'Session', scan it with WhatsApp on the phone (Linked Devices), then use 'Wait for Login'.",
	);
}

function sessionFailure(failure: WagoFailure): Verdict {
	const refused = failure.code === 'unauthorized';
	return refused ? untold('WaGo does not know the token') : failed(failure);
}

function webhookIsOurs(findings: Findings): Verdict {
	const { webhook } = findings;
	if (!webhook?.ok) return untold('The webhook could not be looked at');
	return webhookVerdict(webhook.value.webhookUrl, findings);
}

function eventsSubscribed({ webhook, status, needed }: Findings): Verdict {
	if (!webhook?.ok) return untold('The subscription could not be looked at');
	const { subscribe } = webhook.value;
	const told =
		subscribe.length > 0 ? `Subscribed: ${subscribe.join(', ')}` : 'Nothing is subscribed';
	if (status?.ok && namesInForce(subscribe, status.value) !== subscribe) {
		return fails(
			`${told}. But the session's status names no event, so WaGo delivers none`,
			"Run 'Repair' of the resource 'Webhook': it reconnects the session once, with the same events.",
		);
	}
	const missing = missingNames(subscribe, needed);
	if (missing.length === 0) return holds(told);
	return fails(
		`${told}. Missing: ${missing.join(', ')}`,
		"Run 'Repair' of the resource 'Webhook' with the same 'Needed Events': it reconnects the session once, with these beside those that it has.",
	);
}

function deliveriesRefused({ refusals }: Findings): Verdict {
	const [latest] = refusals;
	if (!latest) return holds('None, as far as this process of n8n knows');
	const details = refusals.map(
		({ nodeName, reason, count, lastAt }) =>
			`'${nodeName}' has refused ${count}, the last at ${new Date(lastAt).toISOString()}, since ${REFUSALS[reason].what}`,
	);
	const fixes = new Set(refusals.map(({ reason }) => REFUSALS[reason].fix));
	return fails(details.join('; '), [...fixes].join(' '));
}

function otherReceivers(findings: Findings): Verdict {
	const { webhook } = findings;
	if (!webhook?.ok) return untold('The webhook could not be looked at');
	return receiversVerdict(webhook.value.webhookUrl, findings);
}

function failed({ message, advice }: WagoFailure): Verdict {
	return fails(message, advice);
}
