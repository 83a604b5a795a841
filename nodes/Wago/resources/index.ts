import type { Operation, Resource } from '../engine/operation';
import { call } from './call';
import { chat } from './chat';
import { community } from './community';
import { contact } from './contact';
import { group } from './group';
import { label } from './label';
import { message } from './message';
import { newsletter } from './newsletter';
import { profile } from './profile';
import { server } from './server';
import { session } from './session';
import { token } from './token';
import { webhook } from './webhook';

/** Everything that the node can do, in the order of the interface; the editor sorts by name. */
export const resources: readonly Resource[] = [
	session,
	token,
	webhook,
	message,
	group,
	contact,
	profile,
	chat,
	label,
	newsletter,
	community,
	call,
	server,
];

export function findOperation(resource: string, operation: string): Operation | undefined {
	return resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
}
