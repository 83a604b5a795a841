import type { IDataObject, INode } from 'n8n-workflow';

import { IdleMap } from '../shared/lib/idleMap';

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
	/** What the session subscribed to then; set where it was changed. */
	previousEvents?: string[];
	/** Whether the session was disconnected for that change and has not come back yet. */
	isInterrupted?: boolean;
}

/** The field of the node's static data that holds the record. */
const FIELD = 'registration';

/**
 * The records of production in this process. n8n writes a workflow's static data as a whole, the last one wins: a
 * delivery that began before an activation was saved would put the record out of the database.
 */
const records = new IdleMap<RegistrationRecord>({ capacity: 1000, idle: 48 * 3_600_000 });

/** A node of a workflow, as its hooks and its deliveries know it. */
export interface RecordOwner {
	getNode(): INode;
	getWorkflow(): { id?: string };
	getWorkflowStaticData(type: string): IDataObject;
}

/** The record for the webhook at `place`. */
export function readRecord(owner: RecordOwner, place: string): RegistrationRecord | undefined {
	const stored = owner.getWorkflowStaticData('node')[FIELD] as RegistrationRecord | undefined;
	if (stored) return stored;
	const kept = records.get(keyOf(owner));
	return kept?.place === place ? kept : undefined;
}

export function writeRecord(owner: RecordOwner, record: RegistrationRecord): void {
	owner.getWorkflowStaticData('node')[FIELD] = record;
	if (!record.isTest) records.set(keyOf(owner), record);
}

export function dropRecord(owner: RecordOwner, record: RegistrationRecord | undefined): void {
	delete owner.getWorkflowStaticData('node')[FIELD];
	if (record && !record.isTest) records.delete(keyOf(owner));
}

/** Puts the record back where static data was read before it was there; for deliveries that save static data. */
export function restoreRecord(owner: RecordOwner): void {
	const staticData = owner.getWorkflowStaticData('node');
	const kept = records.get(keyOf(owner));
	if (kept && !staticData[FIELD]) staticData[FIELD] = kept;
}

function keyOf(owner: RecordOwner): string {
	return `${owner.getWorkflow().id}|${owner.getNode().id}`;
}
