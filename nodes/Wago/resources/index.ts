import type { Operation, Resource } from '../operation';
import { call } from './call';
import { chat } from './chat';
import { community } from './community';
import { contact } from './contact';
import { group } from './group';
import { label } from './label';
import { message } from './message';
import { newsletter } from './newsletter';
import { profile } from './profile';
import { session } from './session';

/** Everything that the node can do, in the order of the interface; the editor sorts by name. */
export const resources: readonly Resource[] = [
	session,
	message,
	group,
	contact,
	profile,
	chat,
	label,
	newsletter,
	community,
	call,
];

export function findOperation(resource: string, operation: string): Operation | undefined {
	return resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
}
