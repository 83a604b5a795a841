import type { WagoCredentials } from '../../shared/api/credentials';
import { sha256 } from '../../shared/lib/fingerprint';

/** What this process knows of the sending of one session. */
interface Line {
	/** Ends when the last of those who wait has had its turn. */
	tail: Promise<unknown>;
	/** When the last message went out, in milliseconds since 1970. */
	lastSentAt?: number;
}

/** One line for each session that this process has sent from; there are few, so none is ever dropped. */
const lines = new Map<string, Line>();

/** Names a session without holding its token. */
export function sessionKey({
	baseUrl,
	secret,
}: Pick<WagoCredentials, 'baseUrl' | 'secret'>): string {
	return sha256(`${baseUrl} ${secret}`);
}

/**
 * Runs `task` when all earlier tasks of the session have ended: executions at the same time do not mix the parts of
 * their items. It holds inside one process; n8n's workers do not know of each other.
 */
export async function inTurn<Result>(
	session: string,
	task: (line: Line) => Promise<Result>,
): Promise<Result> {
	const line = lines.get(session) ?? { tail: Promise.resolve() };
	lines.set(session, line);
	const turn = line.tail.then(async () => await task(line));
	line.tail = turn.catch(() => undefined);
	return await turn;
}
