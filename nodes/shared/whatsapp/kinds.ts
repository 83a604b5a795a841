import * as details from './details';
import type { DetailReader } from './details';
import * as replies from './buttonReply';
import type { MessageKind } from './item';
import type { MediaType } from './messageParts';
import * as offers from './offer';
import type { OfferReader } from './offer';
import { get, has, isTrue, numberOf, textOf } from '../lib/lookup';
import {
	captionOrSong,
	field,
	firstField,
	lines,
	musicText,
	noteText,
	pathText,
	richText,
	textOrSong,
} from './texts';

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
const channelInvite: KindRule = {
	kind: 'channelInvite',
	text: field('caption'),
	details: details.channelInviteDetails,
};
/** An answer to a question, which is asked in a status or a channel. */
const answer: KindRule = { kind: 'text', text: field('text'), target: 'key' };

const offer = (kind: MessageKind, read: OfferReader): KindRule => ({
	kind,
	text: (body) => read(body).text,
	header: (body) => read(body).header,
	details: offers.offerDetails(read),
});

const encrypted: KindRule = { kind: 'encrypted', target: 'targetMessageKey' };

/**
 * From the fields of whatsmeow's `Message` to kinds. Where a message has several, the one that stands first
 * here is its content. What is missing here is `other`.
 */
export const RULES: Readonly<Record<string, KindRule>> = {
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
	imageMessage: { kind: 'image', text: captionOrSong, media: 'image' },
	videoMessage: {
		kind: (body) => (isTrue(body, 'gifPlayback') ? 'gif' : 'video'),
		text: captionOrSong,
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
	pollAddOptionMessage: {
		kind: 'pollOption',
		text: pathText('addOption', 'optionName'),
		target: 'pollCreationMessageKey',
		details: details.pollOptionDetails,
	},
	pollResultSnapshotMessage: pollResult,
	pollResultSnapshotMessageV3: pollResult,
	buttonsResponseMessage: {
		kind: 'buttonReply',
		text: replies.buttonReplyText,
		details: replies.buttonReplyDetails,
	},
	templateButtonReplyMessage: {
		kind: 'buttonReply',
		text: field('selectedDisplayText'),
		details: replies.templateReplyDetails,
	},
	listResponseMessage: {
		kind: 'listReply',
		text: lines('title', 'description'),
		details: replies.listReplyDetails,
	},
	interactiveResponseMessage: {
		kind: 'interactiveReply',
		text: pathText('body', 'text'),
		details: replies.interactiveReplyDetails,
	},
	buttonsMessage: offer('buttons', offers.readButtons),
	listMessage: offer('list', offers.readList),
	templateMessage: offer('template', offers.readTemplate),
	highlyStructuredMessage: { kind: 'template', text: offers.filledText },
	interactiveMessage: offer('interactive', offers.readInteractive),
	groupInviteMessage: {
		kind: 'groupInvite',
		text: field('caption'),
		details: details.groupInviteDetails,
	},
	newsletterAdminInviteMessage: channelInvite,
	newsletterFollowerInviteMessage: channelInvite,
	newsletterFollowerInviteMessageV2: channelInvite,
	orderMessage: { kind: 'order', text: field('message'), details: details.orderDetails },
	productMessage: {
		kind: 'product',
		text: (body) =>
			textOf(body, 'body') ??
			textOf(get(body, 'product'), 'title') ??
			textOf(get(body, 'catalog'), 'title'),
		header: (body) => ({
			ImageMessage:
				get(get(body, 'product'), 'productImage') ?? get(get(body, 'catalog'), 'catalogImage'),
		}),
		details: details.productDetails,
	},
	eventMessage: {
		kind: 'calendarEvent',
		text: lines('name', 'description'),
		details: details.calendarEventDetails,
	},
	eventInviteMessage: {
		kind: 'calendarEvent',
		text: firstField('caption', 'eventTitle'),
		details: details.eventInviteDetails,
	},
	scheduledCallCreationMessage: {
		kind: 'calendarEvent',
		text: field('title'),
		details: details.scheduledCallDetails,
	},
	albumMessage: { kind: 'album', details: details.albumDetails },
	pinInChatMessage: { kind: 'pin', target: 'key', details: details.pinDetails },
	keepInChatMessage: { kind: 'keep', target: 'key', details: details.keepDetails },
	callLogMesssage: { kind: 'callLog', details: details.callLogDetails },
	questionResponseMessage: answer,
	statusQuestionAnswerMessage: answer,
	richResponseMessage: { kind: 'text', text: richText },
	extendedTextMessage: { kind: 'text', text: textOrSong, details: details.linkDetails },
	conversation: { kind: 'text', text: (body) => (typeof body === 'string' ? body : undefined) },

	// Without a kind of their own, and yet with words, or about another message.
	requestPaymentMessage: {
		kind: 'other',
		text: noteText,
		details: details.paymentDetails,
	},
	splitPaymentMessage: {
		kind: 'other',
		text: field('description'),
		details: details.paymentDetails,
	},
	paymentReminderMessage: {
		kind: 'other',
		text: field('description'),
		details: details.paymentDetails,
	},
	sendPaymentMessage: { kind: 'other', text: noteText, target: 'requestMessageKey' },
	declinePaymentRequestMessage: { kind: 'other', target: 'key' },
	cancelPaymentRequestMessage: { kind: 'other', target: 'key' },
	invoiceMessage: { kind: 'other', text: field('note') },
	bcallMessage: { kind: 'other', text: field('caption') },
	musicMessage: { kind: 'other', text: musicText },
	statusQuotedMessage: { kind: 'other', text: field('text'), target: 'originalStatusID' },
	statusNotificationMessage: { kind: 'other', target: 'originalMessageKey' },
	statusStickerInteractionMessage: { kind: 'other', target: 'key' },
	scheduledCallEditMessage: { kind: 'other', target: 'key' },
};
