import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { defineCall } from '../../engine/operation';
import { groupIdField, readGroupId } from './groupId';
import { readGroupWithParticipants } from './readGroup';

const endpoint = post('/group/info');
const keys = bodyKeys('/group/info');

export const getGroup = defineCall({
	value: 'get',
	name: 'Get',
	action: 'Get group',
	description: 'Get the name, settings and participants of a group',
	endpoints: [endpoint],
	fields: [groupIdField],
	simplify: true,
	request: (parameters) => ({ endpoint, body: { [keys.groupId]: readGroupId(parameters) } }),
	output: ({ data }, parameters) => ({
		json: { id: readGroupId(parameters), ...readGroupWithParticipants(data) },
	}),
});
