import { buildDataUrl, decodedSize, decodePart } from '../../shared/whatsapp/dataUrl';
import {
	isAnimatedWebp,
	isOggOpus,
	SNIFF_LENGTH,
	sniffMimeType,
} from '../../shared/whatsapp/fileSignature';
import {
	isUntold,
	mediaFileName,
	mimeTypeOf,
	safeFileName,
	withExtension,
} from '../../shared/whatsapp/fileType';
import type { MediaType } from '../../shared/whatsapp/messageParts';
import { bareMimeType } from '../../shared/whatsapp/messageMedia';
import { mp4Tracks } from '../../shared/whatsapp/mp4Tracks';
import type { ItemTools, OutgoingFile } from '../engine/operation';
import { InputError } from '../engine/parameters';
import { findFile, type FoundFile } from './fileSource';

/** What a file is sent as. A `photo` is the picture of a group or of the account. */
export type MediaKind = MediaType | 'photo';

export const NO_FILE: OutgoingFile = { dataUrl: '', mimeType: '', fileName: '' };

/** What a file's own bytes say, whatever its name and its declared type are. */
interface Shown {
	/** `undefined` where the bytes are none of the common types. */
	readonly mimeType: string | undefined;
	readonly head: Uint8Array;
	readonly base64: string;
}

interface MediaRule {
	/** The type whose data URL WaGo's endpoint wants. */
	readonly type: MediaType;
	/** What is wrong with the file, as the end of 'The file is …'; `undefined` where nothing is. */
	readonly refuses: (shown: Shown) => string | undefined;
	readonly advice: string;
}

const OR_DOCUMENT = "or use 'Send Document', which takes any file";

const IMAGES = ['image/jpeg', 'image/png', 'image/webp'];
const VIDEOS = ['video/mp4', 'video/3gpp'];

const RULES: Readonly<Record<MediaKind, MediaRule>> = {
	image: {
		type: 'image',
		refuses: (shown) => {
			const isMoving = shown.mimeType === 'image/webp' && isAnimatedWebp(shown.head);
			return isMoving
				? 'a WebP that moves, and no picture'
				: unlessOneOf(IMAGES, 'an image that WhatsApp shows', shown);
		},
		advice: `WhatsApp shows JPEG and PNG: convert it first, for example with the node 'Edit Image', ${OR_DOCUMENT}. What moves goes out as a video (MP4) or as a sticker (WebP).`,
	},
	video: {
		type: 'video',
		refuses: (shown) =>
			unlessOneOf(VIDEOS, 'a video that WhatsApp plays', shown) ?? withoutPicture(shown),
		advice: `WhatsApp plays MP4 with H.264 and AAC: convert it first, for example with 'ffmpeg -i input -c:v libx264 -pix_fmt yuv420p -c:a aac output.mp4', ${OR_DOCUMENT}. Sound alone goes out with 'Send Audio'.`,
	},
	audio: {
		type: 'audio',
		refuses: (shown) =>
			isOggOpus(shown.head)
				? undefined
				: `not Ogg with Opus, the only audio that WaGo sends as a voice note: it is ${nameOf(shown)}`,
		advice: `Convert it first, for example with 'ffmpeg -i input.mp3 -ac 1 -c:a libopus output.ogg', ${OR_DOCUMENT}.`,
	},
	document: { type: 'document', refuses: () => undefined, advice: '' },
	sticker: {
		type: 'sticker',
		refuses: (shown) => unlessOneOf(IMAGES, 'an image that can be a sticker', shown),
		advice: `A sticker is a WebP image of 512 × 512 pixels; WaGo also takes PNG and JPEG. Convert it first, ${OR_DOCUMENT}.`,
	},
	photo: {
		type: 'image',
		refuses: (shown) => unlessOneOf(['image/jpeg'], 'a JPEG image', shown),
		advice:
			"WhatsApp takes JPEG only for pictures of groups and profiles. Convert it first, for example with the node 'Edit Image'.",
	},
};

function unlessOneOf(types: readonly string[], name: string, shown: Shown): string | undefined {
	const { mimeType } = shown;
	if (mimeType !== undefined && types.includes(mimeType)) return undefined;
	return `not ${name}: it is ${nameOf(shown)}`;
}

function nameOf({ mimeType }: Shown): string {
	if (mimeType === 'text/html') return 'a web page (text/html)';
	return mimeType ?? 'of a type that its bytes do not show';
}

/** A container for video may hold sound alone. */
function withoutPicture({ base64 }: Shown): string | undefined {
	const tracks = mp4Tracks(
		(offset, length) => decodePart(base64, offset, length),
		decodedSize(base64),
	);
	return tracks.length === 0 || tracks.includes('vide') ? undefined : 'sound without a picture';
}

/**
 * The file that the item's media fields point to, as `kind` wants it (WaGo docs, /messages/sending and
 * /concepts/media-payloads). Throws {@link InputError} for a file that WaGo or WhatsApp would refuse, or that no phone
 * could show.
 */
export async function resolveMedia(kind: MediaKind, tools: ItemTools): Promise<OutgoingFile> {
	const { parameters } = tools;
	const file = await findFile(tools);
	const head = decodePart(file.base64, 0, SNIFF_LENGTH);
	const shown = { mimeType: sniffMimeType(head), head, base64: file.base64 };
	const { type, refuses, advice } = RULES[kind];
	const reason = refuses(shown);
	if (reason !== undefined) throw new InputError(`The file is ${reason}`, advice);
	if (kind === 'sticker' && shown.mimeType !== 'image/webp') hintAtWebp(tools);

	const wanted = { mimeType: parameters.text('mimeType'), fileName: parameters.text('fileName') };
	if (kind === 'document') refuseStrayText(shown, wanted, file);
	const mimeType =
		bareMimeType(wanted.mimeType) ??
		(kind === 'document' ? undefined : shown.mimeType) ??
		typeOfDocument(file, shown);
	const fileName = nameOfFile(wanted.fileName, kind, mimeType, file);
	return { dataUrl: buildDataUrl(type, mimeType, file.base64), mimeType, fileName };
}

/** Documents are what they were declared to be, because many formats are ZIP archives or plain text inside. */
function typeOfDocument(file: FoundFile, shown: Shown): string {
	const declared = bareMimeType(file.mimeType);
	const told = declared !== undefined && !isUntold(declared) ? declared : undefined;
	const clues = [told, typeByName(file), shown.mimeType, declared];
	return clues.find((clue) => clue !== undefined) ?? 'application/octet-stream';
}

function typeByName({ fileName = '', extension = '' }: FoundFile): string | undefined {
	return mimeTypeOf(fileName) ?? mimeTypeOf(`.${extension}`);
}

/** The name that the recipient sees, by which a phone opens the file. */
function nameOfFile(wanted: string, kind: MediaKind, mimeType: string, file: FoundFile): string {
	const own = safeFileName(wanted) ?? safeFileName(file.fileName);
	const name = withExtension(own ?? kind, mimeType, file.extension);
	return own === undefined && name === kind ? mediaFileName(kind, mimeType) : name;
}

/** Types of files that hold such a text and are meant to. */
const TEXT_TYPES: Readonly<Record<string, RegExp>> = {
	'text/html': /html|xml|text\/plain/,
	'application/json': /json|text\//,
};

/**
 * Where the page of a login, or the words of a failed request, came instead of a file: another type was promised, or
 * a page came from an address that does not say it is one.
 */
function refuseStrayText(
	shown: Shown,
	wanted: { mimeType: string; fileName: string },
	file: FoundFile,
): void {
	const mimeType = shown.mimeType ?? (file.isDownload && bareMimeType(file.mimeType)) ?? '';
	const meant = mimeType ? TEXT_TYPES[mimeType] : undefined;
	if (!meant) return;
	const promised = bareMimeType(wanted.mimeType) ?? mimeTypeOf(wanted.fileName) ?? typeByName(file);
	const isStrayPage = file.isDownload && mimeType === 'text/html';
	if (promised === undefined ? !isStrayPage : meant.test(promised)) return;
	throw new InputError(
		`The file is ${mimeType === 'text/html' ? 'a web page' : 'an answer of a program'} (${mimeType}), and not what its name or address promises`,
		file.isDownload
			? "Open 'Media URL' in a private window of a browser: what comes there is the page of a login or a preview, or says what failed. Use the address of the file itself, or download it before with the node 'HTTP Request'. To send the page, give it a 'File Name' that ends in '.html'."
			: "Check the node that made the file: it saved the page of a login or of a failed request. To send the page, give it a 'File Name' that ends in '.html'.",
	);
}

/** The runs in which the hint stands already: a hundred stickers need it once. */
const HINTED = new WeakSet<ItemTools['run']>();

/** WaGo takes "image or webp" (WaGo docs, /messages/sending). */
function hintAtWebp({ context, run }: ItemTools): void {
	if (HINTED.has(run)) return;
	HINTED.add(run);
	context.addExecutionHints({
		message:
			'WhatsApp shows stickers that are WebP images of 512 × 512 pixels. This one is no WebP: look at it on a phone, and convert it if it is missing there.',
		location: 'outputPane',
	});
}
