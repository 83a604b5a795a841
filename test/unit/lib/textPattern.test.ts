import fc from 'fast-check';

import { compilePattern, PatternError } from '../../../nodes/shared/lib/textPattern';

describe('a pattern', () => {
	it.each([
		['order', 'my order', true],
		['order', 'my Order', false],
		['/order/i', 'my ORDER', true],
		['^order$', 'order', true],
		['^order$', 'my order', false],
		['/^b$/m', 'a\nb\nc', true],
		['^b$', 'a\nb\nc', false],
		['a.c', 'a\nc', false],
		['/a.c/s', 'a\nc', true],
		['\\bno\\b', 'say no!', true],
		['\\bno\\b', 'nothing', false],
		['\\Bthing', 'nothing', true],
		['colou?r', 'color', true],
		['^\\d{3}-\\d{4}$', '555-1234', true],
		['^\\d{3}-\\d{4}$', '555-123', false],
		['^a{2,}$', 'a', false],
		['^a{2,}$', 'aaaa', true],
		['^a{0,2}$', 'aaa', false],
		['^(?:yes|no|maybe)$', 'maybe', true],
		['^(?:yes|no|maybe)$', 'may', false],
		['(?<year>\\d{4})', 'in 2026', true],
		['[^a-z]', 'abc', false],
		['[\\]x]', ']', true],
		['[a\\-z]', '-', true],
		['\\u00e9', 'é', true],
		['\\x41', 'A', true],
		['\\p{Lu}', 'é É', true],
		['^[😀-😎]$', '😃', true],
		['^.$', '😀', true],
		['a||b', '', true],
		['', 'anything', true],
		['()*', '', true],
		['(a*)*b', 'aab', true],
		['^(a|b)*?c', 'ababc', true],
		['\\/path\\.', '/path.', true],
		['\\$5', '$5', true],
		['{', '{', true],
		['/', '/', true],
	])('%s in "%s": %s', (pattern, text, expected) => {
		expect(compilePattern(pattern)(text)).toBe(expected);
	});

	it.each([
		'(',
		'[a',
		'a{2,1}',
		'*',
		'(?=a)',
		'(?<!a)b',
		'(a)\\1',
		'(?<n>a)\\k<n>',
		'/a/x',
		'a'.repeat(1001),
		'(?:(?:a{50}){50}){50}',
	])('%s is refused', (pattern) => {
		expect(() => compilePattern(pattern)).toThrow(PatternError);
	});

	it('is done soon however it is written and whatever the text', () => {
		const patterns = [
			'(a+)+$',
			'(a|a)*$',
			'(a|aa)+$',
			'^(([a-z])+.)+[A-Z]([a-z])+$',
			'(.*a){20}$',
			'(x+x+)+y',
			'(?:){1000}',
			'((){2000}){2000}',
			'((){999999999}){999999999}',
		];
		const start = performance.now();
		for (const pattern of patterns) compilePattern(pattern)(`${'a'.repeat(60_000)}!`);
		expect(performance.now() - start).toBeLessThan(5_000);
	});

	it('looks at the first ten thousand characters', () => {
		const matches = compilePattern('end');
		expect(matches(`${' '.repeat(9_997)}end`)).toBe(true);
		expect(matches(`${' '.repeat(9_998)}end`)).toBe(false);
	});
});

/** Patterns of a few pieces, over a small alphabet, so that many of them match. */
const pattern = fc.letrec<{ node: string }>((tie) => ({
	node: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '\\s', '^', '$', '\\b', '\\B'),
		fc.tuple(tie('node'), tie('node')).map((parts) => parts.join('')),
		fc.tuple(tie('node'), tie('node')).map((parts) => `(?:${parts.join('|')})`),
		fc
			.tuple(tie('node'), fc.constantFrom('*', '+', '?', '*?', '{2}', '{1,2}', '{0,1}', '{1,}'))
			.map(([node, quantifier]) => `(${node})${quantifier}`),
	),
})).node;

it('matches what JavaScript matches', () => {
	fc.assert(
		fc.property(
			pattern,
			fc.string({ unit: fc.constantFrom('a', 'b', 'A', ' ', '\n'), maxLength: 8 }),
			fc.constantFrom('', 'i', 'm', 's', 'im'),
			(source, text, flags) => {
				const ours = compilePattern(`/${source}/${flags}`)(text);
				expect(ours).toBe(new RegExp(source, `${flags}u`).test(text));
			},
		),
		{ numRuns: 3_000 },
	);
});
