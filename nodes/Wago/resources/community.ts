import type { INodeProperties } from 'n8n-workflow';

import { pickList, readJid } from '../../shared/api/answer';
import { post } from '../../shared/api/endpoint';
import { bodyOf } from '../../shared/api/wire';
import {
	type CallOperation,
	defineCall,
	type OperationWords,
	type Resource,
} from '../engine/operation';
import { InputError, type Parameters } from '../engine/parameters';
import { listField } from '../fields/lists';
import { groupIdField, groupLocator, readGroupId, toGroupId } from './group/groupId';
import { readGroup } from './group/readGroup';

const communityIdField: INodeProperties = groupLocator({
	displayName: 'Community',
	name: 'communityId',
	placeholder: 'Select a community...',
	searchListMethod: 'searchCommunities',
});

const groupsField = listField({
	displayName: 'Groups',
	name: 'groups',
	entry: 'Group',
	description: 'The groups. By ID, an expression may give a list of several.',
	values: [groupIdField],
});

function readCommunityId(parameters: Parameters): string {
	return readGroupId(parameters, communityIdField.name);
}

/** The JIDs of the groups. Throws {@link InputError} where there is none. */
function readGroupIds(parameters: Parameters): string[] {
	const groups = parameters.addresses(groupsField.name, groupIdField.name);
	if (groups.length > 0) return groups.map((group) => toGroupId(group, 'Groups'));
	throw new InputError("'Groups' is empty", 'Add at least one group.');
}

const createEndpoint = post('/community/create', { provenance: 'listed' });

const create = defineCall({
	value: 'create',
	name: 'Create',
	action: 'Create community',
	description: 'Create a community, to which groups can then be added',
	endpoints: [createEndpoint],
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
	request: (parameters) => ({
		endpoint: createEndpoint,
		body: bodyOf('/community/create', { name: parameters.required('name') }),
	}),
	output: ({ data }, parameters) => ({
		json: { name: parameters.required('name'), ...readGroup(data) },
	}),
});

/**
 * Adds groups to a community or takes them out; `linked` is what then holds. Groups that WhatsApp refused come as
 * `failed` (inferred from evolution-go).
 */
function linkOperation(
	path: '/community/add' | '/community/remove',
	linked: boolean,
	words: OperationWords,
): CallOperation {
	const endpoint = post(path, { provenance: 'listed' });
	return defineCall({
		...words,
		endpoints: [endpoint],
		fields: [communityIdField, groupsField],
		simplify: true,
		request: (parameters) => ({
			endpoint,
			body: bodyOf(path, {
				communityId: readCommunityId(parameters),
				groups: readGroupIds(parameters),
			}),
		}),
		output: ({ data }, parameters) => {
			const failed = pickList(data, 'failedGroups').map(readJid).filter(Boolean);
			return {
				json: {
					communityId: readCommunityId(parameters),
					groupIds: readGroupIds(parameters).filter((groupId) => !failed.includes(groupId)),
					linked,
					...(failed.length > 0 && { failedGroupIds: failed }),
				},
			};
		},
	});
}

export const community: Resource = {
	value: 'community',
	name: 'Community',
	operations: [
		create,
		linkOperation('/community/add', true, {
			value: 'addGroups',
			name: 'Add Groups',
			action: 'Add groups to community',
			description: 'Make groups part of a community. Only admins of both may.',
		}),
		linkOperation('/community/remove', false, {
			value: 'removeGroups',
			name: 'Remove Groups',
			action: 'Remove groups from community',
			description: 'Take groups out of a community. The groups stay.',
		}),
	],
};
