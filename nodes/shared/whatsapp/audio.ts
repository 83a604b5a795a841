/** How many of a file's first bytes are enough for everything in this module. */
export const SNIFF_LENGTH = 64;

/** The first page of an Ogg stream holds its codec's header right after the page header of 28 bytes. */
const OGG_CODEC_OFFSET = 28;

/** Whether a file is Ogg with Opus in it, the only audio that goes out as a voice note (WaGo docs, /messages/sending). */
export function isOggOpus(bytes: Uint8Array): boolean {
	return startsWith(bytes, 'OggS') && startsWith(bytes, 'OpusHead', OGG_CODEC_OFFSET);
}

interface Signature {
	readonly mimeType: string;
	readonly marks: ReadonlyArray<readonly [text: string, offset: number]>;
}

/** Magic numbers as Latin-1 text, the more exact ones first. */
const SIGNATURES: readonly Signature[] = [
	{ mimeType: 'image/jpeg', marks: [['\u00ff\u00d8\u00ff', 0]] },
	{ mimeType: 'image/png', marks: [['\u0089PNG\r\n\u001a\n', 0]] },
	{ mimeType: 'image/gif', marks: [['GIF8', 0]] },
	{
		mimeType: 'image/webp',
		marks: [
			['RIFF', 0],
			['WEBP', 8],
		],
	},
	{
		mimeType: 'audio/wav',
		marks: [
			['RIFF', 0],
			['WAVE', 8],
		],
	},
	{ mimeType: 'audio/ogg', marks: [['OggS', 0]] },
	{ mimeType: 'audio/mpeg', marks: [['ID3', 0]] },
	{ mimeType: 'audio/mpeg', marks: [['\u00ff\u00fb', 0]] },
	{ mimeType: 'audio/mpeg', marks: [['\u00ff\u00f3', 0]] },
	{ mimeType: 'audio/aac', marks: [['\u00ff\u00f1', 0]] },
	{ mimeType: 'audio/aac', marks: [['\u00ff\u00f9', 0]] },
	{ mimeType: 'audio/amr', marks: [['#!AMR', 0]] },
	{ mimeType: 'audio/mp4', marks: [['ftypM4A', 4]] },
	{ mimeType: 'video/quicktime', marks: [['ftypqt', 4]] },
	{ mimeType: 'video/3gpp', marks: [['ftyp3g', 4]] },
	{ mimeType: 'image/heic', marks: [['ftyphei', 4]] },
	{ mimeType: 'image/heif', marks: [['ftypmif1', 4]] },
	{ mimeType: 'image/avif', marks: [['ftypavif', 4]] },
	{ mimeType: 'video/mp4', marks: [['ftyp', 4]] },
	{ mimeType: 'video/webm', marks: [['\u001aE\u00df\u00a3', 0]] },
	{ mimeType: 'application/pdf', marks: [['%PDF-', 0]] },
	{ mimeType: 'application/zip', marks: [['PK\u0003\u0004', 0]] },
	{ mimeType: 'application/gzip', marks: [['\u001f\u008b', 0]] },
];

/** The mime type that a file's first bytes show; `undefined` where they show none of the common ones. */
export function sniffMimeType(bytes: Uint8Array): string | undefined {
	const matches = ({ marks }: Signature) =>
		marks.every(([text, offset]) => startsWith(bytes, text, offset));
	return SIGNATURES.find(matches)?.mimeType;
}

function startsWith(bytes: Uint8Array, text: string, offset = 0): boolean {
	if (bytes.length < offset + text.length) return false;
	for (let index = 0; index < text.length; index++) {
		if (bytes[offset + index] !== text.charCodeAt(index)) return false;
	}
	return true;
}
