import { readCall } from './call';
import { classify } from './classify';
import type { DedupKey } from './dedup';
import { withinDepth } from '../lib/depth';
import { fingerprint } from '../lib/fingerprint';
import type { EventFamily, WagoItem } from './item';
import { get, isObject, present, textOf } from '../lib/lookup';
import type { JsonObject } from '../lib/lookup';
import { readMessage } from './message';
import type { PollOptions } from './polls';
import { readChatPresence, readPresence } from './presence';
import type { ClassifiedEvent, FamilyReader, Reading } from './reading';
import { readReceipt } from './receipt';
import { readHistorySync, readLoggedOut, readOther } from './sessionEvent';
import { readUndecryptable } from './undecryptable';

/** One event, read as far as filters and deduplication need; {@link buildItem} makes the item of it. */
export type ReceivedEvent = ClassifiedEvent & Reading;

const READERS: Readonly<Record<EventFamily, FamilyReader>> = {
	message: readMessage,
	receipt: readReceipt,
	presence: readPresence,
	chatPresence: readChatPresence,
	call: readCall,
	historySync: readHistorySync,
	loggedOut: readLoggedOut,
	undecryptable: readUndecryptable,
	other: readOther,
};

/**
 * Reads `{ type, event, … }`. Never throws, whatever the envelope holds. `token` is the session's: with
 * it the account's own messages are told apart into those of a workflow and those of a person.
 */
export function readEvent(envelope: JsonObject, token?: string): ReceivedEvent {
	const type = textOf(envelope, 'type');
	const value = get(envelope, 'event');
	const family = classify(type, value);
	const classified = { family, type, event: isObject(value) ? value : {}, envelope };
	// Not spread: V8 takes ten times as long for an object made of two spreads.
	return Object.assign(READERS[family](classified, token), classified);
}

export interface BuildOptions {
	/** The event's keys that were not seen before; a receipt's item holds only their messages. */
	readonly keys?: readonly DedupKey[];
	readonly pollOptions?: PollOptions;
	readonly includeRaw?: boolean;
	/** The session's {@link sessionTag}, for the item's key: both sessions of a group get the same message. */
	readonly session?: string;
}

/** The item that a workflow gets. Fields without a value are absent. */
export function buildItem(received: ReceivedEvent, options: BuildOptions = {}): WagoItem {
	const keys = options.keys ?? received.keys;
	const { family, type, time } = received;
	const item = {
		event: family,
		type,
		timestamp: time === undefined ? undefined : new Date(time).toISOString(),
		dedupKey: identityOf(keys, options.session),
	};
	const raw = options.includeRaw || isUnknown(received) ? rawOf(received) : undefined;
	const fields = received.fields({ pollOptions: options.pollOptions, keys });
	return present(Object.assign(item, fields, { raw })) as WagoItem;
}

/**
 * The event as WaGo sent it, without the token. Of noise only the type: protocol messages
 * carry key material, which must not end up in a workflow's data.
 */
export function rawOf({ envelope, type, noise }: ReceivedEvent): JsonObject {
	return noise ? present({ type }) : (withinDepth(envelope) as JsonObject);
}

/** What no rule knows is of use only as it came. */
function isUnknown({ family, message }: ReceivedEvent): boolean {
	return family === 'other' || message?.kind === 'other';
}

/** One text for all keys of an event. A key that holds for a short while only identifies nothing. */
function identityOf(keys: readonly DedupKey[], session?: string): string | undefined {
	const lasting = keys.filter(({ ttlSeconds }) => ttlSeconds === undefined).map(({ key }) => key);
	if (lasting.length === 0) return undefined;
	const key = lasting.length === 1 ? lasting[0] : combined(lasting);
	return session === undefined ? key : `${session}|${key}`;
}

function combined(keys: string[]): string {
	const [family] = keys[0].split('|', 1);
	return `${family}|${fingerprint(keys.sort())}`;
}
