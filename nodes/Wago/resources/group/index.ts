import type { INodePropertyOptions } from 'n8n-workflow';

import { pick, pickFilled, pickList, readJid } from '../../../shared/api/answer';
import { get, post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { defineCall, type Resource } from '../../engine/operation';
import { participantsField, personOf, readParticipants } from '../../fields/people';
import { groupIdField, groupNameField, readGroupId, readInviteCode } from './groupId';
import { notRefused, participantsIn, readOutcome } from './participants';
import { readGroup, readGroupWithParticipants } from './readGroup';
import { setName, setPhoto } from './settings';

const list = get('/group/list');
const administered = get('/group/myall', { provenance: 'listed' });

export const getAll = defineCall({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many groups',
	description: 'List the groups that the account is in',
	endpoints: [list, administered],
	fields: [],
	options: [
		{
			displayName: 'Include Participants',
			name: 'includeParticipants',
			type: 'boolean',
			default: false,
			description: 'Whether to list the participants of each group',
		},
		{
			displayName: 'Only Administered',
			name: 'onlyAdministered',
			type: 'boolean',
			default: false,
			description: 'Whether to list only the groups in which the account is an admin',
		},
	],
	simplify: true,
	list: true,
	request: (parameters) => ({
		endpoint: parameters.booleanOption('onlyAdministered') ? administered : list,
	}),
	output: ({ data }, parameters) =>
		pickList(data, 'groups')
			.map(parameters.booleanOption('includeParticipants') ? readGroupWithParticipants : readGroup)
			.map((json) => ({ json })),
});

const info = post('/group/info', { changes: false });

export const getGroup = defineCall({
	value: 'get',
	name: 'Get',
	action: 'Get group',
	description: 'Get the name, settings and participants of a group',
	endpoints: [info],
	fields: [groupIdField],
	simplify: true,
	request: (parameters) => ({
		endpoint: info,
		body: bodyOf('/group/info', { groupId: readGroupId(parameters) }),
	}),
	output: ({ data }, parameters) => ({
		json: { id: readGroupId(parameters), ...readGroupWithParticipants(data) },
	}),
});

const creation = post('/group/create', { provenance: 'listed' });

export const create = defineCall({
	value: 'create',
	name: 'Create',
	action: 'Create group',
	description: 'Create a group with a name and its first participants',
	endpoints: [creation],
	fields: [groupNameField, participantsField],
	simplify: true,
	request: (parameters) => ({
		endpoint: creation,
		body: bodyOf('/group/create', {
			name: parameters.required('name'),
			participants: readParticipants(parameters),
		}),
	}),
	output: ({ data }, parameters) => ({
		json: { name: parameters.required('name'), ...readGroupWithParticipants(data) },
	}),
});

const update = post('/group/update', { provenance: 'listed' });

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
	endpoints: [update],
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
		endpoint: update,
		body: bodyOf('/group/update', {
			groupId: readGroupId(parameters),
			participants: readParticipants(parameters),
			action: parameters.required('action'),
		}),
	}),
	output: ({ data }, parameters) => {
		const asked = readParticipants(parameters).map((jid) => personOf(jid));
		const answered = participantsIn(data);
		const { refused } = readOutcome(answered);
		return {
			json: {
				groupId: readGroupId(parameters),
				action: parameters.required('action'),
				participants: notRefused(asked, answered),
				...(refused.length > 0 && { refused }),
			},
		};
	},
});

const entry = post('/group/join', { provenance: 'listed' });

export const join = defineCall({
	value: 'join',
	name: 'Join',
	action: 'Join group',
	description: 'Join a group by its invite link',
	endpoints: [entry],
	fields: [
		{
			displayName: 'Invite Link or Code',
			name: 'inviteLink',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://chat.whatsapp.com/ABCDEFGHIJKLMNOPQRSTUV',
			description: 'The invite link of the group, or the code at its end',
		},
	],
	request: (parameters) => ({
		endpoint: entry,
		body: bodyOf('/group/join', { code: readInviteCode(parameters.required('inviteLink')) }),
	}),
	output: ({ data }, parameters) => {
		const groupId = readJid(pick(data, 'groupId'));
		const inviteCode = readInviteCode(parameters.required('inviteLink'));
		return { json: { ...(groupId && { groupId }), inviteCode, joined: true } };
	},
});

const exit = post('/group/leave', { provenance: 'listed' });

const leave = defineCall({
	value: 'leave',
	name: 'Leave',
	action: 'Leave group',
	description: 'Leave a group. Only an invitation brings the account back.',
	endpoints: [exit],
	fields: [groupIdField],
	request: (parameters) => ({
		endpoint: exit,
		body: bodyOf('/group/leave', { groupId: readGroupId(parameters) }),
	}),
	output: (_answer, parameters) => ({
		json: { groupId: readGroupId(parameters), left: true },
	}),
});

const invitation = post('/group/invitelink', { provenance: 'listed' });

export const getInviteLink = defineCall({
	value: 'getInviteLink',
	name: 'Get Invite Link',
	action: 'Get invite link of group',
	description: 'Get the link by which people join a group. Only admins of the group may.',
	endpoints: [invitation],
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
		endpoint: invitation,
		body: bodyOf('/group/invitelink', {
			groupId: readGroupId(parameters),
			reset: parameters.boolean('reset'),
		}),
	}),
	output: ({ data }, parameters) => ({
		json: {
			groupId: readGroupId(parameters),
			inviteLink: typeof data === 'string' ? data : (pickFilled(data, 'inviteLink') ?? null),
		},
	}),
});

export const group: Resource = {
	value: 'group',
	name: 'Group',
	operations: [
		getAll,
		getGroup,
		create,
		updateParticipants,
		join,
		leave,
		getInviteLink,
		setName,
		setPhoto,
	],
};
