import { storedExtension } from '../../../simulator/go/extensions';
import { encodeGoForm } from '../../../simulator/go/form';
import { marshalGoMap } from '../../../simulator/go/json';
import { sniffContentType } from '../../../simulator/go/sniff';

describe('JSON as Go writes it', () => {
	it('sorts the keys of the map and keeps the order of the structs in it', () => {
		expect(marshalGoMap({ type: 'Message', event: { b: 1, a: 2 }, decryptVote: 'x' })).toBe(
			'{"decryptVote":"x","event":{"b":1,"a":2},"type":"Message"}',
		);
	});

	it('escapes what HTML and JavaScript could stumble over, and nothing else', () => {
		expect(marshalGoMap({ text: '<b> & \u2028\u2029 café ☕ "quoted"\n' })).toBe(
			'{"text":"\\u003cb\\u003e \\u0026 \\u2028\\u2029 café ☕ \\"quoted\\"\\n"}',
		);
	});

	it('is the same value to a reader', () => {
		const value = { a: '<&>\u2028', b: [1, null, true, '\\'] };
		expect(JSON.parse(marshalGoMap(value))).toEqual(value);
	});
});

describe('a form as Go writes it', () => {
	it('sorts the keys', () => {
		expect(encodeGoForm({ token: 't', jsonData: '{}' })).toBe('jsonData=%7B%7D&token=t');
	});

	it("escapes everything but Go's unreserved characters", () => {
		expect(encodeGoForm({ a: "aZ09-_.~ +!'()*/=&" })).toBe(
			'a=aZ09-_.~+%2B%21%27%28%29%2A%2F%3D%26',
		);
	});

	it('sends a replacement character for half a character', () => {
		expect(encodeGoForm({ a: '\ud83d' })).toBe('a=%EF%BF%BD');
	});
});

describe('the sniffed type of an upload', () => {
	const long = (text: string) => Buffer.from(text.padEnd(600, ' '), 'latin1');

	it.each([
		['JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
		['PNG', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'image/png'],
		['WebP', Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1'), 'image/webp'],
		['a voice note', Buffer.from('OggS\0\x02', 'latin1'), 'application/ogg'],
		['m4a', Buffer.from('\0\0\0\x18ftypM4A \0\0\0\0mp42isom', 'latin1'), 'video/mp4'],
		['docx', Buffer.from('PK\x03\x04\x14', 'latin1'), 'application/zip'],
		['a lottie sticker', Buffer.from([0x1f, 0x8b, 8, 0]), 'application/x-gzip'],
		['aac', Buffer.from([0xff, 0xf1, 0x50, 0x80]), 'application/octet-stream'],
		['PDF', Buffer.from('%PDF-1.7'), 'application/pdf'],
		['a long text', long('a,b,c'), 'text/plain; charset=utf-8'],
		['a short text', Buffer.from('a,b,c'), 'application/octet-stream'],
		['long binary data', long('a\x01b'), 'application/octet-stream'],
		['nothing', Buffer.alloc(0), 'application/octet-stream'],
	])('of %s', (_name, bytes, type) => {
		expect(sniffContentType(bytes)).toBe(type);
	});
});

describe('the extension of the stored copy', () => {
	it.each([
		['image/jpeg', 'me.jpg', '.jfif'],
		['audio/ogg; codecs=opus', '', '.oga'],
		['video/mp4', 'a.mp4', '.f4v'],
		['text/plain', 'a.txt', '.asc'],
		['application/x-unheard-of', 'design.sketch', '.sketch'],
		['application/x-unheard-of', 'README', ''],
	])('of %s named %s is %s', (mimeType, fileName, extension) => {
		expect(storedExtension(mimeType, fileName)).toBe(extension);
	});
});
