const { reporters, ...shared } = require('../../jest.config.js');

module.exports = {
	...shared,
	rootDir: '../..',
	roots: ['<rootDir>/scripts/mutation'],
	testMatch: ['**/core.test.ts'],
};
