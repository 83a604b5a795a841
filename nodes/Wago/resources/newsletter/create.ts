import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { defineCall } from '../../engine/operation';
import { readNewsletterAnswer } from './readNewsletter';

const endpoint = post('/newsletter/create', { provenance: 'listed' });
const keys = bodyKeys('/newsletter/create');

export const create = defineCall({
	value: 'create',
	name: 'Create',
	action: 'Create channel',
	description: 'Create a channel of the account',
	endpoints: [endpoint],
	fields: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Example News',
			description: 'Name of the channel',
		},
		{
			displayName: 'Description',
			name: 'description',
			type: 'string',
			typeOptions: { rows: 2 },
			default: '',
			placeholder: 'e.g. What is new at Example',
			description: 'What the channel is about',
		},
	],
	simplify: true,
	request: (parameters) => ({
		endpoint,
		body: {
			[keys.name]: parameters.required('name'),
			[keys.description]: parameters.text('description'),
		},
	}),
	output: ({ data }, parameters) => ({
		json: { name: parameters.required('name'), ...readNewsletterAnswer(data) },
	}),
});
