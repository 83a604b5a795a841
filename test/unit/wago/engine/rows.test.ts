import { rowsOf } from '../../../../nodes/Wago/engine/parameters';

it.each([
	['a collection', { values: [{ text: 'a' }, { text: 'b' }] }],
	['a list of objects', [{ text: 'a' }, { text: 'b' }]],
	['a list of texts', ['a', 'b']],
	['text', 'a,b'],
	['JSON text', '["a", {"text": "b"}]'],
	['one row with a list of texts', { values: [{ text: ['a', 'b'] }] }],
	['one row with JSON text', { values: [{ text: '["a", "b"]' }] }],
	['text with a comma at its end', 'a,b,'],
	['one row with a list of objects', { values: [{ text: [{ text: 'a' }, { text: 'b' }] }] }],
])('reads rows from %s', (_, value) => {
	expect(rowsOf(value, 'text')).toEqual([{ text: 'a' }, { text: 'b' }]);
});

it('gives what a row says to the entries that stand for it', () => {
	const row = { text: ['a', { text: 'b', id: '2' }], id: '1' };
	expect(rowsOf({ values: [row] }, 'text')).toEqual([
		{ text: 'a', id: '1' },
		{ text: 'b', id: '2' },
	]);
});

it.each([undefined, null, '', {}, { values: [] }])('finds no rows in %j', (value) => {
	expect(rowsOf(value, 'text')).toEqual([]);
});
