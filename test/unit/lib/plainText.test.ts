import { plainText } from '../../../nodes/shared/lib/plainText';

test.each([
	['\u202a\u200b\u2060\ufeffa\u200e b\u202c ', 'a b'],
	['a\u00a0\u2009\u202f\u3000b\tc\nd', 'a    b c d'],
	['a\u0000\u0085b', 'ab'],
	['\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\ufe63\u30fc', '----------'],
	['\u2018\u2019\u02bc\u00b4`\uff07', "''''''"],
	['\uff21\uff1a\uff0b\uff08\uff3d', 'A:+(]'],
	['1\ufe0f\u20e3', '1'],
	// No digits: a half, a superscript, a Roman and a circled number.
	['\u00bd\u00b2\u2167\u2460', '\u00bd\u00b2\u2167\u2460'],
])('%j is %j', (text, expected) => {
	expect(plainText(text)).toBe(expected);
});

test('every decimal digit of Unicode keeps its value', () => {
	const digits = Array.from({ length: 0x110000 }, (_, code) => code)
		.filter((code) => code < 0xd800 || code > 0xdfff)
		.map((code) => String.fromCodePoint(code))
		.filter((sign) => /^\p{Nd}$/u.test(sign));
	expect(digits.length % 10).toBe(0);
	expect(digits.length).toBeGreaterThan(600);
	expect(plainText(digits.join(''))).toBe('0123456789'.repeat(digits.length / 10));
});
