import {
	extensionOf,
	mediaFileName,
	mimeTypeOf,
	safeFileName,
	withExtension,
} from '../../../nodes/shared/whatsapp/fileType';

describe('media files', () => {
	test.each([
		['image/jpeg', 'jpg'],
		['audio/ogg; codecs=opus', 'ogg'],
		[' IMAGE/PNG ', 'png'],
		['application/x-unknown', 'bin'],
		['constructor', 'bin'],
	])('%s has the extension %s', (mimeType, extension) => {
		expect(extensionOf(mimeType)).toBe(extension);
	});

	test.each([
		['application/gzip', 'gz'],
		['application/json', 'json'],
		['application/msword', 'doc'],
		['application/pdf', 'pdf'],
		['application/vnd.ms-excel', 'xls'],
		['application/vnd.ms-powerpoint', 'ppt'],
		['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'pptx'],
		['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
		['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
		['application/was', 'was'],
		['application/zip', 'zip'],
		['audio/aac', 'aac'],
		['audio/amr', 'amr'],
		['audio/mp4', 'm4a'],
		['audio/mpeg', 'mp3'],
		['audio/ogg', 'ogg'],
		['audio/wav', 'wav'],
		['image/gif', 'gif'],
		['image/jpeg', 'jpg'],
		['image/png', 'png'],
		['image/webp', 'webp'],
		['image/heic', 'heic'],
		['image/svg+xml', 'svg'],
		['image/tiff', 'tif'],
		['application/rtf', 'rtf'],
		['application/vnd.android.package-archive', 'apk'],
		['application/vnd.oasis.opendocument.text', 'odt'],
		['application/epub+zip', 'epub'],
		['application/xml', 'xml'],
		['application/vnd.rar', 'rar'],
		['application/x-7z-compressed', '7z'],
		['message/rfc822', 'eml'],
		['text/calendar', 'ics'],
		['text/html', 'html'],
		['text/markdown', 'md'],
		['text/csv', 'csv'],
		['text/plain', 'txt'],
		['text/vcard', 'vcf'],
		['video/3gpp', '3gp'],
		['video/mp4', 'mp4'],
		['video/quicktime', 'mov'],
		['video/webm', 'webm'],
	])('of type %s end with .%s, and the other way round', (mimeType, extension) => {
		expect(extensionOf(mimeType)).toBe(extension);
		expect(mimeTypeOf(`My file.v2.${extension}`)).toBe(mimeType);
		expect(mimeTypeOf(`FILE.${extension.toUpperCase()}`)).toBe(mimeType);
	});

	test.each([
		['text/xml', 'xml', 'application/xml'],
		['audio/webm', 'webm', 'video/webm'],
		['audio/x-m4a', 'm4a', 'audio/mp4'],
		['image/jpg', 'jpg', 'image/jpeg'],
		['application/x-zip-compressed', 'zip', 'application/zip'],
		['text/x-vcard', 'vcf', 'text/vcard'],
	])('of type %s end with .%s, which is %s', (mimeType, extension, usual) => {
		expect(extensionOf(mimeType)).toBe(extension);
		expect(mimeTypeOf(`file.${extension}`)).toBe(usual);
	});

	test.each([
		['photo.JPEG', 'image/jpeg'],
		['page.htm', 'text/html'],
		['compose.yml', 'application/yaml'],
		['scan.tiff', 'image/tiff'],
		['voice.oga', 'audio/ogg'],
	])('%s is %s under its other spelling', (name, mimeType) => {
		expect(mimeTypeOf(name)).toBe(mimeType);
	});

	test.each(['', 'pdf', 'file.', 'file.xyz', 'file.pdf.xyz', 'pdf.'])(
		'the name %j promises no type',
		(name) => {
			expect(mimeTypeOf(name)).toBeUndefined();
		},
	);

	test.each<[string, string, string | undefined, string]>([
		['4711', 'application/pdf', undefined, '4711.pdf'],
		['data', 'image/png', undefined, 'data.png'],
		['Invoice No. 12', 'application/pdf', undefined, 'Invoice No. 12.pdf'],
		['report v1.2', 'application/pdf', undefined, 'report v1.2.pdf'],
		['offer.v2', 'application/pdf', undefined, 'offer.v2.pdf'],
		['2026.03.31', 'application/pdf', undefined, '2026.03.31.pdf'],
		['offer.pdf', 'application/pdf', undefined, 'offer.pdf'],
		['song.mp3', 'audio/mpeg', undefined, 'song.mp3'],
		['photo.JPEG', 'image/jpeg', 'jpg', 'photo.JPEG'],
		['archive.7z', 'application/zip', undefined, 'archive.7z'],
		['feed', 'application/x-unknown', 'odt', 'feed.odt'],
		['notes', 'text/plain', 'md', 'notes.md'],
		['notes', 'text/plain', undefined, 'notes.txt'],
		['blob', 'application/octet-stream', 'apk', 'blob.apk'],
		['blob', 'application/octet-stream', undefined, 'blob'],
		['blob', 'application/x-unknown', '../x', 'blob'],
		['photo', 'image/jpeg', 'jpeg', 'photo.jpg'],
	])('%s of type %s, known as %s, is called %s', (name, mimeType, known, expected) => {
		expect(withExtension(name, mimeType, known)).toBe(expected);
	});

	test('are named by kind, time and type', () => {
		expect(mediaFileName('voice', 'audio/ogg', '2026-03-02T14:30:00.000Z')).toBe(
			'voice-2026-03-02T14-30-00Z.ogg',
		);
		expect(mediaFileName('image', 'image/jpeg')).toBe('image.jpg');
	});

	test.each<[string | undefined, string | undefined]>([
		['bill.pdf', 'bill.pdf'],
		['Rechnung März 2026.pdf', 'Rechnung März 2026.pdf'],
		['Rechnung 3/2026: final?.pdf', 'Rechnung 3_2026: final?.pdf'],
		['/etc/passwd', 'passwd'],
		['/a/b/', undefined],
		['C:\\Users\\me\\Offer.pdf', 'Offer.pdf'],
		['../../Offer 1.pdf', 'Offer 1.pdf'],
		['..\\..\\windows\\system.ini', 'system.ini'],
		['a/../b.pdf', 'a_.._b.pdf'],
		['//', undefined],
		['..', undefined],
		['  .hidden. ', 'hidden'],
		['a<b>:"|?*c.txt', 'a<b>:"|?*c.txt'],
		['👨\u200d👩\u200d👧 می\u200cخواهم.pdf', '👨\u200d👩\u200d👧 می\u200cخواهم.pdf'],
		['half \ud83d.txt', 'half _.txt'],
		['evil\u202efdp.exe', 'evilfdp.exe'],
		['\u2066a\u2069\u200e.txt', 'a.txt'],
		['a\u0000b\nc\u2028d.txt', 'a_b_c_d.txt'],
		['', undefined],
		[undefined, undefined],
	])('the name %j is kept as %j', (name, expected) => {
		expect(safeFileName(name)).toBe(expected);
	});

	test('have names of bounded length that keep their extension', () => {
		const name = safeFileName(`${'a'.repeat(1000)}.pdf`);
		expect(name).toHaveLength(200);
		expect(name).toMatch(/a\.pdf$/);
		expect(safeFileName('b'.repeat(1000))).toBe('b'.repeat(200));
		expect(safeFileName(`${'a'.repeat(195)}${'😀'.repeat(9)}.txt`)).toBe(`${'a'.repeat(195)}.txt`);
	});
});
