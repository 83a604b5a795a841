import { z } from 'zod';
import type { PhoneMessage } from './phoneMessage';

const text = z.string();
const filled = z.string().min(1);
const sendAs = z.enum(['image', 'video', 'videoNote', 'audio', 'voice', 'document', 'sticker']);

/** `POST /simulator/sessions/{token}/messages` */
export const messageSchema = z
	.object({
		from: filled,
		chat: filled.optional(),
		name: text.optional(),
		text: text.optional(),
		media: z
			.object({
				fileName: text.default('file'),
				mimeType: filled,
				base64: text,
				as: sendAs.optional(),
			})
			.strict()
			.optional(),
		fromMe: z.boolean().optional(),
		messageId: filled.optional(),
		time: z.coerce.date().optional(),
		quoted: z
			.object({ messageId: filled, participant: filled, text: text.optional() })
			.strict()
			.optional(),
		mentions: z.array(filled).optional(),
		reaction: z.object({ messageId: filled, emoji: text }).strict().optional(),
		edit: z.object({ messageId: filled }).strict().optional(),
		revoke: z.object({ messageId: filled }).strict().optional(),
		poll: z
			.object({
				question: filled,
				choices: z.array(filled),
				maxChoices: z.number().int().optional(),
			})
			.strict()
			.optional(),
		pollVote: z.object({ messageId: filled, choice: filled }).strict().optional(),
		button: z.object({ messageId: filled.optional(), id: filled, text }).strict().optional(),
		templateButton: z
			.object({ messageId: filled.optional(), id: filled, text, index: z.number().int().min(0) })
			.strict()
			.optional(),
		flow: z.object({ messageId: filled.optional(), id: filled, text }).strict().optional(),
		listRow: z
			.object({ messageId: filled.optional(), id: filled, title: text })
			.strict()
			.optional(),
		location: z
			.object({ latitude: z.number(), longitude: z.number(), name: text.optional() })
			.strict()
			.optional(),
		contact: z.object({ name: filled, phone: filled }).strict().optional(),
	})
	.strict();

/** `POST /simulator/sessions/{token}/receipts` */
export const receiptSchema = z
	.object({
		from: filled,
		chat: filled.optional(),
		messageIds: z.array(filled),
		type: z.enum(['', 'read', 'read-self']).default('read'),
	})
	.strict();

/** `POST /simulator/sessions/{token}/presence` */
export const presenceSchema = z
	.object({
		from: filled,
		chat: filled.optional(),
		state: z.enum(['composing', 'recording', 'paused']),
	})
	.strict();

/** `POST /simulator/sessions/{token}/calls` */
export const callSchema = z
	.object({
		from: filled,
		callId: filled,
		isVideo: z.boolean().optional(),
		ends: filled.optional(),
	})
	.strict();

/** `POST /simulator/sessions/{token}/members` */
export const memberSchema = z
	.object({
		chat: filled,
		join: z.array(filled).optional(),
		leave: z.array(filled).optional(),
	})
	.strict();

/**
 * A message from the control interface: JSON with the file in base64, or, for large files, the file itself as the
 * body with its type in `Content-Type` and everything else, `from` at least, in the query.
 */
export function readMessage(
	mimeType: string,
	query: URLSearchParams,
	body: Buffer,
	parse: (body: Buffer) => z.output<typeof messageSchema>,
): PhoneMessage {
	if (!query.has('from')) {
		const { media, ...message } = parse(body);
		return media
			? { ...message, file: { ...media, bytes: Buffer.from(media.base64, 'base64') } }
			: message;
	}
	const { fileName, as, fromMe, ...texts } = Object.fromEntries(query);
	const given = {
		...texts,
		fromMe: fromMe === 'true',
		media: { fileName, as, mimeType, base64: '' },
	};
	const { media, ...message } = parse(Buffer.from(JSON.stringify(given)));
	return { ...message, file: { ...media!, bytes: body } };
}
