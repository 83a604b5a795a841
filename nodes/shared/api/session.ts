import type { IDataObject } from 'n8n-workflow';

import { pick } from './answer';
import { get, post, type Endpoint } from './endpoint';
import type { WagoReply } from './envelope';
import type { WagoFailure } from './failure';
import { askWago, type ApiContext } from './request';
import { readEvents, readStatus } from './sessionStatus';

/** What WaGo has stored for a session: where it posts events, and which. */
export interface WebhookState {
	readonly url: string;
	readonly subscribe: readonly string[];
}

/** The calls that registration needs. They throw {@link WagoRefusal}. */
export interface WagoSession {
	readWebhook(): Promise<WebhookState>;
	writeWebhook(url: string): Promise<void>;
	/** False also for a session that WaGo knows but has not in memory ("No session"). */
	isConnected(): Promise<boolean>;
	/** A session that is connected stays as it is, with the subscription that it has. */
	connect(subscribe: readonly string[]): Promise<void>;
	disconnect(): Promise<void>;
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

/** Registration runs while n8n starts and while someone waits in the editor. */
const TIMEOUT = 20_000;

const ENDPOINTS = {
	readWebhook: get('/webhook'),
	writeWebhook: post('/webhook'),
	status: get('/session/status'),
	connect: post('/session/connect'),
	disconnect: post('/session/disconnect'),
} as const;

/** The session of the node's credential. */
export function wagoSession(context: ApiContext): WagoSession {
	const ask = async (endpoint: Endpoint, body?: IDataObject) =>
		await askWago(context, 'wagoApi', { endpoint, body, timeout: TIMEOUT });
	return {
		async readWebhook() {
			const data = answerOf(await ask(ENDPOINTS.readWebhook));
			const url = pick(data, 'webhook');
			return {
				url: typeof url === 'string' ? url.trim() : '',
				subscribe: readEvents(pick(data, 'subscribe')),
			};
		},
		async writeWebhook(url) {
			answerOf(await ask(ENDPOINTS.writeWebhook, { WebhookURL: url }));
		},
		async isConnected() {
			const reply = await ask(ENDPOINTS.status);
			if (!reply.ok && reply.failure.code === 'noSession') return false;
			return readStatus(answerOf(reply)).connected;
		},
		async connect(subscribe) {
			const reply = await ask(ENDPOINTS.connect, { Subscribe: [...subscribe], Immediate: true });
			const isConnected = !reply.ok && reply.failure.code === 'alreadyConnected';
			if (!isConnected) answerOf(reply);
		},
		async disconnect() {
			answerOf(await ask(ENDPOINTS.disconnect, {}));
		},
	};
}

function answerOf(reply: WagoReply): unknown {
	if (!reply.ok) throw new WagoRefusal(reply.failure);
	return reply.answer.data;
}
