import type { WagoFailure } from '../../../nodes/shared/api/failure';
import { WagoRefusal, WagoSession, type SessionStatus } from '../../../nodes/shared/api/session';

const failure = (status?: number): WagoFailure => ({
	code: 'serverFailure',
	message: 'WaGo said no',
	advice: '',
	status,
});

/** What WaGo throws when it does not do what was asked; without a status it has not even answered. */
export const refusal = (status?: number): WagoRefusal => new WagoRefusal(failure(status));

/** A session in memory; `calls` are those that change something. */
export class FakeSession extends WagoSession {
	readonly calls: string[] = [];

	/** Where WaGo posts to. */
	url = '';

	/** How many of the next connections are refused, or change nothing. */
	refusals = 0;

	deafness = 0;

	disconnectable = true;

	/** What the status names; `undefined` where the server does not tell. */
	inForce?: string[];

	/** Whether writing the webhook ends the deliveries, as in a wuzapi of 2026. */
	forgetful = false;

	constructor(
		public connected: boolean,
		public subscribe: string[],
	) {
		super(async () => await Promise.reject(new Error('WaGo is not asked')));
	}

	override async webhook() {
		return { webhookUrl: this.url, subscribe: this.subscribe };
	}

	override async setWebhook(url: string) {
		this.url = url;
		if (this.forgetful) this.inForce = [];
	}

	override async status(): Promise<SessionStatus> {
		const { connected, inForce: events } = this;
		return { connected, loggedIn: connected, ...(events && { events }) };
	}

	override async connect(names: readonly string[]) {
		this.calls.push(`connect ${names.join()}`);
		if (this.refusals-- > 0) throw refusal(500);
		const alreadyConnected = this.connected;
		this.connected = true;
		if (this.deafness-- > 0) return { alreadyConnected };
		this.subscribe = [...names];
		this.inForce &&= [...names];
		return { alreadyConnected };
	}

	override async disconnect() {
		this.calls.push('disconnect');
		if (!this.disconnectable) throw refusal(500);
		this.connected = false;
		this.subscribe = [];
		return { alreadyDisconnected: false };
	}
}
