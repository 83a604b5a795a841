import { randomBytes } from 'crypto';
import type { Session } from '../session';
import { messageSource, type Origin } from './source';
import { goTime, ZERO_TIME } from './time';

/** A protobuf message as JSON: lower-camel names, absent when unset. */
export type Proto = Readonly<Record<string, unknown>>;

/** What a message says, with the hints and marks that its `Info` and the flags of its event carry. */
export interface Content {
	readonly message: Proto;
	/** The message with its wrappers, where it has any that whatsmeow takes off. */
	readonly wrapped?: Proto;
	readonly type: 'text' | 'media' | 'reaction' | 'poll';
	readonly mediaType?: string;
	/** `Info.Edit`: `1` an edit, `7` a deletion by the sender. */
	readonly edit?: '1' | '7';
	readonly flags?: Readonly<Partial<typeof FLAGS>>;
	/** Further keys of the envelope, beside `event` and `type`. */
	readonly extras?: Readonly<Record<string, unknown>>;
}

export interface Envelope extends Origin {
	readonly id: string;
	readonly name: string;
	readonly time: Date;
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
	const context = messageContext();
	return {
		...content.extras,
		event: {
			Info: messageInfo(session, envelope, content),
			Message: withContext(content.message, context),
			...FLAGS,
			...content.flags,
			SourceWebMsg: null,
			UnavailableRequestID: '',
			RetryCount: 0,
			NewsletterMeta: null,
			RawMessage: withContext(content.wrapped ?? content.message, context),
		},
		type: 'Message',
	};
}

function messageInfo(session: Session, envelope: Envelope, content: Content): Proto {
	const source = messageSource(session, envelope);
	return {
		...source,
		ID: envelope.id,
		ServerID: 0,
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
		DeviceSentMeta: source.IsFromMe ? { DestinationJID: source.Chat, Phash: '' } : null,
	};
}

/** Every message of a phone carries its device list and a secret, the same inside and outside of wrappers. */
function messageContext(): Proto {
	return { deviceListMetadataVersion: 2, messageSecret: randomBytes(32).toString('base64') };
}

function withContext(message: Proto, messageContextInfo: Proto): Proto {
	const comesAfter = Object.keys(message).some((name) => AFTER_CONTEXT_INFO.has(name));
	return comesAfter ? { messageContextInfo, ...message } : { ...message, messageContextInfo };
}
