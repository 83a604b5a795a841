import type { Attempt } from './post';

/** One delivery with what it sent and how it went, as `GET /simulator/deliveries` lists it. */
export interface DeliveryRecord {
	readonly time: string;
	readonly session: string;
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	/** The body's beginning as Latin-1 text: one character a byte. */
	readonly body: string;
	readonly size: number;
	readonly attempts: Attempt[];
	/** The messages that the event is about. */
	readonly about: readonly string[];
}
