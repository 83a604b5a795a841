import type { DedupKey } from '../../../nodes/shared/whatsapp/dedup';
import {
	DeduplicationMemory,
	forgetMemory,
	knownMemoryOf,
	memoryOf,
} from '../../../nodes/WagoTrigger/deduplication';

const HOUR = 3_600_000;
const WINDOW = 24 * HOUR;
const START = Date.UTC(2026, 0, 1, 12, 30);

const key = (name: string): DedupKey => ({ key: name });

function memoryAt(time: { now: number }, options = {}) {
	return new DeduplicationMemory({ clock: () => time.now, ...options });
}

/** The names among `names` that are new to the memory, of a delivery that arrives. */
function claim(memory: DeduplicationMemory, ...names: string[]): string[] {
	const claimed = memory.claim(names.map(key), WINDOW);
	memory.confirm(claimed);
	return claimed.keys.map((fresh) => fresh.key);
}

describe('claiming', () => {
	it('is given to the first', () => {
		const memory = memoryAt({ now: START });
		expect(claim(memory, 'a')).toEqual(['a']);
		expect(claim(memory, 'a')).toEqual([]);
	});

	it('gives of several keys those that are new', () => {
		const memory = memoryAt({ now: START });
		claim(memory, 'a', 'b');
		expect(claim(memory, 'b', 'c')).toEqual(['c']);
	});

	it('keeps scopes apart', () => {
		const memory = memoryAt({ now: START });
		memory.claim([key('a')], WINDOW, 'one session');
		expect(memory.claim([key('a')], WINDOW, 'another').keys).toHaveLength(1);
	});

	it('ends with the window, not before', () => {
		const time = { now: START };
		const memory = memoryAt(time);
		claim(memory, 'a');
		time.now += WINDOW - 1;
		expect(claim(memory, 'a')).toEqual([]);
		time.now += 1;
		expect(claim(memory, 'a')).toEqual(['a']);
	});

	it('ends sooner for keys with a time of their own, which are not stored', () => {
		const time = { now: START };
		const memory = memoryAt(time);
		const short = { key: 'a', ttlSeconds: 60 };
		memory.claim([short], WINDOW);
		expect(memory.save(WINDOW)).toEqual({});
		time.now += 59_999;
		expect(memory.claim([short], WINDOW).keys).toEqual([]);
		time.now += 1;
		expect(memory.claim([short], WINDOW).keys).toEqual([short]);
	});

	it('can be taken back', () => {
		const memory = memoryAt({ now: START });
		claim(memory, 'kept');
		memory.release(memory.claim([key('a'), key('b')], WINDOW));
		expect(Object.values(memory.save(WINDOW))[0]).toHaveLength(11);
		expect(claim(memory, 'a', 'b', 'kept')).toEqual(['a', 'b']);
	});

	it('can not be taken back once it is confirmed', () => {
		const memory = memoryAt({ now: START });
		const arrived = memory.claim([key('a')], WINDOW);
		memory.confirm(arrived);
		memory.confirm(arrived);
		memory.release(arrived);
		expect(Object.values(memory.save(WINDOW))[0]).toHaveLength(11);
		expect(claim(memory, 'a')).toEqual([]);
	});

	it('is taken back once, though it is told twice: another delivery may have it by then', () => {
		const memory = memoryAt({ now: START });
		const failed = memory.claim([key('a')], WINDOW);
		memory.release(failed);
		expect(claim(memory, 'a')).toEqual(['a']);
		memory.release(failed);
		expect(claim(memory, 'a')).toEqual([]);
	});

	it('stands where nobody waits for the delivery any more', () => {
		const memory = memoryAt({ now: START });
		const left = memory.claim([key('a')], WINDOW);
		memory.leave(left);
		expect(claim(memory, 'a')).toEqual([]);
		memory.confirm(left);
		expect(Object.values(memory.save(WINDOW))[0]).toHaveLength(11);
	});

	it('forgets the oldest where there are too many', () => {
		const memory = memoryAt({ now: START }, { capacity: 3 });
		for (const name of ['a', 'b', 'c', 'd']) claim(memory, name);
		expect(memory.size).toBe(3);
		expect(claim(memory, 'b', 'c', 'd')).toEqual([]);
		expect(claim(memory, 'a')).toEqual(['a']);
	});

	it('goes on forgetting the oldest, whatever was taken back', () => {
		const memory = memoryAt({ now: START }, { capacity: 3 });
		claim(memory, 'a', 'b');
		const taken = memory.claim([key('c')], WINDOW);
		claim(memory, 'd');
		memory.release(taken);
		claim(memory, 'c', 'e', 'f');
		expect(memory.size).toBe(3);
		expect(claim(memory, 'c', 'e', 'f')).toEqual([]);
		expect(claim(memory, 'd')).toEqual(['d']);
	});

	it('drops what has expired', () => {
		const time = { now: START };
		const memory = memoryAt(time);
		for (let index = 0; index < 100; index++) claim(memory, `old-${index}`);
		time.now += WINDOW;
		claim(memory, 'new');
		expect(memory.size).toBe(1);
	});

	it('holds when the clock is set back', () => {
		const time = { now: START };
		const memory = memoryAt(time);
		claim(memory, 'a');
		time.now -= 10 * WINDOW;
		claim(memory, 'b');
		expect(claim(memory, 'a', 'b')).toEqual([]);
	});
});

describe('over a restart', () => {
	const restarted = (time: { now: number }, stored: unknown) => {
		const memory = memoryAt(time);
		memory.load(stored, WINDOW);
		return memory;
	};

	it('keeps what was saved', () => {
		const time = { now: START };
		const memory = memoryAt(time);
		claim(memory, 'a', 'b');
		time.now += 3 * HOUR;
		claim(memory, 'c');
		const stored = JSON.parse(JSON.stringify(memory.save(WINDOW))) as unknown;
		expect(claim(restarted(time, stored), 'a', 'b', 'c', 'd')).toEqual(['d']);
	});

	it('lets keys expire at most an hour late', () => {
		const time = { now: START };
		const memory = memoryAt(time);
		claim(memory, 'a');
		const stored = memory.save(WINDOW);
		time.now += WINDOW - 1;
		expect(claim(restarted(time, stored), 'a')).toEqual([]);
		time.now += HOUR;
		expect(claim(restarted(time, stored), 'a')).toEqual(['a']);
	});

	it('keeps the newest where there are too many to store', () => {
		const time = { now: START };
		const memory = memoryAt(time, { storedCapacity: 3 });
		claim(memory, 'a', 'b');
		time.now += HOUR;
		claim(memory, 'c', 'd');
		const stored = memory.save(WINDOW);
		expect(Object.values(stored).join('')).toHaveLength(3 * 11);
		expect(claim(restarted(time, stored), 'a', 'b', 'c', 'd')).toEqual(['a']);
	});

	it('keeps the newest also where older ones were learned later', () => {
		const time = { now: START };
		const older = memoryAt(time);
		claim(older, 'a', 'b');
		time.now += HOUR;
		const old = memoryAt(time);
		claim(old, 'c', 'd');
		time.now += HOUR;
		const memory = memoryAt(time, { storedCapacity: 3 });
		claim(memory, 'e', 'f');
		memory.load(old.save(WINDOW), WINDOW);
		memory.load(older.save(WINDOW), WINDOW);
		const stored = memory.save(WINDOW);
		const names = ['a', 'b', 'c', 'd', 'e', 'f'];
		expect(claim(restarted(time, stored), ...names)).toEqual(['a', 'b', 'c']);
	});

	it('reads hours only', () => {
		const time = { now: START };
		const memory = memoryAt(time);
		claim(memory, 'a');
		const [[hour, text]] = Object.entries(memory.save(WINDOW));
		for (const name of [`${hour}x`, `x${hour}`]) {
			expect(claim(restarted(time, { [name]: text }), 'a')).toEqual(['a']);
		}
	});

	it('stores no hour that is over', () => {
		const time = { now: START };
		const memory = memoryAt(time);
		claim(memory, 'a');
		time.now += WINDOW + 2 * HOUR;
		claim(memory, 'b');
		expect(Object.keys(memory.save(WINDOW))).toHaveLength(1);
	});

	it('does not keep for ever what a clock that was ahead has stored', () => {
		const ahead = memoryAt({ now: START + 365 * 24 * HOUR });
		claim(ahead, 'a');
		const time = { now: START };
		const memory = restarted(time, ahead.save(WINDOW));
		expect(claim(memory, 'a')).toEqual([]);
		time.now += WINDOW;
		expect(claim(memory, 'a')).toEqual(['a']);
	});

	it('takes no harm from what is no memory', () => {
		for (const stored of [
			undefined,
			null,
			7,
			'text',
			[1],
			{ x: 'y' },
			{ 1: 2 },
			{ 490000: 'short' },
		]) {
			expect(claim(restarted({ now: START }, stored), 'a')).toEqual(['a']);
		}
	});
});

describe('several processes', () => {
	it('learn from what the others have written, and write it again', () => {
		const time = { now: START };
		const [one, two] = [memoryAt(time), memoryAt(time)];
		claim(one, 'a');
		const byOne = one.save(WINDOW);
		two.load(byOne, WINDOW);
		expect(claim(two, 'a', 'b')).toEqual(['b']);
		const byTwo = two.save(WINDOW);
		one.load(byTwo, WINDOW);
		expect(claim(one, 'a', 'b')).toEqual([]);
	});

	it('lose nothing when another has overwritten the record', () => {
		const time = { now: START };
		const [one, two] = [memoryAt(time), memoryAt(time)];
		claim(one, 'a');
		one.save(WINDOW);
		claim(two, 'b');
		one.load(two.save(WINDOW), WINDOW);
		claim(one, 'c');
		const stored = one.save(WINDOW);
		const fresh = memoryAt(time);
		fresh.load(stored, WINDOW);
		expect(claim(fresh, 'a', 'b', 'c')).toEqual([]);
	});
});

describe('saving', () => {
	it('leaves out what has not arrived yet', () => {
		const memory = memoryAt({ now: START });
		memory.claim([key('on its way')], WINDOW);
		claim(memory, 'a');
		expect(Object.values(memory.save(WINDOW))[0]).toHaveLength(11);
	});

	it('is due with the last that arrives', () => {
		const memory = memoryAt({ now: START });
		claim(memory, 'a');
		memory.save(WINDOW);
		const one = memory.claim([key('b')], WINDOW);
		const two = memory.claim([key('c')], WINDOW);
		memory.confirm(two);
		expect(memory.isSaveDue()).toBe(false);
		memory.confirm(one);
		expect(memory.isSaveDue()).toBe(true);
	});

	it.each(['release', 'leave'] as const)('does not wait for a delivery after its %s', (end) => {
		const memory = memoryAt({ now: START });
		memory.save(WINDOW);
		const failed = memory.claim([key('a')], WINDOW);
		claim(memory, 'b');
		expect(memory.isSaveDue()).toBe(false);
		memory[end](failed);
		expect(memory.isSaveDue()).toBe(true);
	});

	it('is due with any delivery after a second', () => {
		const time = { now: START };
		const memory = memoryAt(time);
		memory.save(WINDOW);
		memory.claim([key('slow')], WINDOW);
		claim(memory, 'a');
		time.now += 999;
		expect(memory.isSaveDue()).toBe(false);
		time.now += 1;
		expect(memory.isSaveDue()).toBe(true);
	});

	it('is due once in 25 seconds where the workflow keeps state of its own', () => {
		const time = { now: START };
		const memory = memoryAt(time);
		claim(memory, 'a');
		expect(memory.isSaveDue({ isShared: true })).toBe(true);
		memory.save(WINDOW);
		claim(memory, 'b');
		time.now += 24_999;
		expect(memory.isSaveDue({ isShared: true })).toBe(false);
		expect(memory.isUnsaved).toBe(true);
		time.now += 1;
		expect(memory.isSaveDue({ isShared: true })).toBe(true);
		memory.save(WINDOW);
		expect(memory.isUnsaved).toBe(false);
	});

	it('is not due when nothing has changed', () => {
		const time = { now: START };
		const memory = memoryAt(time);
		claim(memory, 'a');
		memory.save(WINDOW);
		time.now += HOUR;
		claim(memory, 'a');
		memory.confirm(memory.claim([{ key: 'short', ttlSeconds: 60 }], WINDOW));
		expect(memory.isSaveDue()).toBe(false);
		expect(memory.isSaveDue({ isShared: true })).toBe(false);
	});
});

describe('the memories of a process', () => {
	it('are one for each trigger until it is forgotten', () => {
		const memory = memoryOf('trigger');
		expect(memoryOf('trigger')).toBe(memory);
		expect(memoryOf('another')).not.toBe(memory);
		expect(knownMemoryOf('trigger')).toBe(memory);
		forgetMemory('trigger');
		expect(knownMemoryOf('trigger')).toBeUndefined();
		expect(memoryOf('trigger')).not.toBe(memory);
	});
});

it('holds many keys in time that does not grow with them', () => {
	const memory = new DeduplicationMemory();
	const millisecondsFor = (from: number) => {
		const start = performance.now();
		for (let index = 0; index < 10_000; index++) claim(memory, `${from + index}`);
		return performance.now() - start;
	};
	millisecondsFor(0);
	const few = millisecondsFor(10_000);
	for (let index = 20_000; index < 190_000; index++) claim(memory, `${index}`);
	const many = millisecondsFor(190_000);
	expect(memory.size).toBe(200_000);
	expect(many).toBeLessThan(few * 5 + 50);
	expect(Object.values(memory.save(WINDOW)).join('')).toHaveLength(10_000 * 11);
});

it('forgets keys in time that does not grow with them', () => {
	const timeOfFull = (capacity: number) => {
		const memory = new DeduplicationMemory({ capacity });
		for (let index = 0; index < capacity; index++) claim(memory, `${index}`);
		const start = performance.now();
		for (let index = 0; index < 10_000; index++) claim(memory, `more ${index}`);
		expect(memory.size).toBe(capacity);
		return performance.now() - start;
	};
	const few = timeOfFull(1_000);
	expect(timeOfFull(100_000)).toBeLessThan(few * 5 + 50);
});
