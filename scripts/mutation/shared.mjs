import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Mutation testing: does a test notice when a line is changed?
 *
 * @param piece names the piece that is mutated, and its reports
 * @param configFile Jest's configuration for the tests of the piece
 * @param mutate the files of the piece
 */
export const mutationOf = (piece, configFile, mutate) => ({
	testRunner: 'jest',
	// Jest finds no relation between a source and a test that is loaded by name.
	jest: { configFile: `scripts/mutation/${configFile}`, enableFindRelatedTests: false },
	coverageAnalysis: 'perTest',
	mutate,
	// The sandbox needs sources and tests only.
	ignorePatterns: [
		'dist',
		'docs',
		'examples',
		'scripts/n8n',
		'scripts/bench',
		'test/e2e',
		'reports',
	],
	// Outside the checkout, where the linter would find the copies.
	tempDirName: join(tmpdir(), `n8n-nodes-wago-mutation-${piece}`),
	cleanTempDir: 'always',
	reporters: ['clear-text', 'progress', 'json', 'html'],
	jsonReporter: { fileName: `reports/mutation/${piece}.json` },
	htmlReporter: { fileName: `reports/mutation/${piece}.html` },
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	concurrency: 2,
	timeoutMS: 20_000,
	thresholds: { high: 90, low: 80, break: 80 },
});
