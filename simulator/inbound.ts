import { changeMembers, findByLid, findByPhone, numberPost } from './addressBook';
import { deliver } from './delivery';
import { callEvent, type IncomingCall } from './events/call';
import { contentOf, contextInfoOf } from './events/content';
import { groupInfoEvent, type MemberChange } from './events/groupInfo';
import { isForwarded, mediaContent, mediaKindOf, usualForm } from './events/media';
import { messageEvent, phoneMessageId, type Content, type Envelope } from './events/message';
import { chatPresenceEvent, type ChatState } from './events/presence';
import { receiptEvent, type ReceiptType } from './events/receipt';
import type { Origin } from './events/source';
import type { DeliveredFile } from './forge';
import { storedExtension } from './go/extensions';
import { isChannel, toJid, userOf } from './jid';
import type { StoredMedia } from './media';
import type { PhoneAction, PhoneMessage, Undelivered } from './phoneMessage';
import type { Attempt } from './post';
import type { Session } from './session';
import type { State } from './state';

export interface Received {
	readonly messageId: string;
	readonly deliveries: readonly Attempt[];
	/** Why there is none. */
	readonly undelivered?: Undelivered;
}

/** WhatsApp hands a message to the session, and WaGo delivers it where its kind is subscribed to. */
export async function receiveMessage(
	state: State,
	session: Session,
	given: PhoneMessage,
): Promise<Received> {
	const envelope = envelopeOf(session, given);
	const media = given.file && storeFile(state, given.file);
	const content = contentFor(session, given, envelope, media);
	const subscription = isChannel(envelope.chat ?? envelope.from) ? 'Newsletter' : 'Message';
	const undelivered = whyUndelivered(session, subscription);
	const action = { ...actionOf(given, envelope, media), ...(undelivered && { undelivered }) };
	state.journal.write(session.name, { kind: 'action', action });
	if (undelivered) return { messageId: envelope.id, deliveries: [], undelivered };

	const jsonData = { ...messageEvent(session, envelope, content), type: subscription };
	const file = media && forwardedFile(state, given, envelope.id, media);
	return { messageId: envelope.id, deliveries: await deliver(state, session, { jsonData, file }) };
}

function whyUndelivered(session: Session, subscription: string): Undelivered | undefined {
	if (session.webhook === '') return 'noWebhook';
	return session.loggedIn && session.isSubscribedTo(subscription) ? undefined : 'notSubscribed';
}

/** The contact's phone, or one of the account's own, says that messages arrived or were read. */
export async function receiveReceipt(
	state: State,
	session: Session,
	given: { from: string; chat?: string; messageIds: readonly string[]; type: ReceiptType },
): Promise<Attempt[]> {
	const { messageIds, type } = given;
	const place = placeOf(given);
	state.journal.write(session.name, { kind: 'receipt', receipt: { ...place, messageIds, type } });
	if (!session.loggedIn || !session.isSubscribedTo('ReadReceipt')) return [];
	const origin = { ...place, fromMe: type === 'read-self' };
	const jsonData = receiptEvent(session, origin, { messageIds, type, time: new Date() });
	return await deliver(state, session, { jsonData });
}

/** A contact types, records a voice note or stops. */
export async function receiveChatPresence(
	state: State,
	session: Session,
	given: { from: string; chat?: string; state: ChatState },
): Promise<Attempt[]> {
	const place = placeOf(given);
	state.journal.write(session.name, { kind: 'typing', typing: { ...place, state: given.state } });
	if (!session.loggedIn || !session.isSubscribedTo('ChatPresence')) return [];
	return await deliver(state, session, {
		jsonData: chatPresenceEvent(session, place, given.state),
	});
}

/** A contact's call rings, or ends. */
export async function receiveCall(
	state: State,
	session: Session,
	{ from, ...call }: IncomingCall,
): Promise<Attempt[]> {
	if (!session.loggedIn || !session.isSubscribedTo('Call')) return [];
	const jsonData = callEvent(session, { ...call, from: toJid(from) }, new Date());
	return await deliver(state, session, { jsonData });
}

/** People join or leave a group. WaGo has no subscription for it: only who asks for all is told. */
export async function receiveMemberChange(
	state: State,
	session: Session,
	{ chat, join = [], leave = [] }: MemberChange,
): Promise<Attempt[]> {
	const change = { chat: toJid(chat), join: join.map(toJid), leave: leave.map(toJid) };
	changeMembers(session.book, change.chat, change);
	if (!session.loggedIn || !session.isSubscribedTo('GroupInfo')) return [];
	return await deliver(state, session, { jsonData: groupInfoEvent(session, change, new Date()) });
}

/** The phone, or WhatsApp, ends the link: the session has to be scanned anew. */
export async function receiveLogout(state: State, session: Session): Promise<Attempt[]> {
	const isWanted = session.isSubscribedTo('LoggedOut');
	session.unlink();
	if (!isWanted) return [];
	const jsonData = { event: { OnConnect: false, Reason: 401 }, type: 'LoggedOut' };
	return await deliver(state, session, { jsonData });
}

/** Who and where, as addresses. */
function placeOf({ from, chat }: Pick<PhoneMessage, 'from' | 'chat'>): Origin {
	return { from: toJid(from), chat: chat === undefined ? undefined : toJid(chat) };
}

function envelopeOf(session: Session, given: PhoneMessage): Envelope {
	const { from, chat } = placeOf(given);
	const channel = [chat ?? from].find(isChannel);
	// A channel's edit is the post once more, with its ID.
	const id = given.messageId ?? (channel && given.edit?.messageId) ?? phoneMessageId();
	return {
		from,
		chat,
		fromMe: given.fromMe,
		id,
		name: given.name ?? nameOf(session, given.fromMe ? session.jid : from),
		time: given.time ?? new Date(),
		serverId:
			channel && isPost(given) ? numberPost(session.book, channel, id, given.text ?? '') : 0,
	};
}

/** Reactions and the like have no number in their channel. */
const isPost = ({ text, file }: PhoneMessage) => text !== undefined || file !== undefined;

function actionOf(
	{ file, ...action }: PhoneMessage,
	{ from, chat, id: messageId, name }: Envelope,
	media: StoredMedia | undefined,
): PhoneAction {
	const common = { ...action, from, chat, messageId, name };
	if (!file || !media) return common;
	const { mimeType, sha256, bytes } = media;
	const { fileName, as = usualForm(mimeType) } = file;
	return { ...common, media: { mimeType, sha256, fileName, as, size: bytes.length } };
}

function nameOf({ jid: ownJid, book }: Session, jid: string): string {
	if (jid === ownJid) return book.profile.name;
	const user = userOf(jid);
	return (findByPhone(book, user) ?? findByLid(book, user))?.name ?? '';
}

function contentFor(
	session: Session,
	given: PhoneMessage,
	envelope: Envelope,
	media: StoredMedia | undefined,
): Content {
	const { chat = envelope.from, fromMe = false, time } = envelope;
	if (!given.file || !media) return contentOf(given, { chat, ownJid: session.jid, fromMe, time });
	const { fileName, mimeType, as = usualForm(mimeType) } = given.file;
	const contextInfo = contextInfoOf(given);
	return mediaContent(as, media, { fileName, caption: given.text, contextInfo, time });
}

function storeFile(
	state: State,
	{ mimeType, bytes, as }: NonNullable<PhoneMessage['file']>,
): StoredMedia {
	return state.media.add(mediaKindOf(as ?? usualForm(mimeType)), mimeType, bytes);
}

function forwardedFile(
	state: State,
	{ file }: PhoneMessage,
	messageId: string,
	{ mimeType, bytes }: StoredMedia,
): DeliveredFile | undefined {
	const form = file?.as ?? usualForm(mimeType);
	if (!state.settings.mediaForwarding || !isForwarded(form)) return undefined;
	return { fileName: messageId + storedExtension(mimeType, file?.fileName), bytes };
}
