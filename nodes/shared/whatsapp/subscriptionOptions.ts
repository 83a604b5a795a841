import type { Subscription } from './subscriptions';

interface SubscriptionOption {
	readonly name: string;
	readonly value: Subscription;
	readonly description: string;
}

/** The nine subscriptions and what each brings, as both nodes offer them. */
export const SUBSCRIPTION_OPTIONS: readonly SubscriptionOption[] = [
	{
		name: 'All',
		value: 'All',
		description: 'Everything that WaGo sends, also what has no name of its own',
	},
	{ name: 'Call', value: 'Call', description: 'A call is offered, accepted, rejected or ended' },
	{
		name: 'Chat Presence',
		value: 'ChatPresence',
		description: 'Someone types or records in a chat',
	},
	{
		name: 'History Sync',
		value: 'HistorySync',
		description: 'Older messages, after a session was linked',
	},
	{
		name: 'Logged Out',
		value: 'LoggedOut',
		description: 'The session was unlinked from the phone',
	},
	{
		name: 'Message',
		value: 'Message',
		description: 'A message of any kind, received or sent by the account',
	},
	{ name: 'Newsletter', value: 'Newsletter', description: 'A post in a channel' },
	{ name: 'Presence', value: 'Presence', description: 'A contact comes online or goes offline' },
	{
		name: 'Read Receipt',
		value: 'ReadReceipt',
		description: 'A message was delivered, read or played',
	},
];
