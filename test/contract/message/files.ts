/** The smallest files of their kinds that everybody in the house can tell apart. */

export const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');

export const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);

export const WEBP = Buffer.concat([
	Buffer.from('RIFF'),
	Buffer.from([30, 0, 0, 0]),
	Buffer.from('WEBPVP8L'),
	Buffer.alloc(18),
]);

export const MP4 = Buffer.concat([
	Buffer.from([0, 0, 0, 24]),
	Buffer.from('ftypisom'),
	Buffer.alloc(500, 7),
]);

export const MP3 = Buffer.concat([Buffer.from('ID3'), Buffer.alloc(100, 1)]);

export const PDF = Buffer.from('%PDF-1.7\n%%EOF\n');

/** The first page of an Ogg stream with an Opus header. */
export const OGG_OPUS = oggPage('OpusHead');
export const OGG_VORBIS = oggPage('\u0001vorbis');

function oggPage(codec: string): Buffer {
	const pageHeader = Buffer.alloc(28);
	pageHeader.write('OggS', 'latin1');
	pageHeader[26] = 1;
	pageHeader[27] = 19;
	const codecHeader = Buffer.alloc(19);
	codecHeader.write(codec, 'latin1');
	return Buffer.concat([pageHeader, codecHeader, Buffer.alloc(64, 3)]);
}
