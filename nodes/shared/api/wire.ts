/**
 * What requests to WaGo look like: the keys of every body, by endpoint and by the name that operations use. WaGo is
 * closed source. What its documentation shows is marked so; the rest is inferred from its public relatives. Correct a
 * wrong guess here and nowhere else. The keys of answers are in `answerKeys.ts`, error texts in `failureRules.ts`.
 */
import type { IDataObject } from 'n8n-workflow';

import { documented, inferred, partly, type BodyWire, type Keys } from './bodyWire';

/** What every message has (WaGo docs, /messages/sending, 'common fields'). */
const MESSAGE = { recipient: 'Phone', messageId: 'Id', contextInfo: 'ContextInfo' } as const;

const CONNECTION = { subscribe: 'Subscribe', immediate: 'Immediate', phone: 'Phone' } as const;

const LINK_PREVIEW = {
	text: 'Text',
	url: 'Url',
	title: 'Title',
	description: 'Description',
	imageUrl: 'ImgUrl',
} as const;

const BUTTONS = {
	text: 'Title',
	footer: 'Footer',
	buttons: 'Buttons',
	buttonId: 'ButtonId',
	buttonText: 'ButtonText',
} as const;

/** WaGo docs, /messages/interactive: carousels spell their recipient in lower case. */
const CAROUSEL = {
	recipient: 'phone',
	text: 'message',
	cards: 'carousel',
	cardText: 'text',
	buttons: 'buttons',
	buttonId: 'id',
	buttonText: 'label',
	buttonType: 'type',
	buttonUrl: 'url',
} as const;

const CAROUSEL_GUESSES = {
	messageId: 'Id',
	contextInfo: 'ContextInfo',
	buttonCode: 'copy_code',
	buttonPhone: 'phone',
} as const;

/** WaGo docs, /messages/manage-and-download. */
const DOWNLOAD = documented({
	url: 'url',
	directPath: 'directPath',
	mediaKey: 'mediaKey',
	mimetype: 'mimetype',
	fileEncSHA256: 'fileEncSHA256',
	fileSHA256: 'fileSHA256',
	fileLength: 'fileLength',
} as const);

const COMMUNITY_GROUPS = inferred('evolution-go', {
	communityId: 'communityJid',
	groups: 'groupJid',
} as const);

/** The bodies by endpoint. A request carries exactly one spelling of a key. */
export const BODIES = {
	/** Part of a message: what it quotes and whom it mentions. */
	contextInfo: inferred('wuzapi: ContextInfo of every send, quote keys both or neither', {
		messageId: 'StanzaId',
		senderId: 'Participant',
		mentions: 'MentionedJID',
	}),

	'/session/init': documented({ name: 'Name', token: 'Token', os: 'Os' }),
	'/session/connect': documented(CONNECTION),
	'/session/pair': documented(CONNECTION),
	'/webhook': documented({ url: 'WebhookURL' }),

	'/send/text': documented({ ...MESSAGE, text: 'Body', forward: 'Forward' }),
	'/send/image': documented({ ...MESSAGE, image: 'Image', caption: 'Caption' }),
	'/send/video': partly({ ...MESSAGE, caption: 'Caption' }, 'wuzapi', { video: 'Video' }),
	'/send/audio': partly(MESSAGE, 'wuzapi: always sent as a voice note', { audio: 'Audio' }),
	'/send/document': documented({
		...MESSAGE,
		document: 'Document',
		fileName: 'FileName',
		caption: 'Caption',
		mimeType: 'Mimetype',
	}),
	'/send/sticker': partly(MESSAGE, 'wuzapi', { sticker: 'Sticker' }),
	'/send/mediaurl': partly(MESSAGE, 'weak: named after evolution-go /send/media', {
		url: 'Url',
		type: 'Type',
		caption: 'Caption',
		fileName: 'FileName',
	}),
	'/send/location': partly(MESSAGE, 'wuzapi', {
		latitude: 'Latitude',
		longitude: 'Longitude',
		name: 'Name',
	}),
	'/send/contact': partly(MESSAGE, 'wuzapi; evolution-go has a structured card instead', {
		name: 'Name',
		vcard: 'Vcard',
	}),
	'/send/poll': documented({
		...MESSAGE,
		question: 'Question',
		choices: 'Options',
		maxChoices: 'MaxAnswer',
	}),
	'/send/groupinvite': partly(MESSAGE, 'weak: named after whatsmeow GroupInviteMessage', {
		groupId: 'GroupJID',
		inviteCode: 'InviteCode',
		groupName: 'GroupName',
		caption: 'Caption',
	}),
	'/send/preview': partly(MESSAGE, 'weak: named after evolution-go /send/link', LINK_PREVIEW),
	'/send/preview2': partly(MESSAGE, 'weak: as /send/preview', LINK_PREVIEW),
	'/send/buttons': partly(MESSAGE, 'wuzapi: at most three buttons', BUTTONS),
	'/send/mediabutton': partly(
		MESSAGE,
		'weak: /send/buttons with the media keys of /send/carouselmedia',
		{ ...BUTTONS, mediaUrl: 'MediaUrl', mediaType: 'MediaType' },
	),
	'/send/template': partly(MESSAGE, 'wuzapi', {
		text: 'Content',
		footer: 'Footer',
		buttons: 'Buttons',
		buttonText: 'DisplayText',
		buttonId: 'Id',
		buttonUrl: 'Url',
		buttonPhone: 'PhoneNumber',
		buttonType: 'Type',
	}),
	'/send/list': partly(MESSAGE, 'wuzapi', {
		title: 'Title',
		text: 'Description',
		buttonText: 'ButtonText',
		footer: 'FooterText',
		sections: 'Sections',
		sectionTitle: 'Title',
		rows: 'Rows',
		rowId: 'RowId',
		rowTitle: 'Title',
		rowDescription: 'Description',
	}),
	'/send/carousel': partly(
		CAROUSEL,
		'weak: two button keys that the documentation leaves out, common fields spelled as in the other sends',
		CAROUSEL_GUESSES,
	),
	'/send/carouselmedia': partly(
		{ ...CAROUSEL, mediaUrl: 'media_url', mediaType: 'media_type', caption: 'caption' },
		'weak: as /send/carousel',
		CAROUSEL_GUESSES,
	),
	'/send/locationbutton': partly(MESSAGE, 'weak: the common fields of sends', { text: 'Body' }),
	'/send/pixbutton': partly(MESSAGE, 'weak: named after the PIX button of WhatsApp Business', {
		text: 'Body',
		pixKey: 'PixKey',
		pixKeyType: 'PixKeyType',
		merchantName: 'MerchantName',
	}),
	'/send/reviewpay': partly(MESSAGE, 'weak: named after the order details of WhatsApp Business', {
		text: 'Body',
		referenceId: 'ReferenceId',
		currency: 'Currency',
		total: 'Total',
		items: 'Items',
		itemName: 'Name',
		itemQuantity: 'Quantity',
		itemAmount: 'Amount',
	}),

	'/message/react': documented({
		recipient: 'Phone',
		emoji: 'Body',
		messageId: 'Id',
		fromMe: 'IsFromMe',
		senderId: 'Participant',
	}),
	'/message/edit': documented({ chatId: 'Chat', text: 'Message', messageId: 'MessageID' }),
	'/message/delete': documented({ chatId: 'Chat', messageId: 'MessageID' }),
	'/message/markread': documented({ messageIds: 'Id', chatId: 'Chat', senderId: 'Sender' }),
	'/message/presence': documented({ recipient: 'Phone', state: 'State', media: 'Media' }),
	'/message/status': documented({ messageId: 'Id' }),
	'/message/download/image': DOWNLOAD,
	'/message/download/video': DOWNLOAD,
	'/message/download/audio': DOWNLOAD,
	'/message/download/document': DOWNLOAD,
	'/message/download/sticker': DOWNLOAD,

	'/group/info': inferred('wuzapi', { groupId: 'GroupJID' }),
	'/group/update': inferred('a public page of very probably the same server', {
		groupId: 'GroupJID',
		participants: 'ParticipantJID',
		action: 'Action',
	}),
	'/group/create': inferred('weak: evolution-go, spelled as wuzapi spells', {
		name: 'GroupName',
		participants: 'Participants',
	}),
	'/group/join': inferred('evolution-go', { code: 'Code' }),
	'/group/leave': inferred('wuzapi', { groupId: 'GroupJID' }),
	'/group/invitelink': inferred('wuzapi', { groupId: 'GroupJID', reset: 'Reset' }),
	'/group/name': inferred('wuzapi', { groupId: 'GroupJID', name: 'Name' }),
	'/group/photo': inferred('wuzapi: a JPEG data URL', { groupId: 'GroupJID', image: 'Image' }),

	'/user/check': inferred('wuzapi', { phones: 'Phone' }),
	'/user/info': inferred('wuzapi', { phones: 'Phone' }),
	'/user/avatar': inferred('wuzapi', { phone: 'Phone', preview: 'Preview' }),
	'/user/block': inferred('weak', { phone: 'Phone' }),
	'/user/unblock': inferred('weak', { phone: 'Phone' }),
	'/user/profile': inferred('weak: as /group/photo', { image: 'Image' }),
	'/user/name': inferred('weak', { name: 'Name' }),
	'/user/presence': inferred('weak: whatsmeow, available or unavailable', { state: 'State' }),

	'/chat/pin': inferred('evolution-go', { chatId: 'chat' }),
	'/chat/unpin': inferred('evolution-go', { chatId: 'chat' }),
	'/chat/mute': inferred('evolution-go', { chatId: 'chat' }),
	'/chat/archive': inferred('evolution-go', { chatId: 'chat' }),
	'/label/chat': documented({ chatId: 'jid', labelId: 'labelid' }),
	'/unlabel/chat': documented({ chatId: 'jid', labelId: 'labelid' }),
	'/label/message': documented({ chatId: 'jid', labelId: 'labelid', messageId: 'messageid' }),
	'/unlabel/message': documented({ chatId: 'jid', labelId: 'labelid', messageId: 'messageid' }),
	'/label/edit': documented({
		labelId: 'labelid',
		name: 'name',
		color: 'color',
		enabled: 'action',
	}),

	'/newsletter/create': inferred('evolution-go', { name: 'name', description: 'description' }),
	'/newsletter/info': inferred('evolution-go', { newsletterId: 'jid' }),
	'/newsletter/link': inferred('evolution-go', { key: 'key' }),
	'/newsletter/subscribe': inferred('evolution-go', { newsletterId: 'jid' }),
	'/newsletter/messages': inferred('evolution-go', {
		newsletterId: 'jid',
		count: 'count',
		before: 'before_id',
	}),
	'/community/create': inferred('evolution-go', { name: 'communityName' }),
	'/community/add': COMMUNITY_GROUPS,
	'/community/remove': COMMUNITY_GROUPS,

	'/call/make': inferred('weak: the common fields of sends', { phone: 'Phone' }),
	'/call/webrtc/offer': documented({ callId: 'callID', type: 'type', sdp: 'sdp' }),
};

/** An endpoint whose body is known here, or a part of a body that several have. */
export type BodyName = keyof typeof BODIES;

type FieldOf<Name extends BodyName> =
	| keyof (typeof BODIES)[Name]['documented']
	| keyof (typeof BODIES)[Name]['inferred'];

/** Values by our names of the fields. */
export type BodyValues<Name extends BodyName> = { readonly [Field in FieldOf<Name>]?: unknown };

/**
 * A request's body, or a part of it such as one of its buttons, in WaGo's spelling and without what is `undefined`.
 * A name that the endpoint does not have does not compile.
 */
export function bodyOf<Name extends BodyName>(name: Name, values: BodyValues<Name>): IDataObject {
	const keys = keysOf(name);
	const given = Object.entries(values).filter(([, value]) => value !== undefined);
	return Object.fromEntries(given.map(([field, value]) => [keys[field], value])) as IDataObject;
}

/** WaGo's spellings of an endpoint's fields by our names; none for an endpoint that takes no body. */
export function keysOf(path: string): Keys {
	const wire = bodyWireOf(path);
	return { ...wire?.documented, ...wire?.inferred };
}

/** How an endpoint spells its fields, what is documented apart; `undefined` where it takes no body. */
export function bodyWireOf(path: string): BodyWire<Keys, Keys> | undefined {
	const bodies: Readonly<Record<string, BodyWire<Keys, Keys> | undefined>> = BODIES;
	return bodies[path];
}

/** What a button of `/send/template` does: the values of its type, by our name (inferred from wuzapi). */
export const TEMPLATE_BUTTON_TYPES = { reply: 'quickreply', url: 'url', call: 'call' } as const;
