import { createHash } from 'crypto';

import { IdleMap } from '../shared/lib/idleMap';
import type { DedupKey } from '../shared/whatsapp/dedup';

/** What one delivery has claimed. It is confirmed once its execution is stored, or released. */
export interface Claim {
	/** The keys that no delivery brought before. */
	readonly keys: readonly DedupKey[];
	readonly hashes: readonly string[];
	/** Those of the hashes that are to survive a restart. */
	readonly lasting: readonly string[];
}

/** Hashes by the hour they were claimed in (hours since 1970), each hour's in one text. */
export type StoredKeys = Record<string, string>;

export interface MemoryOptions {
	/** Keys held in the process; the oldest go first. */
	readonly capacity?: number;
	/** Keys written to the database: n8n reads them back with every request. */
	readonly storedCapacity?: number;
	/** Milliseconds since 1970. */
	readonly clock?: () => number;
}

/** In milliseconds. */
export const HOUR = 3_600_000;
/** 66 bits in base64url: a million keys collide with a chance of less than one in a hundred million. */
const HASH_LENGTH = 11;
const HASHES = new RegExp(`.{${HASH_LENGTH}}`, 'gs');
/** Milliseconds that keys of a busy trigger may wait for the database while others are on their way. */
const SAVE_INTERVAL = 1_000;
/** The same where a write may undo what the workflow has written: below the half minute that a restart may cost. */
const SHARED_SAVE_INTERVAL = 25_000;

/**
 * Which deliveries have been seen. Claiming is synchronous, so that of identical deliveries at the same time
 * one wins; that holds within one process. The map is insertion-ordered and bounded, so a check costs the same
 * with ten keys and with a million.
 *
 * To survive a restart, confirmed keys are also kept in a compact form for n8n's static data; a key whose execution
 * is not stored yet must not get there, or a crash would turn the repetition of a lost delivery into a duplicate.
 * Several processes write to the same record and the last one wins, so every delivery first takes over what others
 * have written: repeats that are seconds apart are told in every process, only simultaneous ones on two are not.
 */
export class DeduplicationMemory {
	private readonly capacity: number;

	private readonly storedCapacity: number;

	private readonly clock: () => number;

	/** When each key expires, the longest known first. */
	private readonly expiries = new Map<string, number>();

	/**
	 * Goes through the keys, the longest known first. Kept, because every new iterator would first pass the places of
	 * all keys that were deleted since the map was last rebuilt.
	 */
	private order = this.expiries.keys();

	/** The key that `order` has reached; not deleted yet. */
	private oldest?: string;

	/** What goes to the database, by hour, the oldest first. */
	private readonly hours = new Map<number, string>();

	/** What the database held when it was last read or written, by hour. */
	private known: StoredKeys = {};

	/** Claims whose delivery is on its way. */
	private readonly pending = new Set<Claim>();

	/** Claims that are confirmed or released: the hashes of a released one may belong to another claim by now. */
	private readonly settled = new WeakSet<Claim>();

	private latest = 0;

	private hasChanged = false;

	private savedAt = 0;

	constructor({
		capacity = 200_000,
		storedCapacity = 10_000,
		clock = () => Date.now(),
	}: MemoryOptions = {}) {
		this.capacity = capacity;
		this.storedCapacity = storedCapacity;
		this.clock = clock;
	}

	get size(): number {
		return this.expiries.size;
	}

	/** Claims the keys that are new. `window` in milliseconds; `scope` keeps the keys of two sessions apart. */
	claim(keys: readonly DedupKey[], window: number, scope = ''): Claim {
		const now = this.now();
		this.dropExpired(now);
		const hashes: string[] = [];
		const lasting: string[] = [];
		const claimed = keys.filter(({ key, ttlSeconds }) => {
			const hash = hashOf(scope + key);
			if ((this.expiries.get(hash) ?? 0) > now) return false;
			this.add(hash, now + (ttlSeconds === undefined ? window : ttlSeconds * 1000));
			hashes.push(hash);
			if (ttlSeconds === undefined) lasting.push(hash);
			return true;
		});
		const claim = { keys: claimed, hashes, lasting };
		if (hashes.length > 0) this.pending.add(claim);
		return claim;
	}

	/** The delivery has arrived: its keys may go to the database. Can be told more than once. */
	confirm(claim: Claim): void {
		if (!this.settle(claim)) return;
		const hour = Math.floor(this.now() / HOUR);
		for (const hash of claim.lasting) this.file(hash, hour);
		this.hasChanged ||= claim.lasting.length > 0;
	}

	/** The delivery could not be handed over: a repetition of it counts as new. Can be told more than once. */
	release(claim: Claim): void {
		if (!this.settle(claim)) return;
		for (const hash of claim.hashes) this.remove(hash);
	}

	/** Nobody waits for the delivery any more. What it has claimed stands, and it may still arrive. */
	leave(claim: Claim): void {
		this.pending.delete(claim);
	}

	/** Takes over what the database holds: after a restart everything, later what other processes wrote. */
	load(stored: unknown, window: number): void {
		if (typeof stored !== 'object' || stored === null) return;
		const now = this.now();
		const currentHour = Math.floor(now / HOUR);
		for (const [name, text] of Object.entries(stored)) {
			if (typeof text !== 'string' || !/^\d{1,9}$/.test(name)) continue;
			// What was read before the last save brings nothing that is not known.
			if (this.known[name]?.startsWith(text)) continue;
			this.known[name] = text;
			// A clock that was ahead has filed keys under hours to come, where they would never expire.
			const hour = Math.min(Number(name), currentHour);
			const expiry = Math.min((hour + 1) * HOUR, now) + window;
			if (expiry <= now) continue;
			for (const hash of split(text)) {
				if (this.expiries.has(hash)) continue;
				this.add(hash, expiry);
				this.file(hash, hour);
			}
		}
	}

	/**
	 * Whether the keys should go to the database now: the last of the deliveries that are on their way writes for all,
	 * so that a burst writes little and nothing is left over when it ends. `isShared` tells that the workflow keeps
	 * state of its own in the same record, which n8n writes as a whole: then as seldom as can be.
	 */
	isSaveDue({ isShared = false } = {}): boolean {
		if (!this.hasChanged) return false;
		const waited = this.now() - this.savedAt;
		if (isShared) return waited >= SHARED_SAVE_INTERVAL;
		return this.pending.size === 0 || waited >= SAVE_INTERVAL;
	}

	/** Whether there are keys that the database does not hold. */
	get isUnsaved(): boolean {
		return this.hasChanged;
	}

	/** The keys for the database, the newest of them where there are too many. `window` in milliseconds. */
	save(window: number): StoredKeys {
		const now = this.now();
		const oldest = Math.floor((now - window) / HOUR);
		let surplus = this.storedSize() - this.storedCapacity;
		for (const [hour, text] of [...this.hours].sort(([a], [b]) => a - b)) {
			const kept = hour < oldest ? '' : text.slice(Math.max(surplus, 0) * HASH_LENGTH);
			surplus -= (text.length - kept.length) / HASH_LENGTH;
			if (kept === '') this.hours.delete(hour);
			else this.hours.set(hour, kept);
		}
		this.hasChanged = false;
		this.savedAt = now;
		this.known = Object.fromEntries(this.hours);
		return { ...this.known };
	}

	/** Never runs backwards: where the clock was set back, keys live longer instead of expiring at once. */
	private now(): number {
		this.latest = Math.max(this.latest, this.clock());
		return this.latest;
	}

	/** Whether the claim was still open. */
	private settle(claim: Claim): boolean {
		this.leave(claim);
		if (this.settled.has(claim)) return false;
		this.settled.add(claim);
		return true;
	}

	private add(hash: string, expiry: number): void {
		this.remove(hash);
		this.expiries.set(hash, expiry);
		if (this.expiries.size <= this.capacity) return;
		const longestKnown = this.longestKnown();
		if (longestKnown !== undefined) this.remove(longestKnown);
	}

	private remove(hash: string): void {
		this.expiries.delete(hash);
		if (hash === this.oldest) this.oldest = undefined;
	}

	private longestKnown(): string | undefined {
		if (this.oldest !== undefined) return this.oldest;
		let next = this.order.next();
		if (next.done) {
			// One that has come to its end does not see what is added later.
			this.order = this.expiries.keys();
			next = this.order.next();
		}
		this.oldest = next.value;
		return this.oldest;
	}

	private file(hash: string, hour: number): void {
		const text = (this.hours.get(hour) ?? '') + hash;
		const most = this.storedCapacity * HASH_LENGTH;
		this.hours.set(hour, text.length > 2 * most ? text.slice(-most) : text);
	}

	private storedSize(): number {
		let length = 0;
		for (const text of this.hours.values()) length += text.length;
		return length / HASH_LENGTH;
	}

	private dropExpired(now: number): void {
		for (;;) {
			const hash = this.longestKnown();
			if (hash === undefined || (this.expiries.get(hash) ?? 0) > now) return;
			this.remove(hash);
		}
	}
}

/**
 * The memories of this process, one for each trigger; production and test listening have their own. One that is
 * dropped comes back from the database when its trigger receives again.
 */
const memories = new IdleMap<DeduplicationMemory>({ capacity: 1000, idle: 48 * HOUR });

/** The memory of a trigger, made on first use. */
export function memoryOf(trigger: string): DeduplicationMemory {
	const memory = memories.get(trigger) ?? new DeduplicationMemory();
	memories.set(trigger, memory);
	return memory;
}

/** The memory of a trigger, where it has one. */
export function knownMemoryOf(trigger: string): DeduplicationMemory | undefined {
	return memories.get(trigger);
}

/** Drops a trigger's memory: the trigger is gone, or a test listening begins, to which anything may be sent again. */
export function forgetMemory(trigger: string): void {
	memories.delete(trigger);
}

function hashOf(text: string): string {
	return createHash('sha256').update(text).digest('base64url').slice(0, HASH_LENGTH);
}

function split(text: string): string[] {
	return text.match(HASHES) ?? [];
}
