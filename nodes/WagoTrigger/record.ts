import type { IDataObject } from 'n8n-workflow';

/**
 * What static data keeps of a registration: production's outlives restarts, that of a test listening lives with
 * it. Holds addresses and event names, never a token.
 */
export interface RegistrationRecord extends IDataObject {
	/** Where WaGo posts to; without query, since that holds the secret. */
	place: string;
	isTest: boolean;
	/** The webhook of somebody else that was found and pushed aside. */
	previousUrl?: string;
	/** What the session subscribed to for it; set where that was changed. */
	previousEvents?: string[];
}

/** The field of the node's static data that holds the record. */
const FIELD = 'registration';

interface RecordOwner {
	getWorkflowStaticData(type: string): IDataObject;
}

/**
 * `undefined` for a node that was never registered, and where a delivery that began before the activation was saved has
 * put the record out of the database: n8n writes static data as a whole.
 */
export function readRecord(owner: RecordOwner): RegistrationRecord | undefined {
	return owner.getWorkflowStaticData('node')[FIELD] as RegistrationRecord | undefined;
}

export function writeRecord(owner: RecordOwner, record: RegistrationRecord): void {
	owner.getWorkflowStaticData('node')[FIELD] = record;
}

export function dropRecord(owner: RecordOwner): void {
	delete owner.getWorkflowStaticData('node')[FIELD];
}
