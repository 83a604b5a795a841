import { sha256 } from '../../../nodes/shared/lib/fingerprint';
import { namesOf, PollMemory, readVote } from '../../../nodes/shared/whatsapp/polls';

describe('votes', () => {
	const [pizza, sushi] = [sha256('Pizza'), sha256('Sushi')];

	test.each<[string, unknown, string[] | undefined]>([
		['absent', undefined, undefined],
		['null', null, undefined],
		['empty', '', []],
		['an empty list', [], []],
		['one', pizza, [pizza]],
		['in upper case', pizza.toUpperCase(), [pizza]],
		['a list', [pizza, sushi], [pizza, sushi]],
		['a text with commas', `${pizza}, ${sushi}`, [pizza, sushi]],
		['a text with bars', `${pizza}|${sushi}`, [pizza, sushi]],
		['the same twice', [pizza, pizza.toUpperCase()], [pizza]],
		['no hash', 'Pizza', []],
		['a list of other things', [7, null, pizza], [pizza]],
		['an object', { a: pizza }, []],
	])('%s', (_name, decryptVote, expected) => {
		expect(readVote(decryptVote)).toEqual(expected);
	});

	test('are bounded', () => {
		expect(
			readVote(Array.from({ length: 500 }, (_member, index) => sha256(String(index)))),
		).toHaveLength(100);
	});

	test('have the names of their options', () => {
		expect(namesOf([sushi, pizza], ['Pizza', 'Sushi'])).toEqual(['Sushi', 'Pizza']);
	});

	test('have no names where one option is unknown, and an empty list where the vote was taken back', () => {
		expect(namesOf([sushi, sha256('Curry'), pizza], ['Pizza', 'Sushi'])).toBeUndefined();
		expect(namesOf([], ['Pizza'])).toEqual([]);
	});

	test('are found without the spaces around a name, the exact name before the trimmed one', () => {
		expect(namesOf([pizza], ['Pizza ', 'Sushi'])).toEqual(['Pizza ']);
		expect(namesOf([sha256('Pizza ')], ['Pizza '])).toEqual(['Pizza ']);
		expect(namesOf([pizza], ['Pizza', ' Pizza'])).toEqual(['Pizza']);
	});
});

describe('poll memory', () => {
	test('forgets after its time, and the oldest when it is full', () => {
		let now = 0;
		const memory = new PollMemory(2, 1000, () => now);
		memory.remember('1', ['a']);
		now = 600;
		memory.remember('2', ['b']);
		expect(memory.options('1')).toEqual(['a']);
		memory.remember('3', ['c']);
		expect(memory.options('1')).toBeUndefined();
		expect(memory.options('2')).toEqual(['b']);
		now = 1599;
		expect(memory.options('2')).toEqual(['b']);
		now = 1600;
		expect(memory.options('2')).toBeUndefined();
		expect(memory.options('unknown')).toBeUndefined();
	});

	test('keeps the first poll of an ID until its time is over', () => {
		let now = 0;
		const memory = new PollMemory(2, 1000, () => now);
		memory.remember('1', ['a']);
		memory.remember('1', ['of somebody else']);
		expect(memory.options('1')).toEqual(['a']);
		now = 1000;
		memory.remember('1', ['b']);
		expect(memory.options('1')).toEqual(['b']);
	});
});
