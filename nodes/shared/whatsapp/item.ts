import type { ChatType } from './jid';

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

/** Which of WaGo's download endpoints takes a file. */
export type MediaType = 'image' | 'video' | 'audio' | 'document' | 'sticker';

/** What `message:downloadMedia` takes: the fields of WaGo's download body, and which endpoint takes them. */
export interface MediaDownload {
	type: MediaType;
	url: string;
	directPath: string;
	mediaKey: string;
	mimetype: string;
	fileEncSHA256: string;
	fileSHA256: string;
	fileLength: number;
}

export interface Media {
	mimeType: string;
	fileName?: string;
	fileSize?: number;
	seconds?: number;
	width?: number;
	height?: number;
	/** Pages of a document. */
	pages?: number;
	/** Of a sticker. */
	animated?: boolean;
	/** The binary property that holds the file, set when the file is stored. */
	binary?: string;
	/** Set when WaGo sent no file along. */
	download?: MediaDownload;
}

export interface Quoted {
	messageId: string;
	senderId?: string;
	/** The chat of the quoted message where it is another one: `status@broadcast` for an answer to a status. */
	chatId?: string;
	/** Absent where the reply names a message without repeating it. */
	kind?: MessageKind;
	text?: string;
}

export interface Location {
	latitude?: number;
	longitude?: number;
	name?: string;
	address?: string;
	url?: string;
	live?: boolean;
}

/** A contact card: phones as digits, those with a WhatsApp account first. */
export interface ContactCard {
	name?: string;
	phones: string[];
	vcard: string;
}

export interface Choice {
	id?: string;
	text?: string;
	description?: string;
	url?: string;
}

/** The fields that belong to some kinds only. Documented in docs/trigger-output.md. */
export interface MessageDetails {
	reaction?: { emoji?: string; removed?: boolean };
	location?: Location;
	contacts?: ContactCard[];
	poll?: { name?: string; options: string[]; maxChoices?: number; votes?: number[] };
	pollVote?: { hashes?: string[]; options?: string[] };
	/** What was tapped or chosen. */
	button?: Choice & { index?: number; name?: string; params?: unknown };
	/** What a message with buttons or a list offers. */
	choices?: Choice[];
	order?: {
		id?: string;
		token?: string;
		title?: string;
		itemCount?: number;
		total?: number;
		currency?: string;
		seller?: string;
		details?: unknown;
	};
	product?: {
		id?: string;
		title?: string;
		description?: string;
		price?: number;
		currency?: string;
		url?: string;
		seller?: string;
	};
	groupInvite?: { groupId?: string; code?: string; name?: string; expiresAt?: string };
	channelInvite?: { channelId?: string; name?: string; expiresAt?: string };
	calendarEvent?: {
		name?: string;
		description?: string;
		startsAt?: string;
		endsAt?: string;
		location?: string;
		cancelled?: boolean;
	};
	album?: { images?: number; videos?: number };
	/** Pins and kept messages: what was done. */
	action?: 'pin' | 'unpin' | 'keep' | 'unkeep';
	callLog?: { outcome?: number; seconds?: number; video?: boolean };
	disappearingSeconds?: number;
	link?: { url: string; title?: string; description?: string };
	ad?: {
		title?: string;
		body?: string;
		sourceType?: string;
		sourceId?: string;
		sourceUrl?: string;
		ctwaClid?: string;
	};
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
