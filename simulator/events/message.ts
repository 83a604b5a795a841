import { randomBytes } from 'crypto';
import { isChannel } from '../jid';
import type { Session } from '../session';
import { isDirect, messageSource, type Origin } from './source';
import { goTime, ZERO_TIME } from './time';

/** A protobuf message as JSON: lower-camel names, absent when unset. */
export type Proto = Readonly<Record<string, unknown>>;

/** What a message says, with the hints and marks that its `Info` and the flags of its event carry. */
export interface Content {
	readonly message: Proto;
	/** The field that the phone wrapped the message in, where whatsmeow takes it off again. */
	readonly wrapper?: 'documentWithCaptionMessage' | 'editedMessage';
	readonly type: 'text' | 'media' | 'reaction' | 'poll';
	readonly mediaType?: string;
	/** `Info.Edit`: `1` an edit, `3` one of a channel's post, `7` a deletion by the sender. */
	readonly edit?: '1' | '3' | '7';
	readonly flags?: Readonly<Partial<typeof FLAGS>>;
	/** Further keys of the envelope, beside `event` and `type`. */
	readonly extras?: Readonly<Record<string, unknown>>;
}

export interface Envelope extends Origin {
	readonly id: string;
	readonly name: string;
	readonly time: Date;
	/** The number that a channel gives its post. */
	readonly serverId?: number;
}

const FLAGS = {
	IsEphemeral: false,
	IsViewOnce: false,
	IsViewOnceV2: false,
	IsViewOnceV2Extension: false,
	IsDocumentWithCaption: false,
	IsLottieSticker: false,
	IsBotInvoke: false,
	IsEdit: false,
};

/** Protobuf fields with a number above that of `messageContextInfo` (35) are printed after it. */
const AFTER_CONTEXT_INFO: ReadonlySet<string> = new Set([
	'buttonsResponseMessage',
	'documentWithCaptionMessage',
	'editedMessage',
	'interactiveResponseMessage',
	'listResponseMessage',
	'pollCreationMessageV3',
	'pollUpdateMessage',
	'reactionMessage',
]);

/** An ID as a phone makes it. */
export function phoneMessageId(): string {
	return `3A${randomBytes(9).toString('hex').toUpperCase()}`;
}

/**
 * The `jsonData` of a message, with every key that today's WhatsApp library prints (whatsmeow, types/events and
 * types/message.go): its structs leave nothing out, its protobufs what is unset.
 */
export function messageEvent(session: Session, envelope: Envelope, content: Content): Proto {
	const isPost = isChannel(envelope.chat ?? envelope.from);
	const { message, raw } = isPost ? bare(content) : withContext(content);
	return {
		...content.extras,
		event: {
			Info: messageInfo(session, envelope, content),
			Message: message,
			...FLAGS,
			...content.flags,
			SourceWebMsg: null,
			UnavailableRequestID: '',
			RetryCount: 0,
			// When the post was first made, the simulator doesn't know.
			NewsletterMeta:
				content.edit === '3' ? { EditTS: goTime(envelope.time), OriginalTS: ZERO_TIME } : null,
			RawMessage: raw,
		},
		type: 'Message',
	};
}

function messageInfo(session: Session, envelope: Envelope, content: Content): Proto {
	const source = messageSource(session, envelope);
	return {
		...source,
		ID: envelope.id,
		ServerID: envelope.serverId ?? 0,
		Type: content.type,
		PushName: envelope.name,
		Timestamp: goTime(envelope.time),
		Category: '',
		Multicast: false,
		MediaType: content.mediaType ?? '',
		Edit: content.edit ?? '',
		MsgBotInfo: { EditType: '', EditTargetID: '', EditSenderTimestampMS: ZERO_TIME },
		MsgMetaInfo: {
			TargetID: '',
			TargetSender: '',
			TargetChat: '',
			DeprecatedLIDSession: null,
			ThreadMessageID: '',
			ThreadMessageSenderJID: '',
		},
		IsNewsletterStatus: false,
		VerifiedName: null,
		DeviceSentMeta:
			source.IsFromMe && isDirect(source.Chat) ? { DestinationJID: source.Chat, Phash: '' } : null,
	};
}

interface Printed {
	readonly message: Proto;
	/** As the phone wrapped it. */
	readonly raw: Proto;
}

/** A post has no device list. */
const bare = ({ message }: Content): Printed => ({ message, raw: message });

/** Every message of a phone carries its device list and a secret, the same inside and outside of wrappers. */
function withContext({ message: content, wrapper }: Content): Printed {
	const messageContextInfo = {
		deviceListMetadataVersion: 2,
		messageSecret: randomBytes(32).toString('base64'),
	};
	const add = (message: Proto): Proto => {
		const comesAfter = Object.keys(message).some((name) => AFTER_CONTEXT_INFO.has(name));
		return comesAfter ? { messageContextInfo, ...message } : { ...message, messageContextInfo };
	};
	const message = add(content);
	return { message, raw: wrapper ? add({ [wrapper]: { message } }) : message };
}
