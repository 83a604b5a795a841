import type { DeliveryRecord } from './deliveryRecord';
import { RecentLog } from './log';
import type { ChatState } from './events/presence';
import type { ReceiptType } from './events/receipt';
import type { PhoneAction } from './phoneMessage';
import type { SentMessage } from './session';

/** One request to WaGo's API as it came, with its answer; status 0 where a fault gave none. */
export interface RawRequest {
	readonly method: string;
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
	readonly status: number;
	/** JSON; `undefined` where there was none. */
	readonly answer?: string;
}

export type Happening =
	| { readonly kind: 'action'; readonly action: PhoneAction }
	| {
			readonly kind: 'receipt';
			readonly receipt: {
				from: string;
				chat?: string;
				messageIds: readonly string[];
				type: ReceiptType;
			};
	  }
	| {
			readonly kind: 'typing';
			readonly typing: { from: string; chat?: string; state: ChatState };
	  }
	| { readonly kind: 'sent'; readonly sent: SentMessage }
	| { readonly kind: 'request'; readonly request: RawRequest }
	| { readonly kind: 'delivery'; readonly delivery: DeliveryRecord };

export type JournalEntry = Happening & {
	readonly id: number;
	readonly time: string;
	/** The name of the session; empty for requests with no known token. */
	readonly session: string;
};

export interface JournalReader {
	/** An entry is new, or an older one (same `id`) has changed. */
	onEntry(entry: JournalEntry): void;
	onClear(): void;
}

const KEPT_ENTRIES = 1_000;

/** All that happened in the order it happened: what the page is made of. */
export class Journal {
	private entries = new RecentLog<JournalEntry>(KEPT_ENTRIES);
	private readonly readers = new Set<JournalReader>();
	private lastId = 0;

	write(session: string, happening: Happening): JournalEntry {
		const entry = { ...happening, id: ++this.lastId, time: new Date().toISOString(), session };
		this.entries.add(entry);
		this.announce(entry);
		return entry;
	}

	/** Tells the readers of an entry that has changed. */
	announce(entry: JournalEntry): void {
		for (const reader of this.readers) reader.onEntry(entry);
	}

	clear(): void {
		this.entries = new RecentLog(KEPT_ENTRIES);
		for (const reader of this.readers) reader.onClear();
	}

	/** Reads from the beginning on, until the function that is returned is called. */
	read(reader: JournalReader): () => void {
		for (const entry of this.entries.list()) reader.onEntry(entry);
		this.readers.add(reader);
		return () => this.readers.delete(reader);
	}
}
