import type { EventFamily } from './item';
import type { ChatType } from './jid';

/** The names WaGo can be asked for (WaGo docs, /webhooks/reference). */
export const SUBSCRIPTIONS = [
	'All',
	'Message',
	'Newsletter',
	'ReadReceipt',
	'Presence',
	'ChatPresence',
	'HistorySync',
	'Call',
	'LoggedOut',
] as const;

export type Subscription = (typeof SUBSCRIPTIONS)[number];

const BY_FAMILY: Readonly<Record<EventFamily, readonly Subscription[]>> = {
	message: ['Message'],
	receipt: ['ReadReceipt'],
	presence: ['Presence'],
	chatPresence: ['ChatPresence'],
	call: ['Call'],
	historySync: ['HistorySync'],
	loggedOut: ['LoggedOut'],
	undecryptable: [],
	other: [],
};

/** A channel's post may come under either name: the docs leave it open. */
const CHANNEL_POST: readonly Subscription[] = ['Message', 'Newsletter'];

/** Whether an event was asked for. `All` covers every family, and is the only one to cover some. */
export function isAskedFor(
	events: readonly string[],
	family: EventFamily,
	chatType?: ChatType,
): boolean {
	if (events.includes('All')) return true;
	const isPost = family === 'message' && chatType === 'channel';
	return (isPost ? CHANNEL_POST : BY_FAMILY[family]).some((name) => events.includes(name));
}
