import { mediaKeysOf, type MediaKind, type StoredMedia } from '../media';
import type { Content, Proto } from './message';

/** How a phone can send a file; what `audio` and `image` become otherwise follows from the mime type. */
export type SendAs = 'image' | 'video' | 'videoNote' | 'audio' | 'voice' | 'document' | 'sticker';

export interface SentFile {
	readonly fileName: string;
	readonly caption?: string;
	readonly contextInfo?: Proto;
	readonly time: Date;
}

interface Form {
	readonly kind: MediaKind;
	/** The name of the protobuf field. */
	readonly field: string;
	readonly mediaType: string;
	/** WaGo looks for a file in five kinds of message only, so that a video note comes without one. */
	readonly isForwarded: boolean;
}

const FORMS: Readonly<Record<SendAs, Form>> = {
	image: { kind: 'image', field: 'imageMessage', mediaType: 'image', isForwarded: true },
	video: { kind: 'video', field: 'videoMessage', mediaType: 'video', isForwarded: true },
	videoNote: { kind: 'video', field: 'ptvMessage', mediaType: 'ptv', isForwarded: false },
	audio: { kind: 'audio', field: 'audioMessage', mediaType: 'audio', isForwarded: true },
	voice: { kind: 'audio', field: 'audioMessage', mediaType: 'ptt', isForwarded: true },
	document: {
		kind: 'document',
		field: 'documentMessage',
		mediaType: 'document',
		isForwarded: true,
	},
	sticker: { kind: 'sticker', field: 'stickerMessage', mediaType: 'sticker', isForwarded: true },
};

const BY_MIME_TYPE: ReadonlyArray<readonly [RegExp, SendAs]> = [
	[/^image\/webp/, 'sticker'],
	[/^image\/(jpeg|png)/, 'image'],
	[/^video\/(mp4|3gpp)/, 'video'],
	[/^audio\/ogg/, 'voice'],
	[/^audio\//, 'audio'],
];

/** As what a phone sends a file of this type, unless it is told otherwise. */
export function usualForm(mimeType: string): SendAs {
	return BY_MIME_TYPE.find(([pattern]) => pattern.test(mimeType))?.[1] ?? 'document';
}

export const mediaKindOf = (form: SendAs): MediaKind => FORMS[form].kind;
export const isForwarded = (form: SendAs): boolean => FORMS[form].isForwarded;

/** A media message; the phone wraps a document with a caption, and WhatsApp's library unwraps it again. */
export function mediaContent(form: SendAs, media: StoredMedia, file: SentFile): Content {
	const { field, mediaType } = FORMS[form];
	const message = { [field]: mediaProto(form, media, file) };
	const content: Content = { type: 'media', mediaType, message };
	if (form !== 'document' || file.caption === undefined) return content;
	return {
		...content,
		wrapper: 'documentWithCaptionMessage',
		flags: { IsDocumentWithCaption: true },
	};
}

function mediaProto(form: SendAs, media: StoredMedia, file: SentFile): Proto {
	const { URL, directPath, mediaKey, fileEncSHA256 } = mediaKeysOf(media.kind, media.sha256);
	const hasCaption = file.caption !== undefined && ['image', 'video', 'document'].includes(form);
	return {
		URL,
		mimetype: media.mimeType,
		...(hasCaption && { caption: file.caption }),
		...(form === 'document' && { title: file.fileName }),
		fileSHA256: Buffer.from(media.sha256, 'hex').toString('base64'),
		fileLength: media.bytes.length,
		...FORM_FIELDS[form]?.(media),
		mediaKey,
		...(form === 'document' && { fileName: file.fileName }),
		fileEncSHA256,
		directPath,
		mediaKeyTimestamp: Math.floor(file.time.getTime() / 1000),
		...(file.contextInfo && { contextInfo: file.contextInfo }),
	};
}

/** Opus in a voice note takes about two kilobytes a second. */
const VOICE_BYTES_PER_SECOND = 2_000;

const audioSeconds = ({ bytes }: StoredMedia) =>
	Math.max(1, Math.ceil(bytes.length / VOICE_BYTES_PER_SECOND));

const FORM_FIELDS: Readonly<Partial<Record<SendAs, (media: StoredMedia) => Proto>>> = {
	audio: (media) => ({ seconds: audioSeconds(media), PTT: false }),
	voice: (media) => ({ seconds: audioSeconds(media), PTT: true }),
	video: () => ({ seconds: 1 }),
	videoNote: () => ({ seconds: 1 }),
	sticker: () => ({ isAnimated: false, isLottie: false }),
};
