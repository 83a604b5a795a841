import type { Resource } from '../../engine/operation';
import { addGroups } from './addGroups';
import { create } from './create';
import { removeGroups } from './removeGroups';

export const community: Resource = {
	value: 'community',
	name: 'Community',
	operations: [create, addGroups, removeGroups],
};
