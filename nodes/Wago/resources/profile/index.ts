import type { Resource } from '../../engine/operation';
import { getPrivacy } from './getPrivacy';
import { setName } from './setName';
import { setPhoto } from './setPhoto';
import { setPresence } from './setPresence';

export const profile: Resource = {
	value: 'profile',
	name: 'Profile',
	operations: [setName, setPhoto, setPresence, getPrivacy],
};
