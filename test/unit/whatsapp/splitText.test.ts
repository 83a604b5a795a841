import fc from 'fast-check';

import { splitText } from '../../../nodes/shared/whatsapp/splitText';

it.each([
	['fits', 'short', 10, ['short']],
	['is empty', '  ', 10, []],
	['has paragraphs', 'aaaaaa\n\nbbbbbb', 10, ['aaaaaa', 'bbbbbb']],
	['has lines', 'aaaaaa\nbbbbbb', 10, ['aaaaaa', 'bbbbbb']],
	['has sentences', 'One two. Three four', 12, ['One two.', 'Three four']],
	['has words', 'aaaaaa bbbbbb', 10, ['aaaaaa', 'bbbbbb']],
	['has nothing but letters', 'aaaaaabbbbbb', 6, ['aaaaaa', 'bbbbbb']],
	['prefers paragraphs to later lines', 'aaaa aaa\n\nb\nc ddddd', 12, ['aaaa aaa', 'b\nc ddddd']],
	[
		'has white space between its paragraphs',
		'aaaa aaa\n \nb\nc dddd',
		12,
		['aaaa aaa', 'b\nc dddd'],
	],
	['prefers sentences to later words', 'One two. Ab cdefgh', 12, ['One two.', 'Ab cdefgh']],
	['fits exactly', 'aaaa aaaaa', 10, ['aaaa aaaaa']],
	['has its seam just in the middle', 'aaaaa bbbbbbbbb', 10, ['aaaaa bbbb', 'bbbbb']],
	['has its only seam too early', 'a bbbbbbbbbbbbb', 10, ['a bbbbbbbb', 'bbbbb']],
])('a text that %s', (_, text, limit, parts) => {
	expect(splitText(text, limit)).toEqual(parts);
});

it('never cuts an emoji in two', () => {
	expect(splitText('a😀😀😀', 4)).toEqual(['a😀', '😀😀']);
});

it('keeps every character but white space, in order, in parts that fit', () => {
	const words = fc.array(fc.stringMatching(/^[\w.!?\n 😀-🙏]{1,20}$/u), { maxLength: 40 });
	fc.assert(
		fc.property(words, fc.integer({ min: 4, max: 60 }), (pieces, limit) => {
			const text = pieces.join(' ');
			const parts = splitText(text, limit);
			expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
			for (const part of parts) {
				expect(part.length).toBeLessThanOrEqual(limit);
				expect(part).toBe(part.trim());
				expect(part).not.toBe('');
				expect(Buffer.from(part).toString()).toBe(part);
			}
		}),
		{ numRuns: 1000 },
	);
});
