import { linkOperation } from './linkOperation';

export const addGroups = linkOperation('/community/add', true, {
	value: 'addGroups',
	name: 'Add Groups',
	action: 'Add groups to community',
	description: 'Make groups part of a community. Only admins of both may.',
});
