import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { defineCall } from '../../engine/operation';
import { readGroup } from '../group/readGroup';

const endpoint = post('/community/create', { provenance: 'listed' });
const keys = bodyKeys('/community/create');

export const create = defineCall({
	value: 'create',
	name: 'Create',
	action: 'Create community',
	description: 'Create a community, to which groups can then be added',
	endpoints: [endpoint],
	fields: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Example Customers',
			description: 'Name of the community',
		},
	],
	simplify: true,
	request: (parameters) => ({ endpoint, body: { [keys.name]: parameters.required('name') } }),
	output: ({ data }, parameters) => ({
		json: { name: parameters.required('name'), ...readGroup(data) },
	}),
});
