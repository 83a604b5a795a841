import type { DeliveryRecord } from './deliveryRecord';
import { WagoError } from './envelope';
import { Faults } from './faults';
import { Journal } from './journal';
import { RecentLog } from './log';
import { MediaStore } from './media';
import { seededRandom } from './random';
import { Session, type StoredSession } from './session';
import { settingsSchema, type Settings, type SettingsInput } from './settings';

export interface StateOptions {
	readonly adminToken?: string;
	readonly settings?: SettingsInput;
}

/** One request to WaGo's API, as `GET /simulator/requests` lists it. */
export interface ApiRequest {
	readonly time: string;
	readonly method: string;
	readonly path: string;
	readonly session?: string;
	/** Where it could be decoded. */
	readonly body?: unknown;
	/** Of the answer that went out, 0 where a fault gave none. */
	readonly status: number;
}

/** A voice call that the server keeps track of. */
export interface Call {
	readonly callID: string;
	readonly session: string;
	readonly peer: string;
	state: 'ringing' | 'connected';
}

export const DEMO_TOKEN = 'demo-token';
export const DEFAULT_ADMIN_TOKEN = 'demo-admin-token';

/** The demo's own number; further sessions get the following ones. */
const FIRST_PHONE = 15550100099;

const KEPT_REQUESTS = 5_000;
const KEPT_DELIVERIES = 500;

/** Everything that a running simulator knows. `reset()` makes it as new. */
export class State {
	readonly adminToken: string;
	readonly startedAt = new Date();
	readonly journal = new Journal();
	settings!: Settings;
	random!: () => number;
	sessions!: Map<string, Session>;
	faults!: Faults;
	media!: MediaStore;
	requests!: RecentLog<ApiRequest>;
	deliveries!: RecentLog<DeliveryRecord>;
	calls!: Map<string, Call>;
	/** How often `/server/update` was asked for; the simulator never changes itself. */
	updates!: number;
	private controller = new AbortController();

	constructor(private readonly options: StateOptions = {}) {
		this.adminToken = options.adminToken ?? DEFAULT_ADMIN_TOKEN;
		this.reset();
	}

	reset(): void {
		this.close();
		this.controller = new AbortController();
		this.useSettings(settingsSchema.parse(this.options.settings ?? {}));
		this.journal.clear();
		this.faults = new Faults();
		this.media = new MediaStore();
		this.requests = new RecentLog(KEPT_REQUESTS);
		this.deliveries = new RecentLog(KEPT_DELIVERIES);
		this.calls = new Map();
		this.updates = 0;
		this.sessions = new Map();
		this.createSession('demo', DEMO_TOKEN, 'linux');
	}

	/** Changes some of the settings. */
	configure(settings: SettingsInput): void {
		this.useSettings(settingsSchema.parse({ ...this.settings, ...settings }));
	}

	createSession(name: string, token: string, os: string): Session {
		const phones = [...this.sessions.values()].map((session) => Number(session.phone));
		const phone = String(Math.max(FIRST_PHONE - 1, ...phones) + 1);
		return this.addSession(new Session({ name, token, os, phone }));
	}

	/** @throws 401 `Unauthorized` for an unknown token (WaGo docs, /authentication). */
	session(token: string): Session {
		const session = this.sessions.get(token);
		if (!session) throw new WagoError(401, 'Unauthorized');
		return session;
	}

	/** Takes up the sessions of an earlier run; those that were connected are connected again. */
	restore(rows: readonly StoredSession[]): void {
		this.sessions.clear();
		for (const row of rows) this.addSession(new Session(row));
	}

	/** What a restarted server would find on its disk. */
	storedSessions(): StoredSession[] {
		return [...this.sessions.values()].map((session) => session.stored());
	}

	/** Aborted by a reset and at the end: breaks off deliveries and their waits. */
	get ending(): AbortSignal {
		return this.controller.signal;
	}

	/** Stops all timers and deliveries. */
	close(): void {
		this.controller.abort();
		for (const session of this.sessions?.values() ?? []) session.close();
	}

	private useSettings(settings: Settings): void {
		this.settings = settings;
		this.random = settings.seed === undefined ? Math.random : seededRandom(settings.seed);
	}

	private addSession(session: Session): Session {
		this.sessions.set(session.token, session);
		return session;
	}
}
