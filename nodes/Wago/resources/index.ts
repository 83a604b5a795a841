import type { Operation, Resource } from '../operation';
import { group } from './group';
import { message } from './message';
import { session } from './session';

/** Everything that the node can do, in the order of the interface; the editor sorts by name. */
export const resources: readonly Resource[] = [session, message, group];

export function findOperation(resource: string, operation: string): Operation | undefined {
	return resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
}
