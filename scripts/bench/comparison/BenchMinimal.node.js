const { describeTrigger } = require('./trigger');

/** The least that a trigger with a credential can do: compare the token, hand on the body. */
exports.BenchMinimal = class {
	description = describeTrigger('BenchMinimal', {
		credentials: [{ name: 'wagoApi', required: true }],
		properties: [{ displayName: 'Store File', name: 'storeFile', type: 'boolean', default: false }],
	});

	async webhook() {
		const { token } = await this.getCredentials('wagoApi');
		const body = this.getBodyData();
		const fields = body.data ?? body;
		if (fields.token !== token) return {};
		const item = { json: { ...fields } };
		if (this.getNodeParameter('storeFile')) {
			const { filepath, originalFilename, mimetype } = body.files.file;
			const data = await this.nodeHelpers.copyBinaryFile(filepath, originalFilename, mimetype);
			item.binary = { data };
		}
		return { workflowData: [[item]] };
	}
};
