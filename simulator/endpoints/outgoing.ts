import { randomBytes } from 'crypto';
import { badRequest } from '../envelope';
import { goTime } from '../events/time';
import { optional, type BodyOf } from '../fields';
import { receiveMessage, receiveReceipt } from '../inbound';
import type { PhoneMessage } from '../phoneMessage';
import type { StoredMedia } from '../media';
import type { SentMessage, Session } from '../session';
import type { State } from '../state';

/** Fields that all sends share (WaGo docs, /messages/sending); mentions are inferred from wuzapi. */
export const COMMON = {
	Id: optional('string'),
	Forward: optional('boolean'),
	ContextInfo: optional({
		StanzaId: optional('string'),
		Participant: optional('string'),
		MentionedJID: optional('string[]'),
	}),
};

/** Both the quoted message's ID and its author, or neither (inferred from wuzapi). */
export function checkContextInfo({ ContextInfo }: BodyOf<typeof COMMON>): void {
	const { StanzaId, Participant } = ContextInfo ?? {};
	if (StanzaId && !Participant) throw badRequest('Missing Participant in ContextInfo');
	if (Participant && !StanzaId) throw badRequest('Missing StanzaId in ContextInfo');
}

/** The request behind an outgoing message. */
interface SendCall {
	readonly state: State;
	readonly session: Session;
	readonly path: string;
	readonly body: object;
}

/** What a sent message looks like on the account's other devices. */
export type Echo = Omit<PhoneMessage, 'from' | 'fromMe' | 'messageId'>;

interface Outgoing {
	/** Where it goes: a JID. */
	readonly recipient: string;
	/** The client's own ID; otherwise the server makes one. */
	readonly messageId?: string | null;
	readonly media?: StoredMedia;
	/** Without it, the message never comes back as an event. */
	readonly echo?: Echo;
}

/** An ID as the server makes it (whatsmeow, GenerateMessageID). */
const newMessageId = () => `3EB0${randomBytes(9).toString('hex').toUpperCase()}`;

/**
 * Hands a message to WhatsApp. A message whose ID the session has sent before is the same message to WhatsApp,
 * so it is listed as a repeat and reaches nobody.
 */
export function sendOut(call: SendCall, { recipient, messageId, media, echo }: Outgoing): object {
	const now = new Date();
	const message = call.session.record({
		path: call.path,
		body: call.body,
		messageId: messageId || newMessageId(),
		time: now.toISOString(),
		recipient,
		...(media && { media: describeMedia(media) }),
	});
	call.state.journal.write(call.session.name, { kind: 'sent', sent: message });
	if (!message.repeat) void afterwards(call, message, echo);
	return { Details: 'Sent', Timestamp: goTime(now), Id: message.messageId };
}

function describeMedia({ mimeType, bytes, sha256 }: StoredMedia): SentMessage['media'] {
	return { mimeType, size: bytes.length, sha256 };
}

/** What follows a send by itself: where it is switched on, the server's own echo and the contact's receipts. */
async function afterwards(
	{ state, session }: SendCall,
	{ recipient, messageId }: SentMessage,
	echo: Echo | undefined,
): Promise<void> {
	const { autoReceipts, echoSentMessages } = state.settings;
	if (echoSentMessages && echo)
		await receiveMessage(state, session, { ...echo, from: recipient, fromMe: true, messageId });
	if (autoReceipts === 'none') return;
	const from = readerOf(session, recipient);
	const receipt = { from, chat: recipient, messageIds: [messageId] };
	await receiveReceipt(state, session, { ...receipt, type: '' });
	if (autoReceipts === 'read') await receiveReceipt(state, session, { ...receipt, type: 'read' });
}

/** In a group, the first other member stands for all. */
function readerOf({ jid, book }: Session, recipient: string): string {
	const participants = book.groups.get(recipient)?.participants ?? [];
	return participants.find((participant) => participant.jid !== jid)?.jid ?? recipient;
}
