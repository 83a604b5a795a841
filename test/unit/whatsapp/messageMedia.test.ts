import { messageItem } from './events';
import { bareMimeType, withFile } from '../../../nodes/shared/whatsapp/messageMedia';

const FILE = {
	URL: 'https://mmg.whatsapp.net/x.enc',
	directPath: '/x.enc',
	mediaKey: 'a2V5',
	mimetype: 'audio/ogg; codecs=opus',
	fileSHA256: 'c2hh',
	fileEncSHA256: 'ZW5j',
	fileLength: 9321,
};

const DOWNLOAD = {
	type: 'audio',
	url: FILE.URL,
	directPath: FILE.directPath,
	mediaKey: FILE.mediaKey,
	mimetype: FILE.mimetype,
	fileSHA256: FILE.fileSHA256,
	fileEncSHA256: FILE.fileEncSHA256,
	fileLength: FILE.fileLength,
};

/** The file's fields but for some. */
const without = (...missing: Array<keyof typeof FILE>) =>
	Object.fromEntries(Object.entries(FILE).filter(([name]) => !missing.some((key) => key === name)));

describe('media', () => {
	test('can be downloaded', () => {
		const { media } = messageItem({ audioMessage: { ...FILE, PTT: true, seconds: 4 } });
		expect(media).toStrictEqual({
			mimeType: 'audio/ogg',
			fileSize: 9321,
			seconds: 4,
			download: DOWNLOAD,
		});
	});

	test('can be downloaded from the old spelling too', () => {
		const { URL, fileSHA256, fileEncSHA256, ...rest } = FILE;
		const old = { ...rest, url: URL, fileSha256: fileSHA256, fileEncSha256: fileEncSHA256 };
		expect(messageItem({ audioMessage: old }).media?.download).toStrictEqual(DOWNLOAD);
	});

	test.each([
		['imageMessage', 'image'],
		['videoMessage', 'video'],
		['ptvMessage', 'video'],
		['audioMessage', 'audio'],
		['documentMessage', 'document'],
		['stickerMessage', 'sticker'],
	])('%s goes to the endpoint for %s', (field, type) => {
		expect(messageItem({ [field]: FILE }).media?.download?.type).toBe(type);
	});

	test.each([
		['imageMessage', 'image/jpeg'],
		['videoMessage', 'video/mp4'],
		['audioMessage', 'audio/ogg'],
		['documentMessage', 'application/octet-stream'],
		['stickerMessage', 'image/webp'],
	])('%s without a usable type is %s', (field, mimeType) => {
		expect(messageItem({ [field]: { mimetype: 'nonsense' } }).media).toEqual({ mimeType });
		expect(messageItem({ [field]: without('mimetype') }).media?.download?.mimetype).toBe(mimeType);
	});

	test('needs a key and an address', () => {
		const mediaOf = (...missing: Array<keyof typeof FILE>) =>
			messageItem({ imageMessage: without(...missing) }).media;
		expect(mediaOf('mediaKey')).not.toHaveProperty('download');
		expect(mediaOf('URL', 'directPath')).not.toHaveProperty('download');
		expect(mediaOf('URL')?.download?.url).toBe('');
		expect(mediaOf('directPath', 'fileLength')?.download).toMatchObject({
			directPath: '',
			fileLength: 0,
		});
	});

	test('has a length even where it came as a text', () => {
		const { media } = messageItem({ imageMessage: { ...FILE, fileLength: '84211' } });
		expect(media?.fileSize).toBe(84211);
		expect(media?.download?.fileLength).toBe(84211);
	});

	test('of a document has a name without a path', () => {
		const fileName = '../../etc/passwd\u0000.pdf';
		expect(messageItem({ documentMessage: { fileName } }).media?.fileName).toBe('passwd_.pdf');
	});

	test('has a bare mime type', () => {
		expect(bareMimeType('Audio/OGG; codecs=opus')).toBe('audio/ogg');
		expect(bareMimeType('image/svg+xml')).toBe('image/svg+xml');
		for (const none of [undefined, '', 'image', 'image/', '/png', 'a/b/c', 'a b/c']) {
			expect(bareMimeType(none)).toBeUndefined();
		}
	});

	test('that is stored needs no download', () => {
		const download = {} as never;
		expect(withFile({ mimeType: 'image/png', download }, 'data')).toStrictEqual({
			mimeType: 'image/png',
			binary: 'data',
		});
	});
});
