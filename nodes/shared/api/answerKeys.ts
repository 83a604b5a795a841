/**
 * Where answers of WaGo hold what. Its documentation shows a part of them; the rest is inferred from its public
 * relatives. Correct a wrong guess here and nowhere else. The keys of requests are in `wire.ts`.
 */

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
