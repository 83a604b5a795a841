/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
import { execFileSync } from 'child_process';
import { join } from 'path';

const REPORTER = join(__dirname, '../../../scripts/count-reporter.js');

const NOTHING = {
	numPassedTests: 0,
	numFailedTests: 0,
	numPendingTests: 0,
	numTodoTests: 0,
	numRuntimeErrorTestSuites: 0,
};

/** All that a process prints which reports these results and then says something else. */
function printed(results: Partial<typeof NOTHING>): string {
	const program = `
		const Reporter = require(${JSON.stringify(REPORTER)});
		new Reporter().onRunComplete(new Set(), ${JSON.stringify({ ...NOTHING, ...results })});
		console.log('summary');
	`;
	return execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' });
}

describe('count reporter', () => {
	it.each([
		[{ numPassedTests: 12 }, '12 passed, 0 failed'],
		[{ numPassedTests: 1, numFailedTests: 2 }, '1 passed, 2 failed'],
		[{ numPassedTests: 3, numPendingTests: 1, numTodoTests: 1 }, '3 passed, 0 failed, 2 skipped'],
		// A file that does not compile has no tests that could fail.
		[{ numPassedTests: 3, numRuntimeErrorTestSuites: 1 }, '3 passed, 1 failed'],
	])('ends a run with %o with the line "%s"', (results, line) => {
		expect(printed(results)).toBe(`summary\n${line}\n`);
	});
});
