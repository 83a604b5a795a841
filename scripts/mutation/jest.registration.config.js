const { reporters, ...shared } = require('../../jest.config.js');

module.exports = {
	...shared,
	rootDir: '../..',
	testMatch: [
		'<rootDir>/test/unit/{trigger/{subscription,registration},webhook/webhookUrl}.test.ts',
		'<rootDir>/test/integration/trigger/registration.test.ts',
	],
};
