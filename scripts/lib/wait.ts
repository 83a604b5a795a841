/* eslint-disable @n8n/community-nodes/no-restricted-globals */
/** Resolves after so many milliseconds. */
export const sleep = async (milliseconds: number): Promise<void> =>
	await new Promise((resolve) => setTimeout(resolve, milliseconds));

export interface WaitOptions {
	/** Milliseconds until it gives up; 30 s unless given. */
	timeout?: number;
	/** Milliseconds between two looks; 100 unless given. */
	interval?: number;
}

/**
 * Asks again and again until the answer is truthy, and returns it.
 *
 * @throws when the time is up, naming what was waited for and what the last look threw, if it did
 */
export async function waitFor<T>(
	what: string,
	look: () => Promise<T> | T,
	{ timeout = 30_000, interval = 100 }: WaitOptions = {},
): Promise<NonNullable<T>> {
	const deadline = Date.now() + timeout;
	let lastError: unknown;
	do {
		try {
			const answer = await look();
			if (answer) return answer;
			lastError = undefined;
		} catch (error) {
			lastError = error;
		}
		await sleep(interval);
	} while (Date.now() < deadline);
	throw new Error(`Waited ${timeout} ms in vain for ${what}`, { cause: lastError });
}
