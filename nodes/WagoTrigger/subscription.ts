import { sleep, type Logger } from 'n8n-workflow';

import type { WagoSession } from '../shared/api/session';

/** A disconnection may take a moment, during which a connection would change nothing. */
const ATTEMPTS = 4;
const PAUSE = 500;

/** The names that `found` lacks; `All` covers every other. */
export function missingNames(found: readonly string[], wanted: readonly string[]): string[] {
	if (found.includes('All')) return [];
	return wanted.filter((name) => !found.includes(name));
}

/**
 * Makes the session subscribe to `wanted` on top of what it has. WaGo takes names only when it connects
 * (WaGo docs, /sessions/connect-and-scan) and forgets them when it disconnects (inferred from wuzapi), so a session
 * in use is interrupted, and only when a name is missing. A session that is not connected is connected.
 * Answers whether the subscription was changed.
 */
export async function addSubscriptions(
	session: WagoSession,
	found: readonly string[],
	wanted: readonly string[],
	logger: Pick<Logger, 'warn'>,
): Promise<boolean> {
	const isComplete = missingNames(found, wanted).length === 0;
	const isConnected = await session.isConnected();
	if (isConnected && isComplete) return false;
	const names = [...new Set([...found, ...wanted])];
	if (isConnected) return await replaceSubscriptions(session, names, logger);
	await connect(session, names, logger);
	return !isComplete;
}

/**
 * Connects the session anew with exactly these names, and answers whether it did: a session that is not
 * connected stays so, and some versions do not disconnect one that waits for its QR code to be scanned.
 */
export async function replaceSubscriptions(
	session: WagoSession,
	names: readonly string[],
	logger: Pick<Logger, 'warn'>,
): Promise<boolean> {
	if (!(await session.isConnected())) return false;
	const refusal = await refusalOf(session.disconnect());
	if (refusal) {
		logger.warn(
			`WaGo did not disconnect the session, so its subscription stays as it is (${refusal.message}). Link the session to a phone, then publish the workflow again`,
		);
		return false;
	}
	await connect(session, names, logger);
	return true;
}

/**
 * Gives a session the names back that it had. One that is not connected stays so, unless it was this trigger that
 * disconnected it.
 */
export async function restoreSubscriptions(
	session: WagoSession,
	names: readonly string[],
	isInterrupted: boolean,
	logger: Pick<Logger, 'warn'>,
): Promise<void> {
	if (isInterrupted && !(await session.isConnected())) await connect(session, names, logger);
	else await replaceSubscriptions(session, names, logger);
}

/**
 * Connects and looks whether the names were taken: a session that is still connected keeps its old ones. An
 * interrupted session must come back, so a first refusal is not the end.
 */
async function connect(
	session: WagoSession,
	names: readonly string[],
	logger: Pick<Logger, 'warn'>,
): Promise<void> {
	let refusal: Error | undefined;
	for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
		if (attempt > 1) await sleep(PAUSE);
		refusal = await refusalOf(session.connect(names));
		if (refusal) continue;
		const { subscribe } = await session.readWebhook();
		if (missingNames(subscribe, names).length === 0) return;
	}
	if (refusal) throw refusal;
	logger.warn(
		`WaGo does not confirm the subscription to ${names.join(', ')}. If events stay away, run 'Diagnose' of the WaGo node`,
	);
}

async function refusalOf(call: Promise<void>): Promise<Error | undefined> {
	try {
		await call;
		return undefined;
	} catch (error) {
		return error instanceof Error ? error : new Error(String(error));
	}
}
