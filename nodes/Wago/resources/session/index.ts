import type { Resource } from '../../operation';
import { getStatus } from './getStatus';

export const session: Resource = {
	value: 'session',
	name: 'Session',
	operations: [getStatus],
};
