import { randomInt } from 'crypto';
import { seedAddressBook, type AddressBook } from './addressBook';
import { serverError } from './envelope';
import { phoneJid } from './jid';
import { QrChannel, type QrTimes } from './qr';

/** The nine names that can be subscribed to (WaGo docs, /webhooks/reference). */
const SUBSCRIPTIONS: ReadonlySet<string> = new Set([
	'Message',
	'ReadReceipt',
	'Presence',
	'HistorySync',
	'ChatPresence',
	'Call',
	'All',
	'Newsletter',
	'LoggedOut',
]);

/** What a session sent to WhatsApp, as `GET /simulator/sessions/{token}/sent` lists it. */
export interface SentMessage {
	readonly path: string;
	readonly body: unknown;
	readonly messageId: string;
	readonly time: string;
	readonly recipient: string;
	/** The ID had been sent before: WhatsApp takes the message for the same one and drops it. */
	readonly repeat?: true;
	/** The file of a media message; its bytes are at `GET /simulator/media/{sha256}`. */
	readonly media?: { readonly mimeType: string; readonly size: number; readonly sha256: string };
}

/** The connection to WhatsApp, in the server's memory while there is one. */
interface Client {
	loggedIn: boolean;
	/** WhatsApp cannot be reached; the client tries on by itself. */
	isCutOff?: boolean;
	readonly qr?: QrChannel;
}

/** What the server keeps on disk for a session. */
export interface StoredSession {
	readonly name: string;
	readonly token: string;
	readonly os: string;
	readonly phone: string;
	readonly webhook: string;
	readonly events: readonly string[];
	readonly linked: boolean;
	readonly connected: boolean;
}

/** One session: a row with its token, and a client while it is connected. States as in WaGo docs, /sessions/reference. */
export class Session {
	readonly name: string;
	readonly token: string;
	readonly os: string;
	/** The number of the phone that links itself to the session. */
	readonly phone: string;
	readonly book: AddressBook;
	readonly sent: SentMessage[] = [];
	private readonly sentIds = new Set<string>();
	webhook: string;
	events: string[];
	linked: boolean;
	/** Whether the events are stored, but not in force. */
	isMuted = false;
	private client?: Client;

	constructor(
		row: Pick<StoredSession, 'name' | 'token' | 'os' | 'phone'> & Partial<StoredSession>,
	) {
		this.name = row.name;
		this.token = row.token;
		this.os = row.os;
		this.phone = row.phone;
		this.webhook = row.webhook ?? '';
		this.events = [...(row.events ?? [])];
		this.linked = row.linked ?? false;
		this.book = seedAddressBook(this.jid, row.name);
		// A server that comes up again connects the sessions that were linked and connected.
		if (row.connected && this.linked) this.client = { loggedIn: true };
	}

	get jid(): string {
		return phoneJid(this.phone);
	}

	get connected(): boolean {
		return this.client !== undefined && !this.client.isCutOff;
	}

	get loggedIn(): boolean {
		return this.connected && this.client!.loggedIn;
	}

	get eventsInForce(): readonly string[] {
		return this.isMuted ? [] : this.events;
	}

	get qrImage(): string {
		return this.client?.qr?.image ?? '';
	}

	/** An empty list means everything; unknown names are dropped, so that nothing may be left (inferred from wuzapi). */
	connect(subscribe: readonly string[], times: QrTimes): void {
		if (this.client) throw serverError('Already Connected');
		const known = subscribe.filter((name) => SUBSCRIPTIONS.has(name));
		this.events = subscribe.length > 0 ? [...new Set(known)] : ['All'];
		this.isMuted = false;
		this.openClient(times);
	}

	/** A code to type into the phone in the place of a scan. */
	pair(subscribe: readonly string[], times: QrTimes): string {
		if (this.loggedIn) throw serverError('Already Logged in');
		if (!this.client) this.connect(subscribe, times);
		return `${linkingPart()}-${linkingPart()}`;
	}

	/** The phone scans the code. Where none is shown, the session gets its client first, without a subscription. */
	scan(times: QrTimes): void {
		if (!this.client) this.openClient(times);
		this.client?.qr?.stop();
		this.linked = true;
		this.client = { loggedIn: true };
	}

	/** WhatsApp can no longer be reached, or again: the client stays in the server's memory. */
	setReachable(isReachable: boolean): void {
		if (this.client) this.client.isCutOff = !isReachable;
	}

	/** Drops the connection and, as wuzapi does, the subscription. The link to the phone stays. */
	disconnect(): void {
		this.requireClient();
		if (!this.loggedIn) throw serverError('Cannot disconnect because it is not logged in');
		this.close();
		this.events = [];
	}

	/** Ends the link to the phone; a new scan is needed. */
	logout(): void {
		this.requireLogin();
		this.unlink();
	}

	/** The phone removes the linked device, or WhatsApp does. */
	unlink(): void {
		this.close();
		this.linked = false;
	}

	close(): void {
		this.client?.qr?.stop();
		this.client = undefined;
	}

	requireClient(): void {
		if (!this.client) throw serverError('No session');
	}

	requireLogin(text = 'not logged in'): void {
		this.requireClient();
		if (!this.loggedIn) throw serverError(text);
	}

	/** Adds a message to the list of what was sent, marked as a repeat where its ID is known. */
	record(message: SentMessage): SentMessage {
		const recorded: SentMessage = this.sentIds.has(message.messageId)
			? { ...message, repeat: true }
			: message;
		this.sentIds.add(message.messageId);
		this.sent.push(recorded);
		return recorded;
	}

	isSubscribedTo(name: string): boolean {
		return this.eventsInForce.includes('All') || this.eventsInForce.includes(name);
	}

	stored(): StoredSession {
		const { name, token, os, phone, webhook, events, linked } = this;
		const connected = this.client !== undefined;
		return { name, token, os, phone, webhook, events, linked, connected };
	}

	private openClient(times: QrTimes): void {
		if (this.linked) this.client = { loggedIn: true };
		else this.client = { loggedIn: false, qr: new QrChannel(times, () => this.close()) };
	}
}

const LINKING_ALPHABET = '123456789ABCDEFGHJKLMNPQRSTVWXYZ';

function linkingPart(): string {
	return Array.from({ length: 4 }, () => LINKING_ALPHABET[randomInt(LINKING_ALPHABET.length)]).join(
		'',
	);
}
