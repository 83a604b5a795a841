const { describeTrigger } = require('./trigger');

/** Starts the workflow without a look at the request. */
exports.BenchNothing = class {
	description = describeTrigger('BenchNothing');

	async webhook() {
		return { workflowData: [[{ json: {} }]] };
	}
};
