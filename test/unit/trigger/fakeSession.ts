import type { WagoFailure } from '../../../nodes/shared/api/failure';
import { WagoRefusal, type WagoSession } from '../../../nodes/shared/api/session';

const failure = (status?: number): WagoFailure => ({
	code: 'serverFailure',
	message: 'WaGo said no',
	advice: '',
	status,
});

/** What WaGo throws when it does not do what was asked; without a status it has not even answered. */
export const refusal = (status?: number): WagoRefusal => new WagoRefusal(failure(status));

/** A session in memory; `calls` are those that change something. */
export class FakeSession implements WagoSession {
	readonly calls: string[] = [];

	/** Where WaGo posts to. */
	url = '';

	/** How many of the next connections are refused, or change nothing. */
	refusals = 0;

	deafness = 0;

	disconnectable = true;

	constructor(
		public connected: boolean,
		public subscribe: string[],
	) {}

	async readWebhook() {
		return { url: this.url, subscribe: this.subscribe };
	}

	async writeWebhook(url: string) {
		this.url = url;
	}

	async isConnected() {
		return this.connected;
	}

	async connect(names: readonly string[]) {
		this.calls.push(`connect ${names.join()}`);
		if (this.refusals-- > 0) throw refusal(500);
		this.connected = true;
		if (this.deafness-- > 0) return;
		this.subscribe = [...names];
	}

	async disconnect() {
		this.calls.push('disconnect');
		if (!this.disconnectable) throw refusal(500);
		this.connected = false;
		this.subscribe = [];
	}
}
