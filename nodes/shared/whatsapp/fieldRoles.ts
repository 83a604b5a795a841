import { RULES } from './kinds';
import type { KindRule } from './kinds';

/** Fields that come along with content, or alone, and are none: keys, shared history, chores of the apps. */
const COMPANIONS = [
	'messageContextInfo',
	'senderKeyDistributionMessage',
	'fastRatchetKeySenderKeyDistributionMessage',
	'groupRootKeyShare',
	'rootSecretDistributeMessage',
	'messageHistoryNotice',
	'messageHistoryBundle',
	'stickerSyncRmrMessage',
];

/**
 * Fields of the form `{ message: { … } }` around the real content. whatsmeow takes the first group off itself,
 * except in raw and quoted messages; the rest it leaves on. A comment holds the message it comments with.
 */
const WRAPPERS = [
	'deviceSentMessage',
	'botInvokeMessage',
	'ephemeralMessage',
	'viewOnceMessage',
	'viewOnceMessageV2',
	'viewOnceMessageV2Extension',
	'lottieStickerMessage',
	'documentWithCaptionMessage',
	'editedMessage',

	'groupMentionedMessage',
	'associatedChildMessage',
	'pollCreationMessageV4',
	'statusMentionMessage',
	'groupStatusMentionMessage',
	'groupStatusMessage',
	'groupStatusMessageV2',
	'botForwardedMessage',
	'spoilerMessage',
	'questionMessage',
	'questionReplyMessage',
	'eventCoverImage',
	'limitSharingMessage',
	'botTaskMessage',
	'statusAddYours',
	'pollCreationOptionImageMessage',
	'newsletterAdminProfileMessage',
	'newsletterAdminProfileMessageV2',
	'newsletterAdminProfileStatusMessage',
	'commentMessage',
];

export type FieldRole =
	| { readonly role: 'companion' }
	| { readonly role: 'wrapper'; readonly name: string; readonly rank: number }
	| { readonly role: 'content'; readonly rule: KindRule; readonly rank: number };

const ROLES: ReadonlyArray<readonly [name: string, role: FieldRole]> = [
	...Object.entries(RULES).map(
		([name, rule], rank) => [name, { role: 'content', rule, rank }] as const,
	),
	...WRAPPERS.map((name, rank) => [name, { role: 'wrapper', name, rank }] as const),
	...COMPANIONS.map((name) => [name, { role: 'companion' }] as const),
];

/** Both spellings in one map: the usual one is found without making a lower-case copy of each name. */
const ROLE_BY_NAME: ReadonlyMap<string, FieldRole> = new Map(
	ROLES.flatMap(([name, role]) => [[name, role] as const, [name.toLowerCase(), role] as const]),
);

/** What a field of a `Message` is, by its name in any casing; the rank is its place in the tables above. */
export function roleOf(name: string): FieldRole | undefined {
	return ROLE_BY_NAME.get(name) ?? ROLE_BY_NAME.get(name.toLowerCase());
}
