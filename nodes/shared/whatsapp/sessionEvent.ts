import { historyKeys, otherKeys } from './dedup';
import type { HistorySyncItem, LoggedOutItem } from './item';
import { get, isTrue, listOf, numberOf, present } from '../lib/lookup';
import type { FamilyReader, OwnFields } from './reading';
import { readTime } from '../lib/time';

/** `syncType` of WhatsApp's history sync, a number in Go's JSON. */
const HISTORY_TYPES = [
	'bootstrap',
	'status',
	'full',
	'recent',
	'pushNames',
	'nonBlocking',
	'onDemand',
];

/** A chunk of old messages: the item says what it holds, the messages themselves are in `raw`. */
export const readHistorySync: FamilyReader = ({ event }) => {
	const data = get(event, 'Data');
	return {
		keys: historyKeys(data),
		fields: (): OwnFields<HistorySyncItem> => ({ history: summarise(data) }),
	};
};

function summarise(data: unknown): HistorySyncItem['history'] {
	const conversations = listOf(data, 'conversations');
	const messages = conversations.map((conversation) => listOf(conversation, 'messages').length);
	return present({
		type: HISTORY_TYPES[numberOf(data, 'syncType') ?? -1],
		chunk: numberOf(data, 'chunkOrder'),
		progress: numberOf(data, 'progress'),
		conversations: conversations.length,
		messages: messages.reduce((sum, count) => sum + count, 0),
	});
}

/** The session was unlinked. Never deduplicated: it can happen again and looks the same then. */
export const readLoggedOut: FamilyReader = ({ event }) => ({
	keys: [],
	fields: (): OwnFields<LoggedOutItem> => ({
		logout: present({
			reason: numberOf(event, 'Reason'),
			onConnect: isTrue(event, 'OnConnect'),
		}),
	}),
});

/** Whatever no rule knows, passed through. */
export const readOther: FamilyReader = ({ type, event, envelope }) => ({
	time: readTime(get(event, 'Timestamp')) ?? readTime(get(event, 'Time')),
	keys: otherKeys(type, event, envelope),
	fields: () => ({}),
});
