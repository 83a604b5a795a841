/**
 * Jest reporter: ends a run with the line "N passed, N failed[, N skipped]" on stdout.
 * A file that could not run at all counts as one failure.
 */
class CountReporter {
	onRunComplete(_contexts, results) {
		const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
		const skipped = results.numPendingTests + results.numTodoTests;
		const tail = skipped > 0 ? `, ${skipped} skipped` : '';
		process.stdout.write(`${results.numPassedTests} passed, ${failed} failed${tail}\n`);
	}
}

module.exports = CountReporter;
