import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { defineCall } from '../../engine/operation';
import { groupIdField, groupNameField, readGroupId } from './groupId';

const endpoint = post('/group/name', { provenance: 'listed' });
const keys = bodyKeys('/group/name');

export const setName = defineCall({
	value: 'setName',
	name: 'Set Name',
	action: 'Set name of group',
	description: 'Change the name of a group',
	endpoints: [endpoint],
	fields: [groupIdField, groupNameField],
	request: (parameters) => ({
		endpoint,
		body: { [keys.groupId]: readGroupId(parameters), [keys.name]: parameters.required('name') },
	}),
	output: (_answer, parameters) => ({
		json: { groupId: readGroupId(parameters), name: parameters.required('name') },
	}),
});
