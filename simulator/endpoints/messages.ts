import { serverError, WagoError } from '../envelope';
import { optional, present, required, type BodyOf } from '../fields';
import { parseRecipient, requireJid } from '../jid';
import { mediaKeysOf, type MediaKeys, type MediaKind } from '../media';
import { post, type SessionEndpoint } from './endpoint';
import { sendOut } from './outgoing';

const DOWNLOAD = {
	url: present('string'),
	directPath: present('string'),
	mediaKey: required('string'),
	mimetype: required('string'),
	fileEncSHA256: required('string'),
	fileSHA256: required('string'),
	fileLength: required('integer'),
};

const PRESENCE_STATES: ReadonlySet<string> = new Set(['composing', 'paused']);
const PRESENCE_MEDIA: ReadonlySet<string> = new Set(['', 'audio']);

/** The file of a message, if the simulator has it and everything is as its event said. */
function download(path: string, kind: MediaKind): SessionEndpoint {
	return post('documented', path, DOWNLOAD, ({ state, body }) => {
		// One of the two is enough (whatsmeow, Client.Download).
		if (!body.url && !body.directPath)
			throw serverError(`Failed to download ${kind}: no url present`);
		const sha256 = Buffer.from(body.fileSHA256, 'base64').toString('hex');
		const media = state.media.get(sha256);
		const isWhole = media?.bytes.length === body.fileLength;
		if (!media || !isWhole || !isKeyedAs(mediaKeysOf(kind, sha256), body)) {
			throw serverError(`Failed to download ${kind}: invalid media hmac`);
		}
		const { mimetype: Mimetype } = body;
		return { Mimetype, Data: `data:${Mimetype};base64,${media.bytes.toString('base64')}` };
	});
}

function isKeyedAs(keys: MediaKeys, given: BodyOf<typeof DOWNLOAD>): boolean {
	return (
		['', keys.URL].includes(given.url) &&
		['', keys.directPath].includes(given.directPath) &&
		given.mediaKey === keys.mediaKey &&
		given.fileEncSHA256 === keys.fileEncSHA256
	);
}

/** WaGo docs, /messages/manage-and-download. */
export const MESSAGE_ENDPOINTS: readonly SessionEndpoint[] = [
	post(
		'documented',
		'/message/react',
		{
			Phone: required('string'),
			Body: present('string'),
			Id: required('string'),
			IsFromMe: optional('boolean'),
			Participant: optional('string'),
		},
		(call) => {
			const { Phone, Body, Id: messageId } = call.body;
			// Both an empty text and this word take a reaction back.
			const emoji = Body === 'remove' ? '' : Body;
			const echo = { reaction: { messageId, emoji } };
			return sendOut(call, { recipient: parseRecipient(Phone), echo });
		},
	),
	post(
		'documented',
		'/message/edit',
		{ Chat: required('string'), Message: required('string'), MessageID: required('string') },
		(call) => {
			const { Chat, Message: text, MessageID: messageId } = call.body;
			const echo = { edit: { messageId }, text };
			return sendOut(call, { recipient: parseRecipient(Chat, 'Chat'), echo });
		},
	),
	post(
		'documented',
		'/message/delete',
		{ Chat: required('string'), MessageID: required('string') },
		(call) => {
			const { Chat, MessageID: messageId } = call.body;
			const echo = { revoke: { messageId } };
			return sendOut(call, { recipient: parseRecipient(Chat, 'Chat'), echo });
		},
	),
	post(
		'documented',
		'/message/markread',
		{ Id: required('string[]'), Chat: required('string'), Sender: optional('string') },
		({ body }) => {
			requireJid(body.Chat);
			if (body.Sender) requireJid(body.Sender);
			return { Details: 'Message(s) marked as read' };
		},
	),
	post('documented', '/message/status', { Id: required('string') }, ({ session, body }) => {
		const index = session.sent.findIndex(({ messageId }) => messageId === body.Id);
		if (index < 0) throw new WagoError(404, 'record not found');
		const { messageId: message_id, time: timestamp } = session.sent[index];
		return { id: index + 1, message_id, timestamp, status: 'Sent', source: session.phone };
	}),
	post(
		'documented',
		'/message/presence',
		{ Phone: required('string'), State: required('string'), Media: optional('string') },
		({ body: { Phone, State, Media } }) => {
			parseRecipient(Phone);
			if (!PRESENCE_STATES.has(State))
				throw serverError('Failure sending chat presence: invalid State');
			if (!PRESENCE_MEDIA.has(Media ?? ''))
				throw serverError('Failure sending chat presence: invalid Media');
			return { Details: 'Chat presence set successfuly' };
		},
	),
	download('/message/download/image', 'image'),
	download('/message/download/video', 'video'),
	download('/message/download/audio', 'audio'),
	download('/message/download/document', 'document'),
	download('/message/download/sticker', 'sticker'),
	download('/message/downloadimage', 'image'),
];
