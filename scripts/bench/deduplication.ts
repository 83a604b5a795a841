/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { setFlagsFromString } from 'v8';
import { runInNewContext } from 'vm';

import { DeduplicationMemory } from '../../nodes/WagoTrigger/deduplication';
import { processorTime } from './lib/clock';
import type { Figure, Row } from './lib/figure';
import { alternate, median, ratioOf } from './lib/rounds';

const SIZES = [10_000, 100_000, 1_000_000] as const;
const ROUNDS = 7;
/** Checks in one measurement. */
const CHECKS = 20_000;
const HOUR = 3_600_000;
const WINDOW = 24 * HOUR;
/** A check may cost this much more at a million keys than at ten thousand: caches of the processor hold less of them. */
const FLAT = 2;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const keyOf = (number: number) => ({
	key: `msg|15550100001@s.whatsapp.net|15550100001@s.whatsapp.net|3A${number.toString(16).toUpperCase().padStart(18, '0')}|text|`,
});

/** A memory that is full: each new key pushes the oldest out, so that its size stays. */
class FullMemory {
	readonly bytesPerKey: number;

	private readonly memory: DeduplicationMemory;

	/** The messages seen so far are numbered from 0 on. */
	private seen = 0;

	constructor(private readonly capacity: number) {
		collectGarbage();
		const before = process.memoryUsage().heapUsed;
		this.memory = new DeduplicationMemory({ capacity });
		while (this.seen < capacity) see(this.memory, this.seen++);
		collectGarbage();
		this.bytesPerKey = (process.memoryUsage().heapUsed - before) / capacity;
	}

	/** Microseconds for one check; half of the messages are new, the others from anywhere in the newer half. */
	timeOfCheck(): number {
		let found = 0;
		const started = processorTime();
		for (let index = 0; index < CHECKS; index += 2) {
			const known = this.seen - 1 - ((index * 7919) % (this.capacity / 2));
			if (see(this.memory, known)) found++;
			if (see(this.memory, this.seen++)) found++;
		}
		const microseconds = ((processorTime() - started) * 1000) / CHECKS;
		if (found !== CHECKS / 2) throw new Error(`${found} of ${CHECKS} messages were new`);
		return microseconds;
	}
}

/** Whether a message is new: what every delivery asks; it is told when its execution is stored. */
function see(memory: DeduplicationMemory, number: number): boolean {
	const claim = memory.claim([keyOf(number)], WINDOW);
	memory.confirm(claim);
	return claim.keys.length > 0;
}

/** What is left of a million keys when the window has passed, and what the memory of one trigger keeps at most. */
function bounds(): Row[] {
	let now = Date.UTC(2026, 0, 1);
	const memory = new DeduplicationMemory({ capacity: 1_000_000, clock: () => now });
	for (let number = 0; number < 1_000_000; number++) see(memory, number);
	now += WINDOW + 1;
	see(memory, 1_000_000);
	const usual = new DeduplicationMemory();
	for (let number = 0; number < 400_000; number++) see(usual, number);
	return [
		{ what: 'kept of 1,000,000 keys once the window has passed', value: memory.size, unit: 'keys' },
		{ what: 'kept at most by one trigger', value: usual.size, unit: 'keys' },
	];
}

export const deduplication: Figure = {
	name: 'deduplication',
	title: 'Deduplication: one check and one key, by the number of keys',
	async measure() {
		const memories = SIZES.map((size) => new FullMemory(size));
		const variants = Object.fromEntries(
			SIZES.map((size, index) => [String(size), () => memories[index].timeOfCheck()]),
		);
		await alternate(2, variants);
		const rounds = await alternate(ROUNDS, variants);
		const [smallest] = SIZES.map(String);
		const times = SIZES.map(
			(size): Row => ({
				what: `one check at ${size.toLocaleString('en')} keys`,
				value: median(rounds[size]),
				unit: 'µs',
				comparedTo: 'one check at 10,000 keys',
				ratio: ratioOf(rounds, String(size), smallest),
				aim: { atMost: FLAT },
			}),
		);
		const sizes = SIZES.map(
			(size, index): Row => ({
				what: `one key at ${size.toLocaleString('en')} keys`,
				value: memories[index].bytesPerKey,
				unit: 'bytes',
				comparedTo: 'one key at 10,000 keys',
				ratio: memories[index].bytesPerKey / memories[0].bytesPerKey,
				aim: { atMost: FLAT },
			}),
		);
		const points = (rows: Row[]) => rows.map(({ value }, index) => [SIZES[index], value] as const);
		return {
			rows: [...times, ...sizes, ...bounds()],
			plots: [
				{
					name: 'deduplication-time',
					title: 'Deduplication: time of one check',
					x: 'keys',
					y: 'µs',
					logarithmic: true,
					series: [{ label: 'one check', points: points(times) }],
				},
				{
					name: 'deduplication-memory',
					title: 'Deduplication: memory',
					x: 'keys',
					y: 'MB',
					series: [
						{
							label: 'all keys',
							points: sizes.map(({ value }, index) => [SIZES[index], (value * SIZES[index]) / 1e6]),
						},
					],
				},
			],
		};
	},
};
