import { Gap, readPacing } from '../../../../nodes/Wago/sending/pacing';
import { typingTime } from '../../../../nodes/Wago/sending/typing';

const pacing = { minimumGap: 3000, jitter: 2000 };
const unpaced = { minimumGap: 0, jitter: 0 };

describe('the gap before a message', () => {
	it('is nothing before the first of a session', () => {
		expect(new Gap('first', pacing, 0.5, 10_000).remaining(10_000)).toBe(0);
	});

	it.each([
		['counts from the message before', 11_000, 0, 2000],
		['is longer with jitter', 11_000, 0.5, 3000],
		['costs nothing when it is over', 20_000, 0.9, 0],
	])('%s', (name, now, random, wait) => {
		new Gap(name, unpaced).take(10_000);
		expect(new Gap(name, pacing, random, now).remaining(now)).toBe(wait);
	});

	it('is looked at again when the message may go out', () => {
		const [one, other] = [0, 0].map((random) => new Gap('again', pacing, random, 0));
		expect(one.take(1000)).toBe(true);
		expect(other.take(1000)).toBe(false);
		expect(other.take(3999)).toBe(false);
		expect(other.take(4000)).toBe(true);
	});

	it('never holds a message that keeps no pace', () => {
		new Gap('unpaced', pacing).take(1000);
		expect(new Gap('unpaced', unpaced, 0.9, 1000).take(1000)).toBe(true);
	});

	it('lets a number that answers all the time hold a broadcast for five gaps, and no longer', () => {
		const session = 'patience';
		new Gap(session, pacing, 0, 0).take(0);
		const next = new Gap(session, pacing, 0, 0);
		for (let now = 1000; now < 15_000; now += 1000) {
			new Gap(session, unpaced).take(now);
			expect(next.take(now)).toBe(false);
		}
		expect(next.take(15_000)).toBe(true);
		expect(new Gap(session, pacing, 0, 0).take(17_999)).toBe(false);
		expect(new Gap(session, pacing, 0, 0).take(18_000)).toBe(true);
	});
});

it('reads the option in seconds', () => {
	const limits = { minimumGap: 1.5, jitter: '2', maxMessages: 10 };
	expect(readPacing({ pacing: { limits } })).toEqual({
		minimumGap: 1500,
		jitter: 2000,
		maxMessages: 10,
	});
});

it.each([{}, { pacing: {} }, { pacing: { limits: {} } }])('has no limit in %j', (options) => {
	expect(readPacing(options)).toEqual({ minimumGap: 0, jitter: 0, maxMessages: 0 });
});

it.each([
	{ minimumGap: -1 },
	{ minimumGap: '3s' },
	{ jitter: '' },
	{ jitter: null },
	{ maxMessages: 'ten' },
	{ maxMessages: -1 },
	{ maxMessages: [10] },
])('refuses %j', (limits) => {
	expect(() => readPacing({ pacing: { limits } })).toThrow(/is not (a number|at least 0)/);
});

it('shows typing the longer the text, within limits', () => {
	const times = ['', 'a'.repeat(50), 'a'.repeat(100), 'a'.repeat(10_000)].map(typingTime);
	expect(times).toEqual([1000, 3000, 5000, 10_000]);
});
