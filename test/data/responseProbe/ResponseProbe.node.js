const { appendFileSync } = require('fs');

/** Writes into the file of the environment's `PROBE_FILE` what n8n reads of a webhook's result, in its order. */
class ResponseProbe {
	description = {
		displayName: 'Response Probe',
		name: 'responseProbe',
		group: ['trigger'],
		version: 1,
		description: 'Shows in which order n8n reads what a webhook gives it',
		defaults: { name: 'Response Probe' },
		inputs: [],
		outputs: ['main'],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: '',
				path: 'webhook',
			},
		],
		properties: [],
	};

	async webhook() {
		const staticData = this.getWorkflowStaticData('node');
		let isTaken = false;
		const note = (name) => appendFileSync(process.env.PROBE_FILE, `${name}\n`);
		note('delivery');
		return {
			get workflowData() {
				note('items');
				isTaken = true;
				return [[{ json: {} }]];
			},
			get webhookResponse() {
				note('answer');
				if (isTaken) staticData.answers = (staticData.answers ?? 0) + 1;
				return { answered: true };
			},
		};
	}
}

module.exports = { ResponseProbe };
