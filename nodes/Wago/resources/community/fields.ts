import type { INodeProperties } from 'n8n-workflow';

import { listField } from '../../fields/lists';
import { InputError, type Parameters } from '../../engine/parameters';
import { groupIdField, groupLocator, readGroupId, toGroupId } from '../group/groupId';

export const communityIdField: INodeProperties = groupLocator({
	displayName: 'Community',
	name: 'communityId',
	placeholder: 'Select a community...',
	searchListMethod: 'searchCommunities',
});

export const groupsField = listField({
	displayName: 'Groups',
	name: 'groups',
	entry: 'Group',
	description: 'The groups. By ID, an expression may give a list of several.',
	values: [groupIdField],
});

export function readCommunityId(parameters: Parameters): string {
	return readGroupId(parameters, communityIdField.name);
}

/** The JIDs of the groups. Throws {@link InputError} where there is none. */
export function readGroupIds(parameters: Parameters): string[] {
	const groups = parameters.addresses(groupsField.name, groupIdField.name);
	if (groups.length > 0) return groups.map((group) => toGroupId(group, 'Groups'));
	throw new InputError("'Groups' is empty", 'Add at least one group.');
}
