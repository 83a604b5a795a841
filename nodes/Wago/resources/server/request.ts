import type { Endpoint } from '../../../shared/api/endpoint';
import { defineProcedure } from '../../engine/operation';
import { rawOutputs } from '../../engine/outputs';
import { serverPath } from './serverPath';

type Method = Endpoint['method'];

const METHODS: readonly Method[] = ['DELETE', 'GET', 'POST', 'PUT'];

function endpointOf(method: Method, path: string): Endpoint {
	return { method, path, auth: 'token', provenance: 'inferred' };
}

export const request = defineProcedure({
	value: 'request',
	name: 'Request',
	action: 'Send request to server',
	description:
		'Call an endpoint that the node has no operation for. The page /api of your WaGo server lists all of them.',
	endpoints: METHODS.map((method) => endpointOf(method, '/*')),
	fields: [
		{
			displayName: 'Method',
			name: 'method',
			type: 'options',
			default: 'GET',
			options: METHODS.map((method) => ({ name: method, value: method })),
			description: 'HTTP method of the endpoint',
		},
		{
			displayName: 'Path',
			name: 'path',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. /business/get/categories',
			description: "Path of the endpoint, beginning with '/', on the server of the credential",
		},
		{
			displayName: 'Body',
			name: 'body',
			type: 'json',
			default: '{}',
			displayOptions: { hide: { method: ['GET'] } },
			description: 'JSON object to send',
		},
	],
	run: async ({ parameters, call }) => {
		const method = METHODS.find((name) => name === parameters.text('method')) ?? 'GET';
		const { data } = await call({
			endpoint: endpointOf(method, serverPath(parameters.required('path'))),
			body: method === 'GET' ? undefined : parameters.object('body'),
		});
		return rawOutputs(data);
	},
});
