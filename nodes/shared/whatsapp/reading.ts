import type { DedupKey } from './dedup';
import type { EventFamily, ItemBase, MessageKind, SentBy, WagoItem } from './item';
import type { JsonObject } from '../lib/lookup';
import type { PollOptions } from './polls';
import type { Source } from './source';

/** One event, classified: what the readers of the families are given. */
export interface ClassifiedEvent {
	readonly family: EventFamily;
	/** WaGo's own name of the event. */
	readonly type?: string;
	/** The event's object; `{}` where WaGo sent a text or nothing. */
	readonly event: JsonObject;
	/** `{ type, event, … }` without the token. */
	readonly envelope: JsonObject;
}

/** What filters and deduplication need to know of a message. */
export interface MessageFacts {
	readonly messageId: string;
	readonly kind: MessageKind;
	readonly text?: string;
	readonly sentBy?: SentBy;
	/** Options of a poll, for remembering them: later votes carry hashes only. */
	readonly pollOptions?: readonly string[];
}

export interface BuildContext {
	readonly pollOptions?: PollOptions;
	/** The keys of this event that were not seen before; all of them where not given. */
	readonly keys: readonly DedupKey[];
}

/** What an item holds beside the fields that all items have. */
export type OwnFields<Item> = Item extends WagoItem ? Omit<Item, keyof ItemBase | 'event'> : never;

/** The fields of an item that are its family's own. */
export type ItemFields = OwnFields<WagoItem>;

/** One event as its family reads it: cheap facts at once, the item's fields when asked for. */
export interface Reading {
	/** Milliseconds since 1970. */
	readonly time?: number;
	readonly source?: Source;
	readonly message?: MessageFacts;
	/** Carries nothing for people: starts no workflow, claims no key. */
	readonly noise?: boolean;
	/** Starts a workflow only where every event was asked for. */
	readonly onlyWithAll?: boolean;
	readonly keys: readonly DedupKey[];
	fields(context: BuildContext): ItemFields;
}

/** Reads the events of one family. `token` is the session's, to recognise the sends of this package. */
export type FamilyReader = (classified: ClassifiedEvent, token?: string) => Reading;
