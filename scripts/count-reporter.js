/**
 * Jest reporter: ends a run with the line "N passed, N failed[, N skipped]" on stdout.
 * A file that could not run at all counts as one failure.
 */
class CountReporter {
	onRunComplete(_contexts, results) {
		const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
		const skipped = results.numPendingTests + results.numTodoTests;
		const tail = skipped > 0 ? `, ${skipped} skipped` : '';
		const line = `${results.numPassedTests} passed, ${failed} failed${tail}\n`;
		// At the very end: Jest's own summary and the global tear-down come after its reporters.
		process.once('exit', () => process.stdout.write(line));
	}
}

module.exports = CountReporter;
