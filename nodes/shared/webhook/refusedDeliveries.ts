import { fingerprint } from '../lib/fingerprint';

/**
 * Why a delivery with a true address was refused: it brings no token (some relatives of WaGo send none), the token
 * of another session, or that of before, since the credential was changed after the address was registered; or it
 * brings no token and its signature is missing or wrong.
 */
export type RefusalReason = 'noToken' | 'otherToken' | 'credentialChanged' | 'signature';

/** What came, and what to do. */
export const REFUSALS: Readonly<
	Record<RefusalReason, { readonly what: string; readonly fix: string }>
> = {
	noToken: {
		what: 'it brings no token',
		fix: "Relatives of WaGo send none: for those there is the option 'Accept Deliveries Without Token' of the WaGo Trigger.",
	},
	otherToken: {
		what: "it brings another token than the credential's",
		fix: 'If the session has got a new token, put it into the credential, then unpublish the workflow and publish it. If another session posts here, clear the webhook of that session.',
	},
	credentialChanged: {
		what: "it brings the token that was the credential's when the webhook was registered: the credential was changed since",
		fix: 'Unpublish the workflow, then publish it.',
	},
	signature: {
		what: "it brings no token, and its signature does not fit the credential's 'Webhook Signing Secret'",
		fix: "Put the key that the server signs with into 'Webhook Signing Secret' of the credential.",
	},
};

/** What one trigger has refused of late for one reason. Holds neither content nor token. */
export interface Refusal {
	readonly workflowId: string;
	readonly nodeName: string;
	readonly reason: RefusalReason;
	readonly count: number;
	/** Milliseconds since 1970. */
	readonly lastAt: number;
}

export interface RefusedDelivery {
	readonly workflowId: string;
	readonly nodeId: string;
	readonly nodeName: string;
	readonly reason: RefusalReason;
	/** The token of the trigger's credential and, where the delivery brings one, that. Only fingerprints are kept. */
	readonly tokens: readonly string[];
}

interface Entry extends Refusal {
	readonly sessions: readonly string[];
	readonly warnedAt: number;
}

/** Milliseconds that a refusal counts as late. */
const LATELY = 24 * 3_600_000;
/** Milliseconds between two warnings of one trigger for one reason: a busy session would fill the log. */
const WARNING_INTERVAL = 600_000;
/** Triggers and reasons that are remembered; the longest quiet one goes first. */
const CAPACITY = 500;

/** Those of this process, the last refused at the end. In queue mode each process knows its own. */
const entries = new Map<string, Entry>();

/** Remembers a refused delivery, and answers whether the log is to be told: seldom, however many come. */
export function noteRefused(delivery: RefusedDelivery, now = Date.now()): boolean {
	const { workflowId, nodeId, nodeName, reason, tokens } = delivery;
	const key = [workflowId, nodeId, reason].join('|');
	const known = entries.get(key);
	const isLate = known !== undefined && now - known.lastAt < LATELY;
	const isDue = known === undefined || Math.abs(now - known.warnedAt) >= WARNING_INTERVAL;
	entries.delete(key);
	entries.set(key, {
		workflowId,
		nodeName,
		reason,
		count: (isLate ? known.count : 0) + 1,
		lastAt: now,
		sessions: tokens.map(sessionOf),
		warnedAt: isDue ? now : known.warnedAt,
	});
	if (entries.size > CAPACITY) entries.delete([...entries.keys()][0]);
	return isDue;
}

/** What triggers of this process have refused within a day that concerns the session of `token`, the latest first. */
export function refusedLately(token: string, now = Date.now()): Refusal[] {
	const session = sessionOf(token);
	return [...entries.values()]
		.filter(({ sessions, lastAt }) => sessions.includes(session) && now - lastAt < LATELY)
		.map(({ workflowId, nodeName, reason, count, lastAt }) => ({
			workflowId,
			nodeName,
			reason,
			count,
			lastAt,
		}))
		.reverse();
}

/** Forgets what a trigger has refused: it takes deliveries again, or is gone. */
export function forgetRefused(workflowId: string, nodeId: string): void {
	const prefix = `${workflowId}|${nodeId}|`;
	for (const key of entries.keys()) if (key.startsWith(prefix)) entries.delete(key);
}

function sessionOf(token: string): string {
	return fingerprint(`refused delivery of ${token}`);
}
