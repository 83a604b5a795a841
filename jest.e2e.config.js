const { reporters, transform } = require('./jest.config.js');

/** The packed package in a real n8n, against the simulator: one n8n for all files, one file at a time. */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test/e2e'],
	testMatch: ['**/*.test.ts'],
	modulePathIgnorePatterns: ['<rootDir>/dist/package.json'],
	transform,
	testTimeout: 180_000,
	maxWorkers: 1,
	globalSetup: '<rootDir>/test/e2e/globalSetup.ts',
	globalTeardown: '<rootDir>/test/e2e/globalTeardown.ts',
	reporters,
};
