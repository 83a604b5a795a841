import type { ChatType } from './jid';
import type { Media, MessageDetails } from './messageParts';

/** The families of events, as the trigger names them in `event`. */
export type EventFamily =
	| 'message'
	| 'receipt'
	| 'presence'
	| 'chatPresence'
	| 'call'
	| 'historySync'
	| 'loggedOut'
	| 'undecryptable'
	| 'other';

/** What a message is, in the order of the editor's list. */
export const MESSAGE_KINDS = [
	'text',
	'image',
	'video',
	'gif',
	'videoNote',
	'voice',
	'audio',
	'document',
	'sticker',
	'stickerPack',
	'location',
	'liveLocation',
	'contact',
	'contacts',
	'reaction',
	'poll',
	'pollVote',
	'pollResult',
	'pollOption',
	'edit',
	'editEncrypted',
	'revoke',
	'buttonReply',
	'listReply',
	'interactiveReply',
	'buttons',
	'list',
	'template',
	'interactive',
	'order',
	'product',
	'groupInvite',
	'channelInvite',
	'calendarEvent',
	'album',
	'pin',
	'keep',
	'viewOnce',
	'callLog',
	'disappearingSetting',
	'encrypted',
	'other',
] as const;

/** `noise` is what carries nothing for people: key distribution, own-device traffic, protocol chores. */
export type MessageKind = (typeof MESSAGE_KINDS)[number] | 'noise';

/** A person, by all their known addresses. `phone` is digits and is never made from a hidden number (LID). */
export interface Party {
	id: string;
	phone?: string;
	lid?: string;
	name?: string;
}

export interface Chat {
	id: string;
	type: ChatType;
	phone?: string;
}

export interface Quoted {
	messageId: string;
	senderId?: string;
	/** The chat of the quoted message where it is another one: `status@broadcast` for an answer to a status. */
	chatId?: string;
	/** Absent where the reply names a message without repeating it. */
	kind?: MessageKind;
	text?: string;
	/** Of a quoted file: what it is, and how it can be downloaded. */
	media?: Media;
}

export interface MessageFlags {
	forwarded?: true;
	ephemeral?: true;
	viewOnce?: true;
	edited?: true;
	hd?: true;
}

export interface ItemBase {
	/** WaGo's own name of the event. */
	type?: string;
	timestamp?: string;
	dedupKey?: string;
	raw?: unknown;
}

export interface MessageItem extends ItemBase, MessageDetails {
	event: 'message';
	messageId: string;
	kind: MessageKind;
	text?: string;
	chat: Chat;
	sender: Party;
	replyTo: string;
	fromMe: boolean;
	sentBy?: SentBy;
	media?: Media;
	quoted?: Quoted;
	mentions?: string[];
	/** Everybody in the group is mentioned (@all). */
	mentionsAll?: boolean;
	targetId?: string;
	/** The header message of the album that this picture or video belongs to. */
	albumId?: string;
	/** The picture or video that this one, the better copy, takes the place of. */
	replacesId?: string;
	/** The live photo that this clip, the event or the poll that this picture is a part of. */
	partOfId?: string;
	/** A channel's own number of the post. */
	serverId?: number;
	flags?: MessageFlags;
}

/** Who made a message of the account itself: a send of this package, or a person with the phone. */
export type SentBy = 'workflow' | 'person';

export type ReceiptState = 'delivered' | 'read' | 'readSelf' | 'played';

export interface ReceiptItem extends ItemBase {
	event: 'receipt';
	messageIds: string[];
	receipt: ReceiptState;
	chat: Chat;
	sender: Party;
}

export interface PresenceItem extends ItemBase {
	event: 'presence';
	presence: 'online' | 'offline';
	sender: Party;
	lastSeen?: string;
}

export interface ChatPresenceItem extends ItemBase {
	event: 'chatPresence';
	presence: 'composing' | 'recording' | 'paused';
	chat: Chat;
	sender: Party;
}

export interface CallItem extends ItemBase {
	event: 'call';
	call: {
		id: string;
		state: string;
		from: string;
		video?: boolean;
		group?: string;
		reason?: string;
	};
	sender: Party;
	replyTo: string;
}

export interface HistorySyncItem extends ItemBase {
	event: 'historySync';
	history: {
		type?: string;
		chunk?: number;
		progress?: number;
		conversations: number;
		messages: number;
	};
}

export interface LoggedOutItem extends ItemBase {
	event: 'loggedOut';
	/** `reason` is WhatsApp's own code: 401 unlinked on the phone, 403 main device gone, 406 unknown. */
	logout: { reason?: number; onConnect: boolean };
}

export interface UndecryptableItem extends ItemBase {
	event: 'undecryptable';
	messageId: string;
	chat: Chat;
	sender: Party;
	replyTo: string;
	fromMe: boolean;
	/** Set where WhatsApp withholds the content on linked devices, such as `view_once`. */
	unavailable?: string;
}

export interface OtherItem extends ItemBase {
	event: 'other';
}

export type WagoItem =
	| MessageItem
	| ReceiptItem
	| PresenceItem
	| ChatPresenceItem
	| CallItem
	| HistorySyncItem
	| LoggedOutItem
	| UndecryptableItem
	| OtherItem;
