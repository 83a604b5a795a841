/** The description that all triggers here share. */
exports.describeTrigger = (name, more = {}) => ({
	displayName: name,
	name: name[0].toLowerCase() + name.slice(1),
	group: ['trigger'],
	version: 1,
	description: '',
	defaults: { name },
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
	...more,
});
