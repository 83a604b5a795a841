import type { Resource } from '../../operation';
import { getPrivacy } from './getPrivacy';
import { setName } from './setName';
import { setPresence } from './setPresence';

export const profile: Resource = {
	value: 'profile',
	name: 'Profile',
	operations: [setName, setPresence, getPrivacy],
};
