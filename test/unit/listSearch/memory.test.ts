import { BriefMemory } from '../../../nodes/Wago/listSearch/memory';

let now = 0;
const memory = (capacity = 10) => new BriefMemory<number>(1_000, capacity, () => now);

beforeEach(() => {
	now = 0;
});

it('loads once until the lifetime is over', async () => {
	const load = jest.fn(async () => 1);
	const lists = memory();
	await lists.get('a', load);
	now = 999;
	expect(await lists.get('a', load)).toBe(1);
	expect(load).toHaveBeenCalledTimes(1);
	now = 1_000;
	await lists.get('a', load);
	expect(load).toHaveBeenCalledTimes(2);
});

it('shares one load among those who ask at once', async () => {
	const load = jest.fn(async () => 1);
	const lists = memory();
	await Promise.all([lists.get('a', load), lists.get('a', load)]);
	expect(load).toHaveBeenCalledTimes(1);
});

it('does not remember what could not be loaded', async () => {
	const lists = memory();
	await expect(lists.get('a', async () => await Promise.reject(new Error('x')))).rejects.toThrow(
		'x',
	);
	expect(await lists.get('a', async () => 2)).toBe(2);
});

it('keeps lists apart and forgets the oldest', async () => {
	const lists = memory(2);
	for (const key of ['a', 'b', 'c']) await lists.get(key, async () => key.charCodeAt(0));
	expect(lists.size).toBe(2);
	const load = jest.fn(async () => 0);
	expect(await lists.get('c', load)).toBe(99);
	expect(await lists.get('a', load)).toBe(0);
});
