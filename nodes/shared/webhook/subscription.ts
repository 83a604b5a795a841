import { sleep } from 'n8n-workflow';

import { outcomeOf, WagoRefusal, type SessionStatus, type WagoSession } from '../api/session';

/** A disconnection may take a moment, during which a connection would change nothing. */
const ATTEMPTS = 4;
const PAUSE = 500;

/**
 * What came of a change. `kept`: WaGo did not disconnect the session, which some versions refuse for one that waits for
 * its QR code or is offline. `unconfirmed`: it is connected, but does not name all the events afterwards.
 */
export type SubscriptionChange = 'none' | 'done' | 'kept' | 'unconfirmed';

/** The names that `found` lacks; `All` covers every other. */
export function missingNames(found: readonly string[], wanted: readonly string[]): string[] {
	if (found.includes('All')) return [];
	return wanted.filter((name) => !found.includes(name));
}

/**
 * What a session delivers at present: what is stored, unless its status says that nothing is. Writing the webhook has
 * that effect on a wuzapi of 2026, whose `GET /webhook` goes on naming the events.
 */
export function namesInForce(stored: readonly string[], status: SessionStatus): readonly string[] {
	return status.connected && status.events?.length === 0 ? [] : stored;
}

/**
 * Makes the session subscribe to `wanted` on top of what is stored. WaGo takes names only when it connects
 * (WaGo docs, /sessions/connect-and-scan), so a session in use is interrupted, and only when a name is missing. A
 * session that is not connected is connected. `beforeChange` is called before the session is touched.
 */
export async function addSubscriptions(
	session: WagoSession,
	stored: readonly string[],
	wanted: readonly string[],
	beforeChange: () => void = () => {},
): Promise<SubscriptionChange> {
	const status = await session.status();
	const isComplete = missingNames(namesInForce(stored, status), wanted).length === 0;
	if (status.connected && isComplete) return 'none';
	if (!isComplete) beforeChange();
	return await reconnect(session, [...new Set([...stored, ...wanted])], stored, status);
}

/** Gives a session exactly these names. One that is not connected stays so: it gets them when it is connected. */
export async function replaceSubscriptions(
	session: WagoSession,
	stored: readonly string[],
	names: readonly string[],
): Promise<SubscriptionChange> {
	const status = await session.status();
	const inForce = namesInForce(stored, status);
	const isSame = inForce.length === names.length && names.every((name) => inForce.includes(name));
	// No names at all cannot be asked for: WaGo takes that for all of them.
	if (!status.connected || isSame || names.length === 0) return 'none';
	return await reconnect(session, names, stored, status);
}

/** WaGo forgets the names when it disconnects (inferred from wuzapi), so who interrupts a session brings it back. */
async function reconnect(
	session: WagoSession,
	names: readonly string[],
	stored: readonly string[],
	{ connected }: SessionStatus,
): Promise<SubscriptionChange> {
	if (!connected) return await connect(session, names);
	if (await isRefused(session.disconnect())) return 'kept';
	const change = await outcomeOf(connect(session, names));
	if (change.ok) return change.value;
	await isRefused(session.connect(stored.length > 0 ? stored : names));
	throw new WagoRefusal(change.failure);
}

/**
 * Connects and looks whether the names were taken: a session that is still connected keeps its old ones. An
 * interrupted session must come back, so a first refusal is not the end.
 */
async function connect(
	session: WagoSession,
	names: readonly string[],
): Promise<SubscriptionChange> {
	for (let attempt = 1; ; attempt++) {
		const isLast = attempt === ATTEMPTS;
		const change = await outcomeOf(connectOnce(session, names));
		if (change.ok && (isLast || change.value === 'done')) return change.value;
		if (!change.ok && isLast) throw new WagoRefusal(change.failure);
		await sleep(PAUSE);
	}
}

async function connectOnce(
	session: WagoSession,
	names: readonly string[],
): Promise<'done' | 'unconfirmed'> {
	await session.connect(names);
	const { subscribe } = await session.webhook();
	return missingNames(subscribe, names).length === 0 ? 'done' : 'unconfirmed';
}

async function isRefused(call: Promise<unknown>): Promise<boolean> {
	return !(await outcomeOf(call)).ok;
}
