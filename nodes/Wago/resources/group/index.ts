import type { Resource } from '../../operation';
import { setName } from './setName';

export const group: Resource = {
	value: 'group',
	name: 'Group',
	operations: [setName],
};
