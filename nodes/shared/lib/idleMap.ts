export interface IdleMapOptions {
	readonly capacity: number;
	/** Milliseconds after which an entry that nobody asks for is dropped; `Infinity` where only the number is bounded. */
	readonly idle: number;
	/** Milliseconds since 1970. */
	readonly clock?: () => number;
}

interface Entry<Value> {
	readonly value: Value;
	readonly usedAt: number;
}

/**
 * Remembers by key what is in use, and forgets by itself what nobody asks for any more: the owner of an entry may be
 * deleted in another process, where nothing here hears of it. The longest idle entry goes first when there are too many.
 */
export class IdleMap<Value> {
	private readonly capacity: number;

	private readonly idle: number;

	private readonly clock: () => number;

	/** The longest idle one first, since a used one is put at the end. */
	private readonly entries = new Map<string, Entry<Value>>();

	constructor({ capacity, idle, clock = () => Date.now() }: IdleMapOptions) {
		this.capacity = capacity;
		this.idle = idle;
		this.clock = clock;
	}

	get size(): number {
		return this.entries.size;
	}

	get(key: string): Value | undefined {
		const value = this.entries.get(key)?.value;
		if (value !== undefined) this.put(key, value);
		return value;
	}

	set(key: string, value: Value): void {
		this.put(key, value);
		this.sweep();
	}

	delete(key: string): void {
		this.entries.delete(key);
	}

	private put(key: string, value: Value): void {
		this.entries.delete(key);
		this.entries.set(key, { value, usedAt: this.clock() });
	}

	private sweep(): void {
		const oldest = this.clock() - this.idle;
		for (const [key, { usedAt }] of this.entries) {
			if (usedAt > oldest && this.entries.size <= this.capacity) return;
			this.entries.delete(key);
		}
	}
}
