import type { Subscription } from './subscriptions';

interface SubscriptionOption {
	readonly name: string;
	readonly value: Subscription;
	readonly description: string;
}

/** The nine subscriptions as the editor offers them. */
export const SUBSCRIPTION_OPTIONS: readonly SubscriptionOption[] = [
	{ name: 'All', value: 'All', description: 'Everything that WaGo can deliver' },
	{ name: 'Call', value: 'Call', description: 'Somebody calls, and what becomes of the call' },
	{
		name: 'Chat Presence',
		value: 'ChatPresence',
		description: 'Somebody types or records a voice message',
	},
	{
		name: 'History Sync',
		value: 'HistorySync',
		description: 'Old chats, sent after a phone was linked: large deliveries',
	},
	{ name: 'Logged Out', value: 'LoggedOut', description: 'The phone ended the link' },
	{
		name: 'Message',
		value: 'Message',
		description: 'Messages of all kinds, also those of the account itself',
	},
	{ name: 'Newsletter', value: 'Newsletter', description: 'Posts and changes of channels' },
	{ name: 'Presence', value: 'Presence', description: 'A contact comes online or goes offline' },
	{
		name: 'Read Receipt',
		value: 'ReadReceipt',
		description: 'Messages were delivered, read or played',
	},
];
