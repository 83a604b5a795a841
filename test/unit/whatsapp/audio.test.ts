import { isOggOpus, SNIFF_LENGTH, sniffMimeType } from '../../../nodes/shared/whatsapp/audio';

describe('first bytes', () => {
	const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
	const page = (codec: string) => bytes(`OggS${'\0'.repeat(24)}${codec}`);

	test('tell Ogg with Opus from other Ogg', () => {
		expect(isOggOpus(page('OpusHead'))).toBe(true);
		expect(isOggOpus(page('\u0001vorbis'))).toBe(false);
		expect(isOggOpus(page('Opus'))).toBe(false);
		expect(isOggOpus(bytes('OpusHead'))).toBe(false);
		expect(isOggOpus(new Uint8Array())).toBe(false);
		expect(page('OpusHead').length).toBeLessThanOrEqual(SNIFF_LENGTH);
	});

	test.each([
		['\u00ff\u00d8\u00ff\u00e0', 'image/jpeg'],
		['\u0089PNG\r\n\u001a\n', 'image/png'],
		['GIF89a', 'image/gif'],
		['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
		['RIFF\0\0\0\0WAVEfmt ', 'audio/wav'],
		['OggS\0', 'audio/ogg'],
		['ID3\u0004', 'audio/mpeg'],
		['\u00ff\u00fb\u0090', 'audio/mpeg'],
		['\u00ff\u00f3\u0090', 'audio/mpeg'],
		['\u00ff\u00f1P', 'audio/aac'],
		['\u00ff\u00f9P', 'audio/aac'],
		['#!AMR\n', 'audio/amr'],
		['\0\0\0 ftypM4A ', 'audio/mp4'],
		['\0\0\0 ftypqt  ', 'video/quicktime'],
		['\0\0\0 ftyp3gp4', 'video/3gpp'],
		['\0\0\0 ftypisom', 'video/mp4'],
		['\u001aE\u00df\u00a3', 'video/webm'],
		['%PDF-1.7', 'application/pdf'],
		['PK\u0003\u0004', 'application/zip'],
		['\u001f\u008b\u0008', 'application/gzip'],
		['RIFF\0\0\0\0AVI ', undefined],
		['hello', undefined],
		['', undefined],
	])('%j is %s', (text, mimeType) => {
		expect(sniffMimeType(bytes(text))).toBe(mimeType);
	});
});
