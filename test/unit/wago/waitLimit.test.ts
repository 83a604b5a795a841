import { WAIT_INDEFINITELY } from 'n8n-workflow';

import { waitTill } from '../../../nodes/Wago/sendAndWait/waitLimit';

const NOW = Date.UTC(2026, 2, 1);

it.each([
	['minutes', 45, '2026-03-01T00:45:00.000Z'],
	['hours', 1.5, '2026-03-01T01:30:00.000Z'],
	['days', 2, '2026-03-03T00:00:00.000Z'],
])('after some %s', (resumeUnit, resumeAmount, expected) => {
	const values = { limitType: 'afterTimeInterval', resumeAmount, resumeUnit };
	expect(waitTill({ limitWaitTime: { values } }, NOW).toISOString()).toBe(expected);
});

it('at a point in time', () => {
	const values = { limitType: 'atSpecifiedTime', maxDateAndTime: '2026-03-05T10:00:00Z' };
	const expected = '2026-03-05T10:00:00.000Z';
	expect(waitTill({ limitWaitTime: { values } }, NOW).toISOString()).toBe(expected);
});

it('without limit', () => {
	expect(waitTill({}, NOW)).toEqual(WAIT_INDEFINITELY);
});

it.each([
	{ limitType: 'atSpecifiedTime', maxDateAndTime: 'soon' },
	{ limitType: 'afterTimeInterval', resumeAmount: 1, resumeUnit: 'moons' },
])('refuses %j', (values) => {
	expect(() => waitTill({ limitWaitTime: { values } }, NOW)).toThrow(
		/'Limit Wait Time' is no time/,
	);
});

it.each(['', 'some', null, -1])('refuses the amount %j', (resumeAmount) => {
	const values = { limitType: 'afterTimeInterval', resumeAmount, resumeUnit: 'hours' };
	expect(() => waitTill({ limitWaitTime: { values } }, NOW)).toThrow(/'Amount' is not/);
});
