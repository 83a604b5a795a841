import { pickFilled } from '../../../shared/api/answer';
import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { defineCall } from '../../engine/operation';
import { groupIdField, readGroupId } from './groupId';

const endpoint = post('/group/invitelink', { provenance: 'listed' });
const keys = bodyKeys('/group/invitelink');

export const getInviteLink = defineCall({
	value: 'getInviteLink',
	name: 'Get Invite Link',
	action: 'Get invite link of group',
	description: 'Get the link by which people join a group. Only admins of the group may.',
	endpoints: [endpoint],
	fields: [
		groupIdField,
		{
			displayName: 'Reset',
			name: 'reset',
			type: 'boolean',
			default: false,
			description: 'Whether to make a new link first, so that the link so far no longer works',
		},
	],
	simplify: true,
	request: (parameters) => ({
		endpoint,
		body: {
			[keys.groupId]: readGroupId(parameters),
			[keys.reset]: parameters.boolean('reset'),
		},
	}),
	output: ({ data }, parameters) => ({
		json: {
			groupId: readGroupId(parameters),
			inviteLink: typeof data === 'string' ? data : (pickFilled(data, 'inviteLink') ?? null),
		},
	}),
});
