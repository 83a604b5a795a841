import type { WagoCredentials } from '../../shared/api/credentials';
import { sha256 } from '../../shared/lib/fingerprint';
import { unlessCancelled } from '../engine/pause';

/** What a task knows of its turn, and tells of it. */
export interface Turn {
	/** Milliseconds that it has waited for others of which the last got no answer; 0 where that one was answered. */
	readonly waitedInVain: number;
	/** To be set by a task that got no answer in time. */
	timedOut: boolean;
}

/** Those who wait for their turn in one chat, and the one whose turn it is. */
interface Line {
	/** Ends when the last of them has had its turn. */
	tail: Promise<unknown>;
	length: number;
	/** Whether the last turn ended without an answer. */
	timedOut: boolean;
}

/** A line is here as long as somebody stands in it. */
const lines = new Map<string, Line>();

/** How many lines there are. */
export function linesInUse(): number {
	return lines.size;
}

/** Names a session without holding its token. */
export function sessionKey({
	baseUrl,
	secret,
}: Pick<WagoCredentials, 'baseUrl' | 'secret'>): string {
	return sha256(`${baseUrl} ${secret}`);
}

/**
 * Runs `task` when all earlier tasks of the chat have ended: executions at the same time neither mix the parts of their
 * items nor change their order. It holds inside one process; n8n's workers do not know of each other. `undefined` where
 * the execution was cancelled before its turn: then `task` has not run.
 */
export async function inTurn<Result>(
	chat: string,
	signal: AbortSignal | undefined,
	task: (turn: Turn) => Promise<Result>,
): Promise<Result | undefined> {
	const line = lines.get(chat) ?? { tail: Promise.resolve(), length: 0, timedOut: false };
	lines.set(chat, line);
	const joinedAt = Date.now();
	const earlier = line.tail;
	let leave = () => {};
	const left = new Promise<void>((resolve) => (leave = resolve));
	line.tail = earlier.then(async () => await left);
	line.length++;
	try {
		if (!(await unlessCancelled(signal, earlier))) return undefined;
		const turn = { waitedInVain: line.timedOut ? Date.now() - joinedAt : 0, timedOut: false };
		return await task(turn).finally(() => (line.timedOut = turn.timedOut));
	} finally {
		leave();
		if (--line.length === 0) lines.delete(chat);
	}
}
