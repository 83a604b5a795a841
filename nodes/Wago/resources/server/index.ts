import type { Resource } from '../../engine/operation';
import { diagnose } from './diagnose';
import { getHealth } from './getHealth';
import { getLicense } from './getLicense';
import { request } from './request';
import { update } from './update';

export const server: Resource = {
	value: 'server',
	name: 'Server',
	operations: [diagnose, getHealth, request, getLicense, update],
};
