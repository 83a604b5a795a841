/**
 * Remembers what was loaded for a short time, in this process: a list is asked for with every letter that somebody
 * types. Loads of one key that overlap share one request; what could not be loaded is not remembered.
 */
export class BriefMemory<Value> {
	private readonly entries = new Map<string, { readonly value: Promise<Value>; until: number }>();

	/** `lifetime` in milliseconds; beyond `capacity` the oldest entry is forgotten. */
	constructor(
		private readonly lifetime: number,
		private readonly capacity: number,
		private readonly now: () => number = Date.now,
	) {}

	async get(key: string, load: () => Promise<Value>): Promise<Value> {
		const known = this.entries.get(key);
		if (known && this.now() < known.until) return await known.value;
		const entry = { value: load(), until: this.now() + this.lifetime };
		this.entries.delete(key);
		this.entries.set(key, entry);
		if (this.entries.size > this.capacity) this.forgetOldest();
		entry.value.catch(() => {
			if (this.entries.get(key) === entry) this.entries.delete(key);
		});
		return await entry.value;
	}

	get size(): number {
		return this.entries.size;
	}

	private forgetOldest(): void {
		const [oldest] = this.entries.keys();
		this.entries.delete(oldest);
	}
}
