/** The last entries of something that goes on for ever. */
export class RecentLog<T> {
	private readonly entries: T[] = [];

	constructor(private readonly capacity: number) {}

	add(entry: T): void {
		this.entries.push(entry);
		if (this.entries.length > this.capacity) this.entries.shift();
	}

	list(): readonly T[] {
		return this.entries;
	}
}
