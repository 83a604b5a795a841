import {
	ALBUM_ASSOCIATION,
	contextInfoOf,
	HD_ASSOCIATIONS,
	isViewOnce,
	PART_ASSOCIATIONS,
	readContent,
} from './content';
import type { Content } from './content';
import { pollOptionNames } from './details';
import { messageKeys } from './dedup';
import { fingerprint } from '../lib/fingerprint';
import type { MessageFlags, MessageItem, MessageKind, Quoted, SentBy } from './item';
import type { Media } from './messageParts';
import { readAd, readEntryPoint } from './origin';
import { isWithheldViewOnce } from './viewOnce';
import { bareJid } from './jid';
import {
	get,
	isObject,
	isTrue,
	listOf,
	numberOf,
	present,
	presentOrNothing,
	textOf,
} from '../lib/lookup';
import type { JsonObject } from '../lib/lookup';
import { readHeaderMedia, readMedia } from './messageMedia';
import { isWorkflowMessageId } from './messageId';
import type { BuildContext, ClassifiedEvent, FamilyReader, ItemFields, OwnFields } from './reading';
import { readSource } from './source';
import type { Source } from './source';
import { readTime } from '../lib/time';

interface Message {
	readonly classified: ClassifiedEvent;
	readonly info: unknown;
	readonly source: Source;
	readonly messageId: string;
	readonly content: Content;
	readonly sentBy?: SentBy;
	/** When the text was edited, as WaGo wrote it: edits of a channel's post keep the post's ID. */
	readonly editedAt: string;
}

/** Own devices talk to each other under this category: keys, history, settings. */
const PEER_CATEGORY = 'peer';

/** Reads `event.Info` and `event.Message`. */
export const readMessage: FamilyReader = (classified, token) => {
	const message = identify(classified, token);
	const { info, source, messageId, content, sentBy, editedAt } = message;
	const { kind, text } = content;
	const noise = kind === 'noise' || textOf(info, 'Category') === PEER_CATEGORY;
	const pollOptions = kind === 'poll' ? pollOptionNames(content.body) : undefined;
	return {
		time: readTime(get(info, 'Timestamp')),
		source,
		message: { messageId, kind, text, sentBy, pollOptions },
		noise,
		keys: noise ? [] : messageKeys(source, messageId, kind, editedAt),
		fields: (context) => messageFields(message, context),
	};
};

const WITHHELD: Content = { kind: 'viewOnce', wrappers: ['viewOnceMessage'] };

function identify(classified: ClassifiedEvent, token: string | undefined): Message {
	const { event } = classified;
	const info = get(event, 'Info');
	const content = isWithheldViewOnce(event) ? WITHHELD : readContent(get(event, 'Message'));
	const source = sourceOf(info, content);
	const ownId = textOf(info, 'ID') ?? '';
	const recovered = recoveredEdit(event, content, ownId);
	const messageId = recovered?.messageId ?? ownId;
	return {
		classified,
		info,
		source,
		messageId,
		content: recovered?.content ?? content,
		sentBy: source.fromMe ? authorOf(messageId, token) : undefined,
		editedAt: recovered?.editedAt ?? channelEditTime(event),
	};
}

/** A status posted into a group comes in the group's chat; it is told by its holder alone. */
function sourceOf(info: unknown, content: Content): Source {
	const source = readSource(info);
	const isGroupStatus =
		content.wrappers.some((name) => GROUP_STATUS_HOLDERS.includes(name)) ||
		isTrue(contextInfoOf(content), 'isGroupStatus');
	return isGroupStatus ? { ...source, chat: { ...source.chat, type: 'status' } } : source;
}

const GROUP_STATUS_HOLDERS = ['groupStatusMessage', 'groupStatusMessageV2'];

function authorOf(messageId: string, token: string | undefined): SentBy {
	const isOurs = token !== undefined && isWorkflowMessageId(token, messageId);
	return isOurs ? 'workflow' : 'person';
}

/** `NewsletterMeta.EditTS`; Go's zero time says that the post was never edited. */
function channelEditTime(event: JsonObject): string {
	const time = textOf(get(event, 'NewsletterMeta'), 'EditTS');
	return time !== undefined && readTime(time) !== undefined ? time : '';
}

/** Kinds of edits as they are before a server has unwrapped or decrypted them. */
const EDIT_KINDS: readonly MessageKind[] = ['edit', 'editEncrypted'];

/**
 * An edit that the phone had to send again arrives as plain content under the ID of the original, and would
 * pass for a duplicate of it. The edit's own ID is still in `SourceWebMsg`, the edit itself in `RawMessage`, as far
 * as a server gives the two on (inferred from whatsmeow's ParseWebMessage).
 */
function recoveredEdit(event: JsonObject, content: Content, originalId: string) {
	const stored = get(event, 'SourceWebMsg');
	if (!isObject(stored) || content.kind === 'noise' || EDIT_KINDS.includes(content.kind)) {
		return undefined;
	}
	const raw = readContent(get(event, 'RawMessage'));
	const info = get(event, 'Info');
	const storedId = textOf(get(stored, 'key'), 'ID') ?? originalId;
	const hasOwnId = storedId !== originalId;
	const isEdit =
		hasOwnId ||
		EDIT_KINDS.includes(raw.kind) ||
		isTrue(event, 'IsEdit') ||
		textOf(info, 'Edit') === EDITED_BY_SENDER;
	if (!isEdit) return undefined;
	const editedAt =
		numberOf(raw.body, 'timestampMS') ?? fingerprint([get(info, 'Timestamp'), content.body]);
	return {
		messageId: storedId,
		editedAt: hasOwnId ? '' : String(editedAt),
		content: { ...content, kind: 'edit' as const, targetId: originalId },
	};
}

function messageFields(message: Message, { pollOptions }: BuildContext): ItemFields {
	const { classified, info, source, messageId, content, sentBy } = message;
	const { kind, text, rule, body, targetId } = content;
	const contextInfo = contextInfoOf(content);
	// An edit repeats the media of the original: there is no file to fetch, and nothing else that is new.
	const isEdit = kind === 'edit';
	const fields: OwnFields<MessageItem> = {
		messageId,
		kind,
		text,
		chat: source.chat,
		sender: source.sender,
		replyTo: source.replyTo,
		fromMe: source.fromMe,
		sentBy,
		media: isEdit ? undefined : mediaOf(content),
		quoted: readQuoted(contextInfo, source),
		mentions: readMentions(contextInfo),
		mentionsAll: (numberOf(contextInfo, 'nonJIDMentions') ?? 0) > 0 || undefined,
		targetId,
		...parentOf(content),
		serverId: numberOf(info, 'ServerID') || undefined,
		flags: readFlags(message, contextInfo),
		ad: readAd(contextInfo),
		entryPoint: readEntryPoint(contextInfo),
	};
	if (isEdit || !rule?.details) return fields;
	const { envelope } = classified;
	return Object.assign(fields, rule.details(body, { envelope, targetId, pollOptions }));
}

/** The message that this one belongs to, under the name of how it does. */
function parentOf({ association, parentId }: Content) {
	return {
		albumId: association === ALBUM_ASSOCIATION ? parentId : undefined,
		replacesId: HD_ASSOCIATIONS.includes(association) ? parentId : undefined,
		partOfId: PART_ASSOCIATIONS.includes(association) ? parentId : undefined,
	};
}

function mediaOf({ rule, body }: Content): Media | undefined {
	if (rule?.media) return readMedia(body, rule.media);
	return rule?.header ? readHeaderMedia(rule.header(body)) : undefined;
}

/** The message that this one answers. Its own quotes are not followed. */
function readQuoted(contextInfo: unknown, { chat }: Source): Quoted | undefined {
	const messageId = textOf(contextInfo, 'stanzaID');
	if (messageId === undefined) return undefined;
	const quotedMessage = get(contextInfo, 'quotedMessage');
	const content = isObject(quotedMessage) ? readContent(quotedMessage) : undefined;
	const chatId = bareJid(get(contextInfo, 'remoteJID'));
	return present({
		messageId,
		senderId: bareJid(get(contextInfo, 'participant')) || undefined,
		chatId: chatId !== '' && chatId !== chat.id ? chatId : undefined,
		// Nothing in it that could be told: the reply names the message without repeating it.
		kind: content?.kind === 'noise' ? undefined : content?.kind,
		text: content?.text,
		media: content && mediaOf(content),
	});
}

/** People and whole groups, as addresses. */
function readMentions(contextInfo: unknown): string[] | undefined {
	const people = listOf(contextInfo, 'mentionedJID');
	const groups = listOf(contextInfo, 'groupMentions').map((mention) => get(mention, 'groupJID'));
	if (people.length + groups.length === 0) return undefined;
	const addresses = [...people, ...groups].map(bareJid).filter((address) => address !== '');
	return addresses.length > 0 ? [...new Set(addresses)] : undefined;
}

/** `Info.Edit` of a message that replaces another: by its sender, or in a channel by an admin. */
const EDITED_BY_SENDER = '1';
const EDITED: ReadonlyArray<string | undefined> = [EDITED_BY_SENDER, '3'];

function readFlags({ classified, info, content, editedAt }: Message, contextInfo: unknown) {
	const { event } = classified;
	const { body, wrappers, association } = content;
	const holds = {
		forwarded: isTrue(contextInfo, 'isForwarded'),
		ephemeral:
			isTrue(event, 'IsEphemeral') ||
			wrappers.includes('ephemeralMessage') ||
			(numberOf(contextInfo, 'expiration') ?? 0) > 0,
		viewOnce:
			VIEW_ONCE_FLAGS.some((flag) => isTrue(event, flag)) ||
			isViewOnce(wrappers) ||
			isTrue(body, 'viewOnce'),
		edited: isTrue(event, 'IsEdit') || EDITED.includes(textOf(info, 'Edit')) || editedAt !== '',
		hd: HD_ASSOCIATIONS.includes(association),
	};
	const flags: MessageFlags = {};
	for (const flag of Object.keys(holds) as Array<keyof MessageFlags>) {
		if (holds[flag]) flags[flag] = true;
	}
	return presentOrNothing(flags);
}

const VIEW_ONCE_FLAGS = ['IsViewOnce', 'IsViewOnceV2', 'IsViewOnceV2Extension'];
