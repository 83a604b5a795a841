import { readPacing, waitBefore } from '../../../../nodes/Wago/sending/pacing';
import { typingTime } from '../../../../nodes/Wago/sending/typing';

const pacing = { minimumGap: 3000, jitter: 2000, maxMessages: 0 };

it.each([
	['the first message of a session does not wait', undefined, 10_000, 0.5, 0],
	['the gap counts from the message before', 10_000, 11_000, 0, 2000],
	['jitter makes it longer', 10_000, 11_000, 0.5, 3000],
	['a gap that is over costs nothing', 10_000, 20_000, 0.9, 0],
])('%s', (_, lastSentAt, now, random, wait) => {
	expect(waitBefore(pacing, lastSentAt, now, random)).toBe(wait);
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
