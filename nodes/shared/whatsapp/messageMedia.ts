import type { Media, MediaDownload, MediaType } from './messageParts';
import { get, isTrue, numberOf, present, textOf } from '../lib/lookup';
import { safeFileName, withExtension } from './fileType';

const DEFAULT_MIME_TYPE: Readonly<Record<MediaType, string>> = {
	image: 'image/jpeg',
	video: 'video/mp4',
	audio: 'audio/ogg',
	document: 'application/octet-stream',
	sticker: 'image/webp',
};

/**
 * The media of a content object. `mimeType` is the bare type, without `; codecs=…`: n8n's editor shows and plays only
 * what is literally in its list of types. Only documents have a name of their own. `download` is set whenever the file
 * can be fetched; see {@link withFile}.
 */
export function readMedia(body: unknown, type: MediaType): Media {
	const mimeType = bareMimeType(textOf(body, 'mimetype')) ?? DEFAULT_MIME_TYPE[type];
	return present({
		mimeType,
		fileName: type === 'document' ? documentName(body, mimeType) : undefined,
		fileSize: numberOf(body, 'fileLength'),
		seconds: numberOf(body, 'seconds'),
		width: numberOf(body, 'width'),
		height: numberOf(body, 'height'),
		pages: numberOf(body, 'pageCount'),
		animated: isTrue(body, 'isAnimated') || undefined,
		download: readDownload(body, type),
	});
}

/** The media once its file is stored in the binary property `property`: nothing is left to download. */
export function withFile(media: Media, property: string): Media {
	return present({ ...media, binary: property, download: undefined });
}

/**
 * The media in the header of a message with buttons: Go writes the header's variant under its type name
 * (`ImageMessage`, inferred from whatsmeow's oneof members).
 */
export function readHeaderMedia(header: unknown): Media | undefined {
	for (const [variant, type] of HEADER_VARIANTS) {
		const body = get(header, variant);
		if (typeof body === 'object' && body !== null) return readMedia(body, type);
	}
	return undefined;
}

const HEADER_VARIANTS: ReadonlyArray<readonly [string, MediaType]> = [
	['ImageMessage', 'image'],
	['VideoMessage', 'video'],
	['DocumentMessage', 'document'],
];

/** Lower-case type and subtype; `undefined` for text that is no mime type. */
export function bareMimeType(text: string | undefined): string | undefined {
	const bare = (text ?? '').slice(0, 256).split(';', 1)[0].trim().toLowerCase();
	return /^[\w.+-]+\/[\w.+-]+$/.test(bare) ? bare : undefined;
}

/**
 * The body of WaGo's download endpoints (WaGo docs, /messages/manage-and-download). The event spells the first
 * field `URL`. Without the key, or without an address, there is nothing to fetch: view-once media, for one.
 */
function readDownload(body: unknown, type: MediaType): MediaDownload | undefined {
	const mediaKey = textOf(body, 'mediaKey');
	const url = textOf(body, 'URL');
	const directPath = textOf(body, 'directPath');
	if (mediaKey === undefined || (url ?? directPath) === undefined) return undefined;
	return {
		type,
		url: url ?? '',
		directPath: directPath ?? '',
		mediaKey,
		mimetype: textOf(body, 'mimetype') ?? DEFAULT_MIME_TYPE[type],
		fileEncSHA256: textOf(body, 'fileEncSHA256') ?? '',
		fileSHA256: textOf(body, 'fileSHA256') ?? '',
		fileLength: numberOf(body, 'fileLength') ?? 0,
	};
}

/** The document's name, else its title, with the extension of its type where it has none: programs go by it. */
function documentName(body: unknown, mimeType: string): string | undefined {
	const name = safeFileName(textOf(body, 'fileName') ?? textOf(body, 'title'));
	return name && withExtension(name, mimeType);
}
