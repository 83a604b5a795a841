import { defineCall } from '../../engine/operation';
import { readEndpoint, readRegistration } from './registration';

export const get = defineCall({
	value: 'get',
	name: 'Get',
	action: 'Get webhook of session',
	description: 'The address that WaGo delivers events to, and the events it delivers',
	endpoints: [readEndpoint],
	fields: [],
	simplify: true,
	request: () => ({ endpoint: readEndpoint }),
	output: ({ data }) => ({ json: readRegistration(data) }),
});
