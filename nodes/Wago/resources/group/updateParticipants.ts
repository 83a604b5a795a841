import type { INodePropertyOptions } from 'n8n-workflow';

import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { defineCall } from '../../engine/operation';
import { participantsField, personOf, readParticipants } from '../../fields/people';
import { groupIdField, readGroupId } from './groupId';
import { readRefusals } from './refusals';

const endpoint = post('/group/update', { provenance: 'listed' });
const keys = bodyKeys('/group/update');

const ACTIONS: INodePropertyOptions[] = [
	{ name: 'Add', value: 'add', description: 'Add people to the group' },
	{ name: 'Demote', value: 'demote', description: 'Take the admin role away' },
	{ name: 'Promote', value: 'promote', description: 'Make people admins' },
	{ name: 'Remove', value: 'remove', description: 'Remove people from the group' },
];

export const updateParticipants = defineCall({
	value: 'updateParticipants',
	name: 'Update Participants',
	action: 'Update participants of group',
	description: 'Add or remove people, or make them admins or not. Only admins of the group may.',
	endpoints: [endpoint],
	fields: [
		groupIdField,
		{
			displayName: 'Action',
			name: 'action',
			type: 'options',
			default: 'add',
			options: ACTIONS,
			description: 'What to do with the participants',
		},
		participantsField,
	],
	simplify: true,
	request: (parameters) => ({
		endpoint,
		body: {
			[keys.groupId]: readGroupId(parameters),
			[keys.participants]: readParticipants(parameters),
			[keys.action]: parameters.required('action'),
		},
	}),
	output: ({ data }, parameters) => {
		const refused = readRefusals(data);
		return {
			json: {
				groupId: readGroupId(parameters),
				action: parameters.required('action'),
				participants: readParticipants(parameters).map((jid) => personOf(jid)),
				...(refused.length > 0 && { refused }),
			},
		};
	},
});
