/* eslint-disable @n8n/community-nodes/no-restricted-globals */
const HEARTBEAT_MS = 15_000;

/** Says something to the person watching; stderr, because stdout belongs to results. */
export function say(text: string): void {
	process.stderr.write(`${text}\n`);
}

/** Whole seconds since a moment of `Date.now()`, as text. */
export function elapsed(since: number): string {
	return `${Math.round((Date.now() - since) / 1000)} s`;
}

/** Runs one step of a long task: says when it begins, that it still goes on, and how long it took. */
export async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
	const started = Date.now();
	say(`${label} ...`);
	const heartbeat = setInterval(
		() => say(`  still at it: ${label} (${elapsed(started)})`),
		HEARTBEAT_MS,
	);
	try {
		const result = await work();
		say(`  done in ${elapsed(started)}`);
		return result;
	} finally {
		clearInterval(heartbeat);
	}
}
