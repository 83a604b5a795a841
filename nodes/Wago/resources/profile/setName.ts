import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { defineCall } from '../../engine/operation';

const endpoint = post('/user/name', { provenance: 'listed' });
const keys = bodyKeys('/user/name');

export const setName = defineCall({
	value: 'setName',
	name: 'Set Name',
	action: 'Set name of own profile',
	description: 'Change the name that others see',
	endpoints: [endpoint],
	fields: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Example Support',
			description: 'Name of the account',
		},
	],
	request: (parameters) => ({ endpoint, body: { [keys.name]: parameters.required('name') } }),
	output: (_answer, parameters) => ({ json: { name: parameters.required('name') } }),
});
