import { extensionOf, mediaFileName, safeFileName } from '../../../nodes/shared/whatsapp/mediaFile';

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

	test('are named by kind, time and type', () => {
		expect(mediaFileName('voice', 'audio/ogg', '2026-03-02T14:30:00.000Z')).toBe(
			'voice-2026-03-02T14-30-00Z.ogg',
		);
		expect(mediaFileName('image', 'image/jpeg')).toBe('image.jpg');
	});

	test.each<[string | undefined, string | undefined]>([
		['bill.pdf', 'bill.pdf'],
		['Rechnung März 2026.pdf', 'Rechnung März 2026.pdf'],
		['/etc/passwd', 'passwd'],
		['..\\..\\windows\\system.ini', 'system.ini'],
		['a/b/', undefined],
		['..', undefined],
		['  .hidden. ', 'hidden'],
		['a<b>:"|?*c.txt', 'abc.txt'],
		['evil\u202efdp.exe', 'evilfdp.exe'],
		['a\u0000b\nc.txt', 'abc.txt'],
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
	});
});
