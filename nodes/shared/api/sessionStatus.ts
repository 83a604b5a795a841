import type { IDataObject } from 'n8n-workflow';

import { phoneOf } from '../whatsapp/jid';
import { pick, readJid } from './answer';

export interface SessionStatus extends IDataObject {
	connected: boolean;
	loggedIn: boolean;
	/** The account's own address; absent until a phone is linked. */
	jid?: string;
	phone?: string;
	/** Names of the events that the session subscribes to. */
	events: string[];
}

/** WaGo docs, /sessions/load-token. `Jid` is an object there and text in later whatsmeow versions. */
export function readStatus(data: unknown): SessionStatus {
	const jid = readJid(pick(data, 'jid'));
	const status: SessionStatus = {
		connected: pick(data, 'connected') === true,
		loggedIn: pick(data, 'loggedIn') === true,
		events: readEvents(pick(data, 'events')),
	};
	if (jid !== '') status.jid = jid;
	const phone = phoneOf(jid);
	if (phone) status.phone = phone;
	return status;
}

/** Subscription names from a list or from comma-separated text; WaGo writes `['']` for none. */
export function readEvents(value: unknown): string[] {
	const names = Array.isArray(value) ? value : String(value ?? '').split(',');
	return names.map((name) => String(name).trim()).filter((name) => name !== '');
}
