const { describeTrigger } = require('./trigger');

/** The way of packages whose server sends files as base64 in its JSON. */
exports.BenchBase64 = class {
	description = describeTrigger('BenchBase64', {
		credentials: [{ name: 'wagoApi', required: true }],
	});

	async webhook() {
		const { token } = await this.getCredentials('wagoApi');
		const { base64, ...json } = this.getBodyData();
		if (json.token !== token) return {};
		const bytes = Buffer.from(base64, 'base64');
		const data = await this.helpers.prepareBinaryData(bytes, 'file.pdf', 'application/pdf');
		return { workflowData: [[{ json, binary: { data } }]] };
	}
};
