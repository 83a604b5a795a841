const { describeTrigger } = require('./trigger');

/** Collects n8n's garbage (`--expose-gc`) and answers how much memory n8n's process has then. */
exports.BenchCollect = class {
	description = describeTrigger('BenchCollect');

	async webhook() {
		global.gc();
		return { webhookResponse: { rss: process.memoryUsage.rss() } };
	}
};
