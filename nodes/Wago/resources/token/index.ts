import type { Resource } from '../../engine/operation';
import { create } from './create';
import { deleteToken } from './delete';
import { getAll } from './getAll';
import { getScanned } from './getScanned';

export const token: Resource = {
	value: 'token',
	name: 'Session Token',
	operations: [create, deleteToken, getAll, getScanned],
};
