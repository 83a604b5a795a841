import { isOggOpus, sniffMimeType, SNIFF_LENGTH } from '../../shared/whatsapp/audio';
import { buildDataUrl } from '../../shared/whatsapp/dataUrl';
import type { MediaType } from '../../shared/whatsapp/item';
import { bareMimeType } from '../../shared/whatsapp/messageMedia';
import { mediaFileName, mimeTypeOf, safeFileName } from '../../shared/whatsapp/fileType';
import type { ItemTools, OutgoingFile } from '../engine/operation';
import { InputError } from '../engine/parameters';
import { findFile, type FoundFile } from './fileSource';

/** What a file is sent as. A `photo` is the picture of a group or of the account. */
export type MediaKind = MediaType | 'photo';

export const NO_FILE: OutgoingFile = { dataUrl: '', mimeType: '', fileName: '' };

interface MediaRule {
	/** The type whose data URL WaGo's endpoint wants. */
	readonly type: MediaType;
	readonly accepts: (mimeType: string, head: Uint8Array) => boolean;
	/** Completes 'The file is not …'. */
	readonly name: string;
	readonly advice: string;
}

const AS_DOCUMENT = "Use 'Send Document' for other files.";

const RULES: Readonly<Record<MediaKind, MediaRule>> = {
	image: {
		type: 'image',
		accepts: (mimeType) => mimeType.startsWith('image/'),
		name: 'an image',
		advice: `WhatsApp shows JPEG and PNG. ${AS_DOCUMENT}`,
	},
	video: {
		type: 'video',
		accepts: (mimeType) => mimeType.startsWith('video/'),
		name: 'a video',
		advice: `WhatsApp plays MP4 with H.264 and AAC. ${AS_DOCUMENT}`,
	},
	audio: {
		type: 'audio',
		accepts: (_mimeType, head) => isOggOpus(head),
		name: 'Ogg with Opus, the only audio that WaGo sends as a voice note',
		advice: `Convert it first, for example with 'ffmpeg -i input.mp3 -ac 1 -c:a libopus output.ogg'. ${AS_DOCUMENT}`,
	},
	document: {
		type: 'document',
		accepts: () => true,
		name: 'a document',
		advice: '',
	},
	sticker: {
		type: 'sticker',
		accepts: (mimeType) => mimeType.startsWith('image/'),
		name: 'an image',
		advice: 'A sticker is a WebP image of 512 × 512 pixels.',
	},
	photo: {
		type: 'image',
		accepts: (mimeType) => mimeType === 'image/jpeg',
		name: 'a JPEG image',
		advice:
			"WhatsApp takes JPEG only for pictures of groups and profiles. Convert it first, for example with the node 'Edit Image'.",
	},
};

/** Base64 carries three bytes in four characters. */
const HEAD_CHARACTERS = Math.ceil(SNIFF_LENGTH / 3) * 4;

/** Types that n8n and servers give to files that they know nothing about. */
const UNTOLD_TYPES = new Set(['application/octet-stream', 'binary/octet-stream', 'text/plain']);

/**
 * The file that the item's media fields point to, as `kind` wants it (WaGo docs, /messages/sending and
 * /concepts/media-payloads). Throws {@link InputError} for a file that WaGo or WhatsApp would refuse.
 */
export async function resolveMedia(kind: MediaKind, tools: ItemTools): Promise<OutgoingFile> {
	const { parameters } = tools;
	const file = await findFile(tools);
	const head = Buffer.from(file.base64.slice(0, HEAD_CHARACTERS), 'base64');
	const mimeType = bareMimeType(parameters.text('mimeType')) ?? mimeTypeOfFile(kind, file, head);
	const { type, accepts, name, advice } = RULES[kind];
	if (!accepts(mimeType, head)) {
		throw new InputError(`The file is not ${name}: it is ${mimeType}`, advice);
	}
	return {
		dataUrl: buildDataUrl(type, mimeType, file.base64),
		mimeType,
		fileName:
			safeFileName(parameters.text('fileName')) ??
			safeFileName(file.fileName) ??
			mediaFileName(kind, mimeType),
	};
}

/**
 * What a file is. Pictures, videos and audio show it by their first bytes, whatever their name says. Documents are
 * what they were declared to be, because many formats are ZIP archives inside.
 */
function mimeTypeOfFile(kind: MediaKind, file: FoundFile, head: Uint8Array): string {
	const declared = bareMimeType(file.mimeType);
	const shown = sniffMimeType(head);
	const told = declared !== undefined && !UNTOLD_TYPES.has(declared) ? declared : undefined;
	const named = file.fileName === undefined ? undefined : mimeTypeOf(file.fileName);
	const clues = kind === 'document' ? [told, named, shown] : [shown, told, named];
	return clues.find((clue) => clue !== undefined) ?? declared ?? 'application/octet-stream';
}
