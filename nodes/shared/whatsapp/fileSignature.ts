/** How many of a file's first bytes are enough for everything in this module: an SVG may begin with a long comment. */
export const SNIFF_LENGTH = 1024;

/** The first page of an Ogg stream holds its codec's header right after the page header of 28 bytes. */
const OGG_CODEC_OFFSET = 28;

/** Whether a file is Ogg with Opus in it, the only audio that goes out as a voice note (WaGo docs, /messages/sending). */
export function isOggOpus(bytes: Uint8Array): boolean {
	return startsWith(bytes, 'OggS') && startsWith(bytes, 'OpusHead', OGG_CODEC_OFFSET);
}

/** Of an extended WebP (`VP8X`) the byte with the flags, and the flag that says it moves. */
const WEBP_FLAGS = { offset: 20, animation: 0x02 } as const;

/** Whether a WebP has more than one frame: a sticker may, a picture of WhatsApp's does not move. */
export function isAnimatedWebp(bytes: Uint8Array): boolean {
	const { offset, animation } = WEBP_FLAGS;
	return startsWith(bytes, 'WEBPVP8X', 8) && (bytes[offset] & animation) !== 0;
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
	riff('image/webp', 'WEBP'),
	riff('audio/wav', 'WAVE'),
	riff('video/x-msvideo', 'AVI '),
	{ mimeType: 'image/tiff', marks: [['II*\0', 0]] },
	{ mimeType: 'image/tiff', marks: [['MM\0*', 0]] },
	{
		// Two letters alone may begin any text; four bytes that are kept empty follow.
		mimeType: 'image/bmp',
		marks: [
			['BM', 0],
			['\0\0\0\0', 6],
		],
	},
	{ mimeType: 'image/vnd.adobe.photoshop', marks: [['8BPS', 0]] },
	{ mimeType: 'image/x-icon', marks: [['\0\0\u0001\0', 0]] },
	{ mimeType: 'image/jp2', marks: [['jP  \r\n', 4]] },
	{ mimeType: 'image/jxl', marks: [['JXL \r\n', 4]] },
	{ mimeType: 'image/jxl', marks: [['\u00ff\n', 0]] },
	{ mimeType: 'audio/ogg', marks: [['OggS', 0]] },
	{ mimeType: 'audio/flac', marks: [['fLaC', 0]] },
	{ mimeType: 'audio/mpeg', marks: [['ID3', 0]] },
	{ mimeType: 'audio/mpeg', marks: [['\u00ff\u00fb', 0]] },
	{ mimeType: 'audio/mpeg', marks: [['\u00ff\u00fa', 0]] },
	{ mimeType: 'audio/mpeg', marks: [['\u00ff\u00f3', 0]] },
	{ mimeType: 'audio/mpeg', marks: [['\u00ff\u00f2', 0]] },
	{ mimeType: 'audio/aac', marks: [['\u00ff\u00f1', 0]] },
	{ mimeType: 'audio/aac', marks: [['\u00ff\u00f9', 0]] },
	{ mimeType: 'audio/amr', marks: [['#!AMR', 0]] },
	...['M4A', 'M4B', 'M4P', 'F4A'].map((brand) => brandOf('audio/mp4', brand)),
	brandOf('video/quicktime', 'qt'),
	brandOf('video/3gpp', '3g'),
	brandOf('image/heic', 'hei'),
	brandOf('image/heic', 'hev'),
	brandOf('image/heif', 'mif1'),
	brandOf('image/heif', 'msf1'),
	brandOf('image/avif', 'avi'),
	brandOf('image/x-canon-cr3', 'crx'),
	brandOf('video/mp4', ''),
	// QuickTime of before the `ftyp` box.
	...['moov', 'mdat', 'wide', 'pnot'].map((box) => ({
		mimeType: 'video/quicktime',
		marks: [[box, 4]] as const,
	})),
	{ mimeType: 'video/x-flv', marks: [['FLV\u0001', 0]] },
	{ mimeType: 'video/x-ms-wmv', marks: [['0&\u00b2u\u008ef\u00cf\u0011', 0]] },
	{ mimeType: 'video/mpeg', marks: [['\0\0\u0001\u00ba', 0]] },
	{ mimeType: 'video/mpeg', marks: [['\0\0\u0001\u00b3', 0]] },
	{
		// A transport stream has its mark every 188 bytes.
		mimeType: 'video/mp2t',
		marks: [
			['G', 0],
			['G', 188],
		],
	},
	{ mimeType: 'application/pdf', marks: [['%PDF-', 0]] },
	{ mimeType: 'application/rtf', marks: [['{\\rtf', 0]] },
	{ mimeType: 'application/zip', marks: [['PK\u0003\u0004', 0]] },
	{ mimeType: 'application/gzip', marks: [['\u001f\u008b', 0]] },
	{ mimeType: 'application/vnd.rar', marks: [['Rar!', 0]] },
	{ mimeType: 'application/x-7z-compressed', marks: [['7z\u00bc\u00af\u0027\u001c', 0]] },
];

function riff(mimeType: string, form: string): Signature {
	return {
		mimeType,
		marks: [
			['RIFF', 0],
			[form, 8],
		],
	};
}

/** The container of MP4, of Apple and of HEIF names its family right after `ftyp`. */
function brandOf(mimeType: string, brand: string): Signature {
	return { mimeType, marks: [[`ftyp${brand}`, 4]] };
}

const MATROSKA = '\u001aE\u00df\u00a3';

/** What texts that are made for programs begin with, after comments and declarations. */
const TEXTS: ReadonlyArray<readonly [mimeType: string, pattern: RegExp]> = [
	['text/html', /^(<\?xml[^>]*>|<!--[\s\S]*?-->|\s)*<(!doctype\s+html|html|head|body)[\s>]/i],
	['image/svg+xml', /^(<\?xml[^>]*>|<!--[\s\S]*?-->|<!doctype\s+svg[^>]*>|\s)*<svg[\s>]/i],
];

/** The mime type that a file's first bytes show; `undefined` where they show none of the common ones. */
export function sniffMimeType(bytes: Uint8Array): string | undefined {
	const matches = ({ marks }: Signature) =>
		marks.every(([text, offset]) => startsWith(bytes, text, offset));
	const signature = SIGNATURES.find(matches);
	if (signature) return signature.mimeType;
	const text = latin1(bytes.subarray(0, SNIFF_LENGTH)).replace(/^\u00ef\u00bb\u00bf/, '');
	// The header of Matroska names which of its two kinds the file is.
	if (text.startsWith(MATROSKA)) {
		return text.includes('matroska') ? 'video/x-matroska' : 'video/webm';
	}
	return TEXTS.find(([, pattern]) => pattern.test(text))?.[0];
}

function latin1(bytes: Uint8Array): string {
	return String.fromCharCode(...bytes);
}

function startsWith(bytes: Uint8Array, text: string, offset = 0): boolean {
	if (bytes.length < offset + text.length) return false;
	for (let index = 0; index < text.length; index++) {
		if (bytes[offset + index] !== text.charCodeAt(index)) return false;
	}
	return true;
}
