import {
	buildDataUrl,
	decodedSize,
	decodePart,
	isBase64,
	parseDataUrl,
} from '../../../nodes/shared/whatsapp/dataUrl';

describe('data URLs', () => {
	test.each([
		['data:image/png;base64,aGk=', { mimeType: 'image/png', base64: 'aGk=' }],
		['data:audio/ogg; codecs=opus;base64,aGk=', { mimeType: 'audio/ogg', base64: 'aGk=' }],
		['DATA:;BASE64,aG\nk=', { mimeType: 'application/octet-stream', base64: 'aGk=' }],
	])('%j is taken apart', (text, expected) => {
		expect(parseDataUrl(text)).toEqual(expected);
	});

	test.each([
		'',
		'aGk=',
		'data:image/png,hi',
		'data:image/png;base64,',
		'data:a/b;base64,a%',
		'http://x,y',
	])('%j is none', (text) => {
		expect(parseDataUrl(text)).toBeUndefined();
	});

	test('base64 is its alphabet', () => {
		expect(['aGk=', 'a+/b', 'YQ=='].every(isBase64)).toBe(true);
		expect(['', 'a', 'ab', 's3', 'invoice', 'a b=', 'a-_b', 'a=b=', 'YQ==='].some(isBase64)).toBe(
			false,
		);
	});

	test.each([0, 1, 2, 3, 4, 5, 90, 99])('base64 can be read from byte %d on', (offset) => {
		const bytes = Buffer.from(Array.from({ length: 100 }, (_, index) => index));
		for (const size of [98, 99, 100]) {
			const base64 = bytes.subarray(0, size).toString('base64');
			expect(decodedSize(base64)).toBe(size);
			for (const length of [0, 1, 2, 3, 4, 16, 200]) {
				const expected = bytes.subarray(offset, Math.min(offset + length, size));
				expect(Buffer.from(decodePart(base64, offset, length))).toEqual(Buffer.from(expected));
			}
		}
	});

	test.each([
		['image', 'image/png', 'data:image/png;base64,aGk='],
		['image', 'nonsense', 'data:application/octet-stream;base64,aGk='],
		['sticker', 'image/webp', 'data:image/webp;base64,aGk='],
		['audio', 'audio/ogg; codecs=opus', 'data:audio/ogg;base64,aGk='],
		['audio', 'audio/mpeg', 'data:audio/ogg;base64,aGk='],
		['document', 'application/pdf', 'data:application/octet-stream;base64,aGk='],
	] as const)('%s of %s is sent as %s', (type, mimeType, expected) => {
		expect(buildDataUrl(type, mimeType, 'aGk=')).toBe(expected);
	});
});
