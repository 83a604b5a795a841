import type { ChatPresenceItem, PresenceItem } from './item';
import { get, isTrue, textOf } from '../lib/lookup';
import type { FamilyReader, OwnFields } from './reading';
import { readParty, readSource } from './source';
import { isoTime } from '../lib/time';

/**
 * Someone is online or not. Never deduplicated: the same event twice is real, and has no ID.
 * `state` beside the event is WaGo's (WaGo docs, /webhooks/events); without it `Unavailable` tells.
 */
export const readPresence: FamilyReader = ({ event, envelope }) => {
	const state = textOf(envelope, 'state')?.toLowerCase();
	const isOffline = state === undefined ? isTrue(event, 'Unavailable') : state === 'offline';
	return {
		keys: [],
		fields: (): OwnFields<PresenceItem> => ({
			presence: isOffline ? 'offline' : 'online',
			sender: readParty([get(event, 'From')]),
			lastSeen: isoTime(get(event, 'LastSeen')),
		}),
	};
};

/** Someone types or records. It carries neither a time nor an ID, so it is never deduplicated either. */
export const readChatPresence: FamilyReader = ({ event }) => {
	const source = readSource(event);
	const isTyping = textOf(event, 'State') === 'composing';
	const activity = textOf(event, 'Media') === 'audio' ? 'recording' : 'composing';
	return {
		source,
		keys: [],
		fields: (): OwnFields<ChatPresenceItem> => ({
			presence: isTyping ? activity : 'paused',
			chat: source.chat,
			sender: source.sender,
		}),
	};
};
