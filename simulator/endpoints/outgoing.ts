import { randomBytes } from 'crypto';
import { badRequest } from '../envelope';
import { goTime } from '../events/time';
import { optional, type Body, type Field, type Fields } from '../fields';
import { receiveMessage, receiveReceipt } from '../inbound';
import type { StoredMedia } from '../media';
import type { SentMessage, Session } from '../session';
import type { SessionCall } from './endpoint';

/** A quoted reply. Mentions are inferred from wuzapi, where this is WhatsApp's own structure. */
const CONTEXT_INFO: Fields = {
	StanzaId: optional('string'),
	Participant: optional('string'),
	MentionedJID: optional('string[]'),
};

/** Fields that all sends share (WaGo docs, /messages/sending). */
export const COMMON: Readonly<Record<'Id' | 'Forward' | 'ContextInfo', Field>> = {
	Id: optional('string'),
	Forward: optional('boolean'),
	ContextInfo: optional(CONTEXT_INFO),
};

/** Both the quoted message's ID and its author, or neither (inferred from wuzapi). */
export function checkContextInfo(body: Body): void {
	const { StanzaId, Participant } = (body.ContextInfo ?? {}) as {
		StanzaId?: string;
		Participant?: string;
	};
	if (StanzaId && !Participant) throw badRequest('Missing Participant in ContextInfo');
	if (Participant && !StanzaId) throw badRequest('Missing StanzaId in ContextInfo');
}

/** An ID as the server makes it (whatsmeow, GenerateMessageID). */
const newMessageId = () => `3EB0${randomBytes(9).toString('hex').toUpperCase()}`;

/**
 * Hands a message to WhatsApp. A message whose ID the session has sent before is the same message to WhatsApp,
 * so it is listed as a repeat and reaches nobody.
 */
export function sendOut(call: SessionCall, recipient: string, media?: StoredMedia): object {
	const { session, path, body } = call;
	const now = new Date();
	const message = session.record({
		path,
		body,
		messageId: (body.Id as string | undefined) || newMessageId(),
		time: now.toISOString(),
		recipient,
		...(media && {
			media: { mimeType: media.mimeType, size: media.bytes.length, sha256: media.sha256 },
		}),
	});
	if (!message.repeat) void afterwards(call, message);
	return { Details: 'Sent', Timestamp: goTime(now), Id: message.messageId };
}

/** What follows a send by itself: where it is switched on, the server's own echo and the contact's receipts. */
async function afterwards(
	{ state, session, body }: SessionCall,
	{ recipient, messageId }: SentMessage,
): Promise<void> {
	const { autoReceipts, echoSentMessages } = state.settings;
	if (echoSentMessages) {
		const text = (body.Body as string | undefined) ?? '';
		await receiveMessage(state, session, { from: recipient, fromMe: true, messageId, text });
	}
	if (autoReceipts === 'none') return;
	const receipt = { from: readerOf(session, recipient), chat: recipient, messageIds: [messageId] };
	await receiveReceipt(state, session, { ...receipt, type: '' });
	if (autoReceipts === 'read') await receiveReceipt(state, session, { ...receipt, type: 'read' });
}

/** In a group, the first other member stands for all. */
function readerOf({ jid, book }: Session, recipient: string): string {
	const participants = book.groups.get(recipient)?.participants ?? [];
	return participants.find((participant) => participant.jid !== jid)?.jid ?? recipient;
}
