import type { INodeProperties } from 'n8n-workflow';

import { InputError, type Parameters } from '../../parameters';
import { groupIdField, groupLocator, readGroupId, toGroupId } from '../group/groupId';

export const communityIdField: INodeProperties = groupLocator({
	displayName: 'Community',
	name: 'communityId',
	placeholder: 'Select a community...',
	searchListMethod: 'searchCommunities',
});

export const groupsField: INodeProperties = {
	displayName: 'Groups',
	name: 'groups',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Group' },
	default: {},
	placeholder: 'Add Group',
	description: 'The groups. By ID, an expression may give a list of several.',
	options: [{ displayName: 'Group', name: 'group', values: [groupIdField] }],
};

export function readCommunityId(parameters: Parameters): string {
	return readGroupId(parameters, communityIdField.name);
}

/** The JIDs of the groups. Throws {@link InputError} where there is none. */
export function readGroupIds(parameters: Parameters): string[] {
	const groups = parameters.addresses(groupsField.name, groupIdField.name);
	if (groups.length > 0) return groups.map((group) => toGroupId(group, 'Groups'));
	throw new InputError("'Groups' is empty", 'Add at least one group.');
}
