import type { Resource } from '../../engine/operation';
import { block } from './block';
import { check } from './check';
import { getContact } from './get';
import { getAll } from './getAll';
import { getAvatar } from './getAvatar';
import { getBlocklist } from './getBlocklist';
import { unblock } from './unblock';

export const contact: Resource = {
	value: 'contact',
	name: 'Contact',
	operations: [getAll, getContact, check, getAvatar, block, unblock, getBlocklist],
};
