import type { Resource } from '../../engine/operation';
import { create } from './create';
import { getNewsletter } from './get';
import { getAll } from './getAll';
import { getMessages } from './getMessages';
import { subscribe } from './subscribe';

/** WhatsApp's channels, which WaGo calls by WhatsApp's own older name. */
export const newsletter: Resource = {
	value: 'newsletter',
	name: 'Channel',
	operations: [create, getAll, getNewsletter, subscribe, getMessages],
};
