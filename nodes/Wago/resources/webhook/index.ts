import type { Resource } from '../../engine/operation';
import { clear } from './clear';
import { get } from './get';
import { set } from './set';

export const webhook: Resource = {
	value: 'webhook',
	name: 'Webhook',
	operations: [get, set, clear],
};
