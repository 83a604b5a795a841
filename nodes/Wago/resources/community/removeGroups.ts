import { linkOperation } from './linkOperation';

export const removeGroups = linkOperation('/community/remove', false, {
	value: 'removeGroups',
	name: 'Remove Groups',
	action: 'Remove groups from community',
	description: 'Take groups out of a community. The groups stay.',
});
