import { isoTime, readTime } from '../../../nodes/shared/lib/time';

test.each<[unknown, string | undefined]>([
	['2026-03-02T14:30:00Z', '2026-03-02T14:30:00.000Z'],
	['2026-03-02T11:30:00-03:00', '2026-03-02T14:30:00.000Z'],
	['2026-03-02T20:00:00+05:30', '2026-03-02T14:30:00.000Z'],
	['2026-03-02T14:30:00.123456789Z', '2026-03-02T14:30:00.123Z'],
	[1772461800, '2026-03-02T14:30:00.000Z'],
	[1772461800123, '2026-03-02T14:30:00.123Z'],
	[1772461800.5, '2026-03-02T14:30:00.500Z'],
	['0001-01-01T00:00:00Z', undefined],
	['0000-12-31T19:00:00-05:00', undefined],
	[0, undefined],
	[-1, undefined],
	[NaN, undefined],
	[1e20, undefined],
	['1772461800', undefined],
	['yesterday', undefined],
	['2026-03-02', undefined],
	['2026-99-99T00:00:00Z', undefined],
	[`2026-03-02T14:30:00.${'1'.repeat(100)}Z`, undefined],
	['', undefined],
	[null, undefined],
	[undefined, undefined],
])('the time %j is %s', (value, expected) => {
	expect(isoTime(value)).toBe(expected);
	expect(readTime(value)).toBe(expected && Date.parse(expected));
});
