/**
 * Everything about WaGo's wire format that its documentation does not show: request keys and answer keys; error
 * texts are in `failureRules.ts`. WaGo is closed source, so these come from its public relatives. Correct a wrong guess
 * here and nowhere else.
 */

/** The request keys of one endpoint, by the name that the operations use, and where they were seen. */
interface InferredBody<Name extends string> {
	readonly source: string;
	readonly keys: Readonly<Record<Name, string>>;
}

function inferred<Name extends string>(
	source: string,
	keys: Record<Name, string>,
): InferredBody<Name> {
	return { source, keys };
}

/** Request keys by endpoint. Requests carry exactly one spelling of a key. */
export const INFERRED_BODIES = {
	contextInfo: inferred('wuzapi: ContextInfo of every send, quote keys both or neither', {
		messageId: 'StanzaId',
		senderId: 'Participant',
		mentions: 'MentionedJID',
	}),
	'/send/video': inferred('wuzapi', { video: 'Video' }),
	'/send/audio': inferred('wuzapi: always sent as a voice note', { audio: 'Audio' }),
	'/send/sticker': inferred('wuzapi', { sticker: 'Sticker' }),
	'/send/location': inferred('wuzapi', {
		latitude: 'Latitude',
		longitude: 'Longitude',
		name: 'Name',
	}),
	'/send/contact': inferred('wuzapi; evolution-go has a structured card instead', {
		name: 'Name',
		vcard: 'Vcard',
	}),
	'/send/mediaurl': inferred('weak: named after evolution-go /send/media', {
		url: 'Url',
		type: 'Type',
		caption: 'Caption',
		fileName: 'FileName',
	}),
	'/send/groupinvite': inferred('weak: named after whatsmeow GroupInviteMessage', {
		groupId: 'GroupJID',
		inviteCode: 'InviteCode',
		groupName: 'GroupName',
		caption: 'Caption',
	}),
	'/send/preview': inferred('weak: named after evolution-go /send/link', {
		text: 'Text',
		url: 'Url',
		title: 'Title',
		description: 'Description',
		imageUrl: 'ImgUrl',
	}),
	'/send/preview2': inferred('weak: as /send/preview', {
		text: 'Text',
		url: 'Url',
		title: 'Title',
		description: 'Description',
		imageUrl: 'ImgUrl',
	}),
	'/send/buttons': inferred('wuzapi: at most three buttons', {
		text: 'Title',
		footer: 'Footer',
		buttons: 'Buttons',
		buttonId: 'ButtonId',
		buttonText: 'ButtonText',
	}),
	'/send/mediabutton': inferred('weak: /send/buttons with the media keys of /send/carouselmedia', {
		text: 'Title',
		footer: 'Footer',
		buttons: 'Buttons',
		buttonId: 'ButtonId',
		buttonText: 'ButtonText',
		mediaUrl: 'MediaUrl',
		mediaType: 'MediaType',
	}),
	'/send/template': inferred('wuzapi', {
		text: 'Content',
		footer: 'Footer',
		buttons: 'Buttons',
		buttonText: 'DisplayText',
		buttonId: 'Id',
		buttonUrl: 'Url',
		buttonPhone: 'PhoneNumber',
		buttonType: 'Type',
	}),
	'/send/list': inferred('wuzapi', {
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
	'/send/carousel': inferred(
		'weak: two button keys that the documentation leaves out, common fields spelled as in the other sends',
		{ copyCode: 'copy_code', phone: 'phone', messageId: 'Id', contextInfo: 'ContextInfo' },
	),
	'/send/carouselmedia': inferred('weak: as /send/carousel', {
		copyCode: 'copy_code',
		phone: 'phone',
		messageId: 'Id',
		contextInfo: 'ContextInfo',
	}),
	'/send/locationbutton': inferred('weak: the common fields of sends', { text: 'Body' }),
	'/send/pixbutton': inferred('weak: named after the PIX button of WhatsApp Business', {
		text: 'Body',
		pixKey: 'PixKey',
		pixKeyType: 'PixKeyType',
		merchantName: 'MerchantName',
	}),
	'/send/reviewpay': inferred('weak: named after the order details of WhatsApp Business', {
		text: 'Body',
		referenceId: 'ReferenceId',
		currency: 'Currency',
		total: 'Total',
		items: 'Items',
		itemName: 'Name',
		itemQuantity: 'Quantity',
		itemAmount: 'Amount',
	}),
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
	'/community/add': inferred('evolution-go', { communityId: 'communityJid', groups: 'groupJid' }),
	'/community/remove': inferred('evolution-go', {
		communityId: 'communityJid',
		groups: 'groupJid',
	}),
	'/call/make': inferred('weak: the common fields of sends', { phone: 'Phone' }),
} as const;

/** What a button of `/send/template` does: the values of its type, by our name (inferred from wuzapi). */
export const TEMPLATE_BUTTON_TYPES = { reply: 'quickreply', url: 'url', call: 'call' } as const;

/** The request keys of an endpoint by the name that operations use. */
export function bodyKeys<Path extends keyof typeof INFERRED_BODIES>(
	path: Path,
): (typeof INFERRED_BODIES)[Path]['keys'] {
	return INFERRED_BODIES[path].keys;
}

/**
 * Keys under which an answer may hold a value, the likeliest first, compared regardless of case. Documented:
 * `QRCode`, `Connected`, `LoggedIn`, `Jid`, `Events`, `webhook`, `subscribe`, `call(s)`, `iceServers`. The rest is
 * inferred from wuzapi, evolution-go and whatsmeow.
 */
export const ANSWER_KEYS = {
	messageId: ['Id', 'MessageID', 'message_id', 'StanzaId'],
	timestamp: ['Timestamp'],
	messageStatus: ['Status'],
	messageSource: ['Source'],
	details: ['Details'],
	qrCode: ['QRCode', 'qr'],
	linkingCode: ['LinkingCode', 'PairingCode', 'Code'],
	connected: ['Connected'],
	loggedIn: ['LoggedIn'],
	jid: ['Jid'],
	events: ['Events', 'subscribe'],
	webhook: ['webhook', 'WebhookURL'],
	subscribe: ['subscribe', 'events'],
	mediaData: ['Data', 'base64', 'file'],
	mediaMimeType: ['Mimetype', 'mime_type'],
	sessions: ['Sessions', 'Users'],

	// People and groups: Go's names of whatsmeow's structs.
	name: ['Name', 'Subject'],
	description: ['Description', 'Topic'],
	lid: ['LID'],
	phoneJid: ['PhoneNumber', 'phone_number', 'OwnerPN', 'PN'],
	displayName: ['DisplayName'],
	groups: ['Groups'],
	group: ['Group', 'GroupInfo'],
	groupId: ['JID', 'GroupJID', 'ID'],
	ownerId: ['OwnerJID', 'Owner'],
	createdAt: ['GroupCreated', 'creation_time', 'CreatedAt'],
	participants: ['Participants'],
	participantCount: ['ParticipantCount'],
	isAdmin: ['IsAdmin'],
	isSuperAdmin: ['IsSuperAdmin'],
	isLocked: ['IsLocked'],
	isAnnounce: ['IsAnnounce'],
	disappearingTimer: ['DisappearingTimer'],
	isCommunity: ['IsParent'],
	communityId: ['LinkedParentJID'],
	inviteLink: ['InviteLink', 'link'],
	pictureId: ['PictureID', 'ID'],
	errorCode: ['Error'],
	nodeAttributes: ['Attrs'],
	nodeContent: ['Content'],
	addRequest: ['AddRequest'],
	requestCode: ['Code'],
	requestExpiration: ['Expiration'],
	users: ['Users'],
	query: ['Query'],
	isOnWhatsApp: ['IsInWhatsapp', 'IsIn'],
	verifiedName: ['VerifiedName'],
	nameDetails: ['Details'],
	about: ['Status'],
	devices: ['Devices'],
	contacts: ['Contacts'],
	firstName: ['FirstName'],
	fullName: ['FullName'],
	pushName: ['PushName'],
	businessName: ['BusinessName'],
	avatarUrl: ['URL'],
	blocklist: ['Blocklist', 'JIDs'],
	privacy: ['Privacy', 'PrivacySettings'],

	// Channels: JSON names of whatsmeow's NewsletterMetadata and Go names of its NewsletterMessage.
	newsletters: ['Newsletters', 'Newsletter'],
	newsletter: ['Newsletter'],
	newsletterId: ['ID', 'JID'],
	text: ['text'],
	threadMetadata: ['thread_metadata'],
	viewerMetadata: ['viewer_metadata'],
	inviteCode: ['invite', 'InviteCode'],
	subscriberCount: ['subscribers_count'],
	verification: ['verification'],
	role: ['role'],
	messages: ['Messages'],
	serverId: ['MessageServerID', 'server_id'],
	message: ['Message'],
	views: ['ViewsCount'],
	reactions: ['ReactionCounts'],

	// Communities: those that could not be added or removed.
	failedGroups: ['failed'],

	// Calls: documented names of bare answers.
	calls: ['calls'],
	call: ['call'],
	callId: ['callID', 'call_id', 'id'],
	iceServers: ['iceServers'],
	turn: ['turn'],
	sdp: ['sdp'],
} as const;

/**
 * What a server says where a person or group has no picture, or hides it: nothing that the workflow did wrong.
 * Inferred from wuzapi, evolution-go and whatsmeow.
 */
export const NO_AVATAR =
	/no avatar|no profile picture|not have a profile picture|hidden their profile picture/i;
