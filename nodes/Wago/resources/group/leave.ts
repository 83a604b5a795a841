import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { defineCall } from '../../engine/operation';
import { groupIdField, readGroupId } from './groupId';

const endpoint = post('/group/leave', { provenance: 'listed' });
const keys = bodyKeys('/group/leave');

export const leave = defineCall({
	value: 'leave',
	name: 'Leave',
	action: 'Leave group',
	description: 'Leave a group. Only an invitation brings the account back.',
	endpoints: [endpoint],
	fields: [groupIdField],
	request: (parameters) => ({ endpoint, body: { [keys.groupId]: readGroupId(parameters) } }),
	output: (_answer, parameters) => ({
		json: { groupId: readGroupId(parameters), left: true },
	}),
});
