import { sleep, type IDataObject } from 'n8n-workflow';

import { present } from '../lib/lookup';
import { phoneOf } from '../whatsapp/jid';
import { pick, pickFilled, pickText, readJid } from './answer';
import { get, post, type Endpoint } from './endpoint';
import type { WagoReply } from './envelope';
import type { WagoFailure } from './failure';
import { bodyOf } from './wire';

export interface SessionStatus extends IDataObject {
	connected: boolean;
	loggedIn: boolean;
	/** The account's own address; absent until a phone is linked. It stays while the connection is down. */
	jid?: string;
	phone?: string;
	/** Names of the events that WaGo delivers at present; absent where the server does not tell. */
	events?: string[];
}

/** What WaGo has stored for a session: where it posts events, `''` for nowhere, and which. */
export interface WebhookState extends IDataObject {
	webhookUrl: string;
	subscribe: string[];
}

export interface Connection extends IDataObject {
	/** Then nothing has changed, the subscription neither (inferred from wuzapi). */
	alreadyConnected: boolean;
	details?: string;
	jid?: string;
	phone?: string;
	webhookUrl?: string;
}

export interface Disconnection extends IDataObject {
	alreadyDisconnected: boolean;
	details?: string;
}

export interface ConnectOptions {
	/** Whether WaGo answers before the connection stands; `true` unless said otherwise. */
	readonly immediate?: boolean;
}

export interface SessionCall {
	readonly endpoint: Endpoint;
	readonly body?: IDataObject;
	/** Milliseconds that WaGo itself may take. */
	readonly minTimeout?: number;
}

/** A call that WaGo has not fulfilled. */
export class WagoRefusal extends Error {
	constructor(readonly failure: WagoFailure) {
		super(failure.message);
	}

	/** Whether WaGo itself did not answer; a proxy in front of it may have. */
	get isUnreachable(): boolean {
		const { status } = this.failure;
		return status === undefined || (status >= 502 && status <= 504);
	}
}

/** What came of a question, a refusal of WaGo as a value. */
export type Outcome<Value> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly failure: WagoFailure };

/** Waits for a call of a session. Throws whatever is no refusal of WaGo. */
export async function outcomeOf<Value>(call: Promise<Value>): Promise<Outcome<Value>> {
	return await call.then(
		(value) => ({ ok: true as const, value }),
		async (error: unknown) =>
			error instanceof WagoRefusal
				? { ok: false as const, failure: error.failure }
				: await Promise.reject(error),
	);
}

export const SESSION_ENDPOINTS = {
	status: get('/session/status'),
	connect: post('/session/connect'),
	disconnect: post('/session/disconnect'),
	readWebhook: get('/webhook'),
	writeWebhook: post('/webhook'),
} as const;

/** Without `Immediate` WaGo waits up to ten seconds for the connection (inferred from wuzapi). */
const BLOCKING_CONNECT_TIMEOUT = 20_000;

/** A database that is busy is free again soon ('database is locked', seen at activations of a wuzapi of 2026). */
const BUSY_ATTEMPTS = 4;
const BUSY_PAUSE = 300;

/** The one client of a session's state. All its calls throw {@link WagoRefusal} for what WaGo does not do. */
export class WagoSession {
	constructor(private readonly ask: (call: SessionCall) => Promise<WagoReply>) {}

	/** A session that WaGo knows but does not hold in memory ("No session") is one that is not connected. */
	async status(): Promise<SessionStatus> {
		const reply = await this.askUntilFree({ endpoint: SESSION_ENDPOINTS.status });
		if (reply.ok) return readStatus(reply.answer.data);
		const { code } = reply.failure;
		if (code === 'noSession') return { connected: false, loggedIn: false };
		// Some servers answer so for as long as nobody has scanned.
		if (code === 'notLoggedIn') return { connected: true, loggedIn: false };
		throw new WagoRefusal(reply.failure);
	}

	async webhook(): Promise<WebhookState> {
		return readWebhook(
			answerOf(await this.askUntilFree({ endpoint: SESSION_ENDPOINTS.readWebhook })),
		);
	}

	/** An empty address ends the deliveries (inferred from wuzapi: no endpoint for it is documented). */
	async setWebhook(url: string): Promise<void> {
		const endpoint = SESSION_ENDPOINTS.writeWebhook;
		answerOf(await this.askUntilFree({ endpoint, body: bodyOf('/webhook', { url }) }));
	}

	/** No names at all would be taken for all of them (inferred from wuzapi). */
	async connect(
		subscribe: readonly string[],
		{ immediate = true }: ConnectOptions = {},
	): Promise<Connection> {
		const reply = await this.ask({
			endpoint: SESSION_ENDPOINTS.connect,
			body: bodyOf('/session/connect', { subscribe: [...subscribe], immediate, phone: '' }),
			minTimeout: connectTimeout(immediate),
		});
		if (!reply.ok && reply.failure.code === 'alreadyConnected') {
			return { alreadyConnected: true, details: reply.failure.message };
		}
		return readConnection(answerOf(reply));
	}

	/** The phone stays linked, but WaGo forgets the subscription (inferred from wuzapi). */
	async disconnect(): Promise<Disconnection> {
		const reply = await this.ask({ endpoint: SESSION_ENDPOINTS.disconnect });
		if (!reply.ok && reply.failure.code === 'noSession') {
			return { alreadyDisconnected: true, details: reply.failure.message };
		}
		const details = pickFilled(answerOf(reply), 'details');
		return { alreadyDisconnected: false, ...(details && { details }) };
	}

	/** For what does no harm when it is repeated. */
	private async askUntilFree(call: SessionCall): Promise<WagoReply> {
		for (let attempt = 1; ; attempt++) {
			const reply = await this.ask(call);
			const isBusy = !reply.ok && reply.failure.code === 'databaseBusy';
			if (!isBusy || attempt === BUSY_ATTEMPTS) return reply;
			await sleep(BUSY_PAUSE);
		}
	}
}

/** Milliseconds that connect and pair may take at least. */
export function connectTimeout(immediate: boolean): number {
	return immediate ? 0 : BLOCKING_CONNECT_TIMEOUT;
}

/** WaGo docs, /sessions/load-token. `Jid` is an object there and text in later whatsmeow versions. */
export function readStatus(data: unknown): SessionStatus {
	const events = pick(data, 'events');
	const status: SessionStatus = {
		connected: pick(data, 'connected') === true,
		loggedIn: pick(data, 'loggedIn') === true,
		...account(data),
	};
	if (events !== undefined) status.events = readEvents(events);
	return status;
}

/** What is registered: an empty address and no names where there is nothing (WaGo docs, /webhooks/reference). */
export function readWebhook(data: unknown): WebhookState {
	return {
		webhookUrl: pickText(data, 'webhook')?.trim() ?? '',
		subscribe: readEvents(pick(data, 'subscribe')),
	};
}

/** Subscription names from a list or from comma-separated text; WaGo writes `['']` for none. */
export function readEvents(value: unknown): string[] {
	const names = Array.isArray(value) ? value : String(value ?? '').split(',');
	return names.map((name) => String(name).trim()).filter((name) => name !== '');
}

/** Inferred from wuzapi. */
function readConnection(data: unknown): Connection {
	return present({
		alreadyConnected: false,
		details: pickFilled(data, 'details'),
		...account(data),
		webhookUrl: pickFilled(data, 'webhook'),
	}) as Connection;
}

function account(data: unknown): Pick<SessionStatus, 'jid' | 'phone'> {
	const jid = readJid(pick(data, 'jid'));
	const phone = phoneOf(jid);
	return { ...(jid !== '' && { jid }), ...(phone && { phone }) };
}

function answerOf(reply: WagoReply): unknown {
	if (!reply.ok) throw new WagoRefusal(reply.failure);
	return reply.answer.data;
}
