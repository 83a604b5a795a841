import * as details from './details';
import type { DetailReader } from './details';
import * as interactive from './interactive';
import type { MediaType, MessageKind } from './item';
import { get, getPath, has, isTrue, numberOf, textOf } from '../lib/lookup';

/** How the content of one field of a `Message` is read. */
export interface KindRule {
	readonly kind: MessageKind | ((body: unknown) => MessageKind);
	/** The text or caption. */
	readonly text?: (body: unknown) => string | undefined;
	/** The field that holds the key of the message this one is about; versions may differ in its name. */
	readonly target?: string | readonly [string, string];
	/** The field that holds the new message, where this one is an edit. */
	readonly edited?: string;
	/** Which download endpoint takes the file. */
	readonly media?: MediaType;
	/** The header that may hold media, in messages with buttons. */
	readonly header?: (body: unknown) => unknown;
	readonly details?: DetailReader;
}

const field = (name: string) => (body: unknown) => textOf(body, name);

/** The first of some fields that holds a text. */
const firstField =
	(...names: string[]) =>
	(body: unknown) =>
		names.map((name) => textOf(body, name)).find((text) => text !== undefined);

/** All of some fields that hold a text, one a line. */
const lines =
	(...names: string[]) =>
	(body: unknown) =>
		names
			.map((name) => textOf(body, name))
			.filter((text) => text !== undefined)
			.join('\n') || undefined;

/** By `protocolMessage.type`, a number in Go's JSON; the names are those of other serialisers. */
const PROTOCOL_KINDS: ReadonlyMap<unknown, MessageKind> = new Map<unknown, MessageKind>([
	[0, 'revoke'],
	['REVOKE', 'revoke'],
	[3, 'disappearingSetting'],
	['EPHEMERAL_SETTING', 'disappearingSetting'],
	[14, 'edit'],
	['MESSAGE_EDIT', 'edit'],
	// No content, and yet the moment at which a hidden number gets a phone.
	[11, 'other'],
	['SHARE_PHONE_NUMBER', 'other'],
]);

/** A missing type is the enum's zero value, a revoke, as long as it says of what. Other types are chores. */
function protocolKind(body: unknown): MessageKind {
	const type = get(body, 'type') ?? (has(body, 'key') ? 0 : undefined);
	return PROTOCOL_KINDS.get(type) ?? 'noise';
}

/** `secretEncType`: 1 edits a calendar event, 2 a message, 4 a poll; 5 adds an option to a poll. */
const SEALED_EDITS: ReadonlyArray<number | undefined> = [undefined, 1, 2, 4];

const poll: KindRule = { kind: 'poll', text: field('name'), details: details.pollDetails };
const pollResult: KindRule = {
	kind: 'pollResult',
	text: field('name'),
	details: details.pollResultDetails,
};
const encrypted: KindRule = { kind: 'encrypted', target: 'targetMessageKey' };

/**
 * From the fields of whatsmeow's `Message` to kinds. Where a message has several, the one that stands first
 * here is its content. What is missing here is `other`.
 */
const RULES: Readonly<Record<string, KindRule>> = {
	protocolMessage: {
		kind: protocolKind,
		target: 'key',
		edited: 'editedMessage',
		details: (body, context) =>
			protocolKind(body) === 'disappearingSetting'
				? details.disappearingDetails(body, context)
				: {},
	},
	secretEncryptedMessage: {
		kind: (body) =>
			SEALED_EDITS.includes(numberOf(body, 'secretEncType')) ? 'editEncrypted' : 'encrypted',
		target: 'targetMessageKey',
	},
	reactionMessage: {
		kind: 'reaction',
		text: field('text'),
		target: 'key',
		details: details.reactionDetails,
	},
	encReactionMessage: encrypted,
	encCommentMessage: encrypted,
	encEventResponseMessage: {
		kind: 'encrypted',
		target: ['eventCreationMessageKey', 'targetMessageKey'],
	},
	imageMessage: { kind: 'image', text: field('caption'), media: 'image' },
	videoMessage: {
		kind: (body) => (isTrue(body, 'gifPlayback') ? 'gif' : 'video'),
		text: field('caption'),
		media: 'video',
	},
	ptvMessage: { kind: 'videoNote', media: 'video' },
	audioMessage: { kind: (body) => (isTrue(body, 'PTT') ? 'voice' : 'audio'), media: 'audio' },
	documentMessage: { kind: 'document', text: field('caption'), media: 'document' },
	stickerMessage: { kind: 'sticker', text: field('emojis'), media: 'sticker' },
	stickerPackMessage: { kind: 'stickerPack', text: firstField('caption', 'name') },
	locationMessage: {
		kind: 'location',
		text: lines('name', 'address', 'comment'),
		details: details.locationDetails,
	},
	liveLocationMessage: {
		kind: 'liveLocation',
		text: field('caption'),
		details: details.liveLocationDetails,
	},
	contactMessage: {
		kind: 'contact',
		text: field('displayName'),
		details: details.contactDetails,
	},
	contactsArrayMessage: {
		kind: 'contacts',
		text: field('displayName'),
		details: details.contactsDetails,
	},
	pollCreationMessage: poll,
	pollCreationMessageV2: poll,
	pollCreationMessageV3: poll,
	pollCreationMessageV5: poll,
	pollCreationMessageV6: poll,
	pollUpdateMessage: {
		kind: 'pollVote',
		target: 'pollCreationMessageKey',
		details: details.pollVoteDetails,
	},
	pollResultSnapshotMessage: pollResult,
	pollResultSnapshotMessageV3: pollResult,
	buttonsResponseMessage: {
		kind: 'buttonReply',
		text: interactive.buttonReplyText,
		details: interactive.buttonReplyDetails,
	},
	templateButtonReplyMessage: {
		kind: 'buttonReply',
		text: field('selectedDisplayText'),
		details: interactive.templateReplyDetails,
	},
	listResponseMessage: {
		kind: 'listReply',
		text: lines('title', 'description'),
		details: interactive.listReplyDetails,
	},
	interactiveResponseMessage: {
		kind: 'interactiveReply',
		text: (body) => textOf(get(body, 'body'), 'text'),
		details: interactive.interactiveReplyDetails,
	},
	buttonsMessage: {
		kind: 'buttons',
		text: field('contentText'),
		header: (body) => get(body, 'Header'),
		details: interactive.buttonsDetails,
	},
	listMessage: {
		kind: 'list',
		text: firstField('description', 'title'),
		details: interactive.listDetails,
	},
	templateMessage: {
		kind: 'template',
		text: (body) => textOf(interactive.templateOf(body), 'hydratedContentText'),
		header: (body) => get(interactive.templateOf(body), 'Title'),
		details: interactive.templateDetails,
	},
	interactiveMessage: {
		kind: 'interactive',
		text: (body) => textOf(get(body, 'body'), 'text'),
		header: (body) => getPath(body, 'header', 'Media'),
		details: interactive.interactiveDetails,
	},
	groupInviteMessage: {
		kind: 'groupInvite',
		text: field('caption'),
		details: details.groupInviteDetails,
	},
	newsletterAdminInviteMessage: {
		kind: 'channelInvite',
		text: field('caption'),
		details: details.channelInviteDetails,
	},
	orderMessage: { kind: 'order', text: field('message'), details: details.orderDetails },
	productMessage: {
		kind: 'product',
		text: (body) => textOf(body, 'body') ?? textOf(get(body, 'product'), 'title'),
		details: details.productDetails,
	},
	eventMessage: {
		kind: 'calendarEvent',
		text: lines('name', 'description'),
		details: details.calendarEventDetails,
	},
	albumMessage: { kind: 'album', details: details.albumDetails },
	pinInChatMessage: { kind: 'pin', target: 'key', details: details.pinDetails },
	keepInChatMessage: { kind: 'keep', target: 'key', details: details.keepDetails },
	callLogMesssage: { kind: 'callLog', details: details.callLogDetails },
	extendedTextMessage: { kind: 'text', text: field('text'), details: details.linkDetails },
	conversation: { kind: 'text', text: (body) => (typeof body === 'string' ? body : undefined) },
};

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
