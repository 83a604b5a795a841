import { fingerprint } from '../lib/fingerprint';

/** A session of a WaGo server. */
export interface SessionAddress {
	readonly baseUrl: string;
	readonly token: string;
}

/** A trigger that is published, as this process knows it. */
export interface PublishedTrigger {
	readonly workflowId: string;
	readonly nodeId: string;
	readonly nodeName: string;
	/** What WaGo is to have registered, with the secret. */
	readonly url: string;
	/** Subscription names. */
	readonly events: readonly string[];
}

interface Entry extends PublishedTrigger {
	readonly session: string;
}

/** The longest known one goes first. */
const CAPACITY = 1000;

/**
 * Those of this process by workflow and node, the last registered at the end: told by their publishing, and after a
 * restart of n8n, which publishes nothing anew, by their first delivery. In queue mode each process knows its own.
 */
const triggers = new Map<string, Entry>();

/** Remembers a trigger of the session. */
export function notePublished(session: SessionAddress, trigger: PublishedTrigger): void {
	const key = keyOf(trigger);
	triggers.delete(key);
	triggers.set(key, { ...trigger, session: sessionKey(session) });
	if (triggers.size > CAPACITY) triggers.delete([...triggers.keys()][0]);
}

export function isKnownAsPublished(
	trigger: Pick<PublishedTrigger, 'workflowId' | 'nodeId'>,
): boolean {
	return triggers.has(keyOf(trigger));
}

export function forgetPublished(trigger: Pick<PublishedTrigger, 'workflowId' | 'nodeId'>): void {
	triggers.delete(keyOf(trigger));
}

/** The published triggers of the session, the last registered first. */
export function publishedTriggers(session: SessionAddress): PublishedTrigger[] {
	const key = sessionKey(session);
	return [...triggers.values()].filter((trigger) => trigger.session === key).reverse();
}

function keyOf({ workflowId, nodeId }: Pick<PublishedTrigger, 'workflowId' | 'nodeId'>): string {
	return `${workflowId}|${nodeId}`;
}

/** Tokens themselves are not kept. */
function sessionKey({ baseUrl, token }: SessionAddress): string {
	return fingerprint({ baseUrl, token });
}
