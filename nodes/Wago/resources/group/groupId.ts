import type { INodeProperties } from 'n8n-workflow';

import { plainText } from '../../../shared/lib/plainText';
import { chatTypeOf } from '../../../shared/whatsapp/jid';
import { normaliseRecipient } from '../../../shared/whatsapp/phone';
import { InputError, type Parameters } from '../../engine/parameters';

export const groupIdField: INodeProperties = groupLocator({
	displayName: 'Group',
	name: 'groupId',
	placeholder: 'Select a group...',
	searchListMethod: 'searchGroups',
});

export const groupNameField: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. Support Team',
	description: 'Name of the group',
};

interface GroupLocatorTexts {
	readonly displayName: string;
	readonly name: string;
	readonly placeholder: string;
	readonly searchListMethod: 'searchGroups' | 'searchCommunities';
}

/** A field for a group, or for a community, which has the JID of a group. */
export function groupLocator(texts: GroupLocatorTexts): INodeProperties {
	const { displayName, name, placeholder, searchListMethod } = texts;
	return {
		displayName,
		name,
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: `The ${displayName.toLowerCase()}, from the list or by its JID`,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder,
				typeOptions: { searchListMethod, searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 120363000000000001@g.us',
			},
		],
	};
}

/** The JID of the group or community. Throws {@link InputError} for anything else. */
export function readGroupId(parameters: Parameters, name = groupIdField.name): string {
	return toGroupId(parameters.required(name), parameters.label(name));
}

/** {@link readGroupId} for a single text; `label` names its field. */
export function toGroupId(text: string, label: string): string {
	const plain = plainText(text);
	const groupId = normaliseRecipient(/^[\d-]+$/.test(plain) ? `${plain}@g.us` : plain);
	if (groupId !== undefined && chatTypeOf(groupId) === 'group') return groupId;
	throw new InputError(`'${label}' is not the JID of a group: ${text}`, "It ends in '@g.us'.");
}

/** The code at the end of an invite link, or the code itself. Throws {@link InputError} for anything else. */
export function readInviteCode(text: string): string {
	const code = text.trim().replace(/^(https?:\/\/)?chat\.whatsapp\.com\/(invite\/)?/i, '');
	const [bare] = code.split(/[/?#]/, 1);
	if (/^[\w-]+$/.test(bare)) return bare;
	throw new InputError(
		`'Invite Link or Code' is not the invite of a group: ${text}`,
		"It looks like 'https://chat.whatsapp.com/ABCDEFGHIJKLMNOPQRSTUV'.",
	);
}
