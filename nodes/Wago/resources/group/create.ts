import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { defineCall } from '../../engine/operation';
import { participantsField, readParticipants } from '../../fields/people';
import { groupNameField } from './groupId';
import { readGroupWithParticipants } from './readGroup';

const endpoint = post('/group/create', { provenance: 'listed' });
const keys = bodyKeys('/group/create');

export const create = defineCall({
	value: 'create',
	name: 'Create',
	action: 'Create group',
	description: 'Create a group with a name and its first participants',
	endpoints: [endpoint],
	fields: [groupNameField, participantsField],
	simplify: true,
	request: (parameters) => ({
		endpoint,
		body: {
			[keys.name]: parameters.required('name'),
			[keys.participants]: readParticipants(parameters),
		},
	}),
	output: ({ data }, parameters) => ({
		json: { name: parameters.required('name'), ...readGroupWithParticipants(data) },
	}),
});
