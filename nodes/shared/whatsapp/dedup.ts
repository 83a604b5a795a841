import { createHmac } from 'crypto';

import { fingerprint } from '../lib/fingerprint';
import type { MessageKind } from './item';
import { bareJid } from './jid';
import { get, isObject, listOf, textOf } from '../lib/lookup';
import type { JsonObject } from '../lib/lookup';
import { addressOf } from './source';
import type { Source } from './source';
import { readTime } from '../lib/time';

/**
 * What makes two deliveries the same. Keys hold no session token, so a store must belong to one session:
 * two sessions in one group both receive the same message, and both must.
 */
export interface DedupKey {
	readonly key: string;
	/** Set where the key only tells repetitions of a short while apart; then the event has no identity. */
	readonly ttlSeconds?: number;
	/** The message of a receipt that the key stands for. */
	readonly messageId?: string;
}

/** Long enough for a server's quick second delivery, short enough for what repeats in real life. */
const SHORT_TTL_SECONDS = 60;
/** Message IDs are the sender's to choose, so their length must not be. */
const LONGEST_KEY = 300;

const NONE: readonly DedupKey[] = [];

/** Tells a server's sessions apart, and far too short to tell anything of the token. */
const SESSION_TAG_LENGTH = 6;

/** The part of a key that stands for the session: 24 bits that depend on its token. */
export function sessionTag(token: string): string {
	const mac = createHmac('sha256', token).update('session of a deduplication key');
	return mac.digest('hex').slice(0, SESSION_TAG_LENGTH);
}

/**
 * A message, by chat, sender and ID: IDs are unique per sender and chat only. The phone stands for a person where the
 * delivery names it, as a message may come by hidden number and again by phone. The kind keeps apart two contents
 * under one ID (the first part of a group message may be nothing but a key), the time of the edit those
 * of a channel's post. Inferred from whatsmeow.
 */
export function messageKeys(
	{ chat, sender }: Source,
	messageId: string,
	kind: MessageKind,
	editedAt: string,
): readonly DedupKey[] {
	if (messageId === '' || kind === 'noise') return NONE;
	return [{ key: join('msg', addressOf(chat), addressOf(sender), messageId, kind, editedAt) }];
}

/** Never shared with `msg`: the readable message follows under the same ID. */
export function undecryptableKeys(
	{ chat, sender }: Source,
	messageId: string,
): readonly DedupKey[] {
	if (messageId === '') return NONE;
	return [{ key: join('undec', addressOf(chat), addressOf(sender), messageId) }];
}

/** One key for each message ID, since events overlap: read for three, then for the third and a fourth. */
export function receiptKeys(
	{ chat, sender }: Source,
	state: string,
	messageIds: readonly string[],
): readonly DedupKey[] {
	return [...new Set(messageIds)].map((messageId) => ({
		key: join('rcpt', state, addressOf(chat), addressOf(sender), messageId),
		messageId,
	}));
}

/** A call's steps, each once. Only relay latency repeats, and then differs in its data. */
export function callKeys(
	event: JsonObject,
	state: string | undefined,
	envelope: JsonObject,
): readonly DedupKey[] {
	const callId = textOf(event, 'CallID');
	if (callId === undefined || state === undefined) return shortLived('call', fingerprint(envelope));
	const part = state === 'relayLatency' ? fingerprint(get(event, 'Data')) : undefined;
	return [{ key: join('call', callId, state, part) }];
}

/** A chunk of history by what it holds. Hashing its megabytes would cost more than reading them. */
export function historyKeys(data: unknown): readonly DedupKey[] {
	if (!isObject(data)) return NONE;
	const conversations = listOf(data, 'conversations').map((conversation) => [
		get(conversation, 'ID'),
		...ends(listOf(conversation, 'messages')).map((entry) =>
			get(get(get(entry, 'message'), 'key'), 'ID'),
		),
	]);
	const lists = ['pushnames', 'statusV3Messages'].map((name) => ends(listOf(data, name)));
	const identity = [get(data, 'syncType'), get(data, 'chunkOrder'), conversations, lists];
	return [{ key: join('hist', fingerprint(identity)) }];
}

type KeyReader = (event: JsonObject, envelope: JsonObject) => readonly DedupKey[];

/** Events that repeat without being duplicates: "connected" a second time is news. */
const NEVER: KeyReader = () => NONE;

/** Session and group events by lower-case type; wuzapi sends them, WaGo's docs name none of them. */
const OTHER_KEYS: ReadonlyMap<string, KeyReader> = new Map<string, KeyReader>([
	['connected', NEVER],
	['disconnected', NEVER],
	['keepaliverestored', NEVER],
	['keepalivetimeout', NEVER],
	['clientoutdated', NEVER],
	['connectfailure', NEVER],
	['temporaryban', NEVER],
	['qrtimeout', NEVER],
	[
		'qr',
		(_event, envelope) => {
			const picture = textOf(envelope, 'qrCodeBase64');
			return identified(envelope, ['qr'], picture && fingerprint(picture));
		},
	],
	['pairsuccess', (event) => shortLived('pair', bareJid(get(event, 'ID')))],
	[
		'mediaretry',
		(event, envelope) =>
			identified(envelope, ['retry'], get(event, 'MessageID'), get(event, 'Timestamp')),
	],
	[
		'groupinfo',
		(event) => lasting('group', get(event, 'JID'), get(event, 'Timestamp'), fingerprint(event)),
	],
	['joinedgroup', (event) => lasting('joined', get(event, 'JID'), fingerprint(event))],
	[
		'picture',
		(event, envelope) =>
			identified(
				envelope,
				['picture', get(event, 'JID')],
				get(event, 'PictureID'),
				get(event, 'Timestamp'),
			),
	],
	['newsletterjoin', (event) => shortLived('newsletterjoin', get(event, 'id'))],
	['newsletterleave', (event) => shortLived('newsletterleave', get(event, 'id'))],
	[
		'newslettermutechange',
		(event) => shortLived('newslettermute', get(event, 'id'), get(event, 'mute')),
	],
]);

/**
 * Events of no family of their own. What is not in the table goes by its whole content: for good where
 * it carries a time, which makes it the only one of its sort, else for a short while.
 */
export function otherKeys(
	type: string | undefined,
	event: JsonObject,
	envelope: JsonObject,
): readonly DedupKey[] {
	const known =
		type !== undefined && type.length < 64 ? OTHER_KEYS.get(type.toLowerCase()) : undefined;
	if (known) return known(event, envelope);
	const hasTime = ['Timestamp', 'Time'].some((name) => readTime(get(event, name)) !== undefined);
	return (hasTime ? lasting : shortLived)('raw', fingerprint(envelope));
}

/** By what tells one event of a sort from the next; where a server sends none of it, by all, for a short while. */
function identified(
	envelope: JsonObject,
	sort: unknown[],
	...identity: unknown[]
): readonly DedupKey[] {
	const isIdentified = identity.some((part) => typeof part === 'string' && part !== '');
	return isIdentified ? lasting(...sort, ...identity) : shortLived(...sort, fingerprint(envelope));
}

function lasting(...parts: unknown[]): readonly DedupKey[] {
	return [{ key: join(...parts) }];
}

function shortLived(...parts: unknown[]): readonly DedupKey[] {
	return [{ key: join(...parts), ttlSeconds: SHORT_TTL_SECONDS }];
}

function join(...parts: unknown[]): string {
	const key = parts.map((part) => (typeof part === 'string' ? part : '')).join('|');
	return key.length <= LONGEST_KEY ? key : `${key.slice(0, 64)}|${fingerprint(key)}`;
}

function ends(list: unknown[]): unknown[] {
	return list.length > 1 ? [list[0], list[list.length - 1]] : list;
}
