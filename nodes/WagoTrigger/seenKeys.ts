import type { IDataObject } from 'n8n-workflow';

import type { DeduplicationMemory } from './deduplication';

/** Hooks and deliveries, as far as static data goes. */
interface StaticDataOwner {
	getWorkflowStaticData(type: string): IDataObject;
}

/** The field of the node's static data that holds the keys of seen events. */
const FIELD = 'seen';

/** Takes over what the database holds. `window` in milliseconds. */
export function loadSeen(
	owner: StaticDataOwner,
	memory: DeduplicationMemory,
	window: number,
): void {
	memory.load(owner.getWorkflowStaticData('node')[FIELD], window);
}

/** Hands the keys to n8n, which writes them with the answer or the end of a hook. `window` in milliseconds. */
export function saveSeen(
	owner: StaticDataOwner,
	memory: DeduplicationMemory,
	window: number,
): void {
	owner.getWorkflowStaticData('node')[FIELD] = memory.save(window);
}

/**
 * Whether the workflow keeps state of its own in static data (`$getWorkflowStaticData('global')`). n8n writes static
 * data as a whole, as it was when the delivery began: a write of ours undoes what an execution has written meanwhile.
 */
export function isStateShared(owner: StaticDataOwner): boolean {
	return Object.keys(owner.getWorkflowStaticData('global')).length > 0;
}
