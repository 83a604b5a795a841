import type { INodeProperties } from 'n8n-workflow';

import { bareJid, chatTypeOf } from '../../../shared/whatsapp/jid';
import { InputError, type Parameters } from '../../parameters';

export const groupIdField: INodeProperties = {
	displayName: 'Group',
	name: 'groupId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'The group',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a group...',
			typeOptions: { searchListMethod: 'searchGroups', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 120363000000000001@g.us',
		},
	],
};

/** The JID of the group. Throws {@link InputError} for anything else. */
export function readGroupId(parameters: Parameters): string {
	const text = parameters.required('groupId');
	const groupId = text.includes('@') ? bareJid(text) : `${text}@g.us`;
	if (chatTypeOf(groupId) === 'group') return groupId;
	throw new InputError(`'Group' is not the JID of a group: ${text}`, "It ends in '@g.us'.");
}
