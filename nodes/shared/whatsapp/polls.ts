import { sha256 } from '../lib/fingerprint';

/** The option names of a poll, by the poll's message ID. */
export type PollOptions = (messageId: string) => readonly string[] | undefined;

const HASH = /^[0-9a-f]{64}$/i;
/** WhatsApp allows 12 options. */
const MOST_CHOICES = 100;

/**
 * The hashes in WaGo's `decryptVote`, lower case. One choice is a text with the hexadecimal SHA-256 of the
 * option's name (WaGo docs, /webhooks/events); for several, a list or a delimited text is accepted, since the
 * docs leave it open. `undefined` where WaGo did not decrypt the vote.
 */
export function readVote(decryptVote: unknown): string[] | undefined {
	if (decryptVote === undefined || decryptVote === null) return undefined;
	const parts = Array.isArray(decryptVote) ? decryptVote.slice(0, MOST_CHOICES) : [decryptVote];
	const hashes = parts
		.filter((part): part is string => typeof part === 'string')
		.flatMap((part) => part.slice(0, MOST_CHOICES * 70).split(/[^0-9a-f]+/i))
		.filter((part) => HASH.test(part))
		.map((part) => part.toLowerCase());
	return [...new Set(hashes)];
}

/**
 * The names of the options with these hashes; `undefined` where one is unknown, as an option may have been added to
 * the poll later, and a shorter list would read as fewer votes. An iPhone hashes a name without the spaces around it.
 */
export function namesOf(
	hashes: readonly string[],
	options: readonly string[],
): string[] | undefined {
	const nameByHash = new Map([
		...options.map((name) => [sha256(name.trim()), name] as const),
		...options.map((name) => [sha256(name), name] as const),
	]);
	const names = hashes.map((hash) => nameByHash.get(hash));
	return names.every((name) => name !== undefined) ? (names as string[]) : undefined;
}

/** Remembers the options of polls, so that a vote, which carries hashes only, can be named. */
export class PollMemory {
	private readonly polls = new Map<string, { options: readonly string[]; expiresAt: number }>();

	/** `lifetime` in milliseconds; `now` is the clock. The oldest poll goes when there are `capacity`. */
	constructor(
		private readonly capacity = 1000,
		private readonly lifetime = 30 * 24 * 60 * 60 * 1000,
		private readonly now: () => number = Date.now,
	) {}

	/** Remembers a poll. The first one wins: IDs are the sender's to choose, so a later one may be somebody else's. */
	remember(messageId: string, options: readonly string[]): void {
		if (this.options(messageId) !== undefined) return;
		this.polls.set(messageId, { options, expiresAt: this.now() + this.lifetime });
		this.sweep();
	}

	/** All live equally long, so those that are over stand first. */
	private sweep(): void {
		for (const [messageId, { expiresAt }] of this.polls) {
			if (expiresAt > this.now() && this.polls.size <= this.capacity) return;
			this.polls.delete(messageId);
		}
	}

	readonly options: PollOptions = (messageId) => {
		const poll = this.polls.get(messageId);
		if (poll === undefined) return undefined;
		if (poll.expiresAt > this.now()) return poll.options;
		this.polls.delete(messageId);
		return undefined;
	};
}
