const typescript = ['ts-jest', { tsconfig: 'test/tsconfig.json' }];

/** Unit, contract and integration tests; the end-to-end tests have a configuration of their own. */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
	modulePathIgnorePatterns: ['<rootDir>/dist/package.json'],
	transform: { '^.+\\.ts$': typescript },
	testTimeout: 30_000,
	reporters: ['default', '<rootDir>/scripts/count-reporter.js'],
};
