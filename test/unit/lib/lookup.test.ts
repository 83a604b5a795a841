import {
	get,
	getPath,
	has,
	isObject,
	isTrue,
	listOf,
	numberOf,
	present,
	presentOrNothing,
	textOf,
	textsOf,
} from '../../../nodes/shared/lib/lookup';

describe('lookup', () => {
	const source = { ID: 'exact', id: 'other', fileSha256: 's', empty: '', zero: 0, no: false };

	test('finds keys in any casing, the exact one first', () => {
		expect(get(source, 'ID')).toBe('exact');
		expect(get(source, 'id')).toBe('other');
		expect(get(source, 'fileSHA256')).toBe('s');
		expect(get(source, 'iD')).toBe('exact');
		expect(get(source, 'fileSHA25')).toBeUndefined();
		expect(has(source, 'FILESHA256')).toBe(true);
		expect(has({ a: null }, 'A')).toBe(true);
		expect(has(source, 'missing')).toBe(false);
	});

	test('finds nothing in what is no object', () => {
		for (const nothing of [undefined, null, 'text', 7, ['a']]) {
			expect(get(nothing, 'length')).toBeUndefined();
			expect(has(nothing, 'length')).toBe(false);
			expect(isObject(nothing)).toBe(false);
		}
		expect(getPath({ a: { B: { c: 1 } } }, 'a', 'b', 'c')).toBe(1);
		expect(getPath({ a: null }, 'a', 'b')).toBeUndefined();
	});

	test('reads by type', () => {
		expect(textOf(source, 'ID')).toBe('exact');
		expect(textOf(source, 'empty')).toBeUndefined();
		expect(textOf(source, 'zero')).toBeUndefined();
		expect(numberOf(source, 'zero')).toBe(0);
		expect(numberOf({ n: '42' }, 'n')).toBe(42);
		for (const n of ['', '4x', 'x4', '1'.repeat(21), NaN, Infinity, true, null]) {
			expect(numberOf({ n }, 'n')).toBeUndefined();
		}
		expect(isTrue({ a: true }, 'a')).toBe(true);
		expect(isTrue({ a: 'true' }, 'a')).toBe(false);
		expect(listOf({ a: [1] }, 'a')).toEqual([1]);
		expect(listOf({ a: { 0: 1 } }, 'a')).toEqual([]);
		expect(textsOf({ a: ['x', '', 1, null] }, 'a')).toEqual(['x']);
	});

	test('leaves out what is undefined, and nothing else', () => {
		expect(present({ a: undefined, b: null, c: 0, d: '' })).toStrictEqual({ b: null, c: 0, d: '' });
		expect(presentOrNothing({ a: undefined })).toBeUndefined();
		expect(presentOrNothing({ a: undefined, b: 1 })).toStrictEqual({ b: 1 });
	});
});
