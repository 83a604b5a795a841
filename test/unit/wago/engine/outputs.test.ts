import { rawOutputs } from '../../../../nodes/Wago/engine/outputs';

const jsonOf = (data: unknown, limit?: number) => rawOutputs(data, limit).map(({ json }) => json);

test('raw data is an item, or an item for each element', () => {
	expect(jsonOf({ a: [1, 2] })).toEqual([{ a: [1, 2] }]);
	expect(jsonOf([{ a: 1 }, 'b', null])).toEqual([{ a: 1 }, { data: 'b' }, { data: null }]);
	expect(jsonOf(undefined)).toEqual([{ data: null }]);
});

test.each<[string, unknown, unknown[]]>([
	['a list', [{ a: 1 }, { a: 2 }, { a: 3 }], [{ a: 1 }, { a: 2 }]],
	['a list under a key', { Groups: [1, 2, 3], Total: 3 }, [{ Groups: [1, 2], Total: 3 }]],
	[
		'a list under a key of a record',
		{ Blocklist: { DHash: '1', JIDs: ['1@lid', '2@lid', '3@lid'] } },
		[{ Blocklist: { DHash: '1', JIDs: ['1@lid', '2@lid'] } }],
	],
	[
		'an object keyed by JID',
		{ '1@lid': {}, '2@lid': {}, '3@lid': {} },
		[{ '1@lid': {}, '2@lid': {} }],
	],
	['an object keyed by number', { 11: {}, 12: {}, 13: {} }, [{ 11: {}, 12: {} }]],
	[
		'an object keyed by JID under a key',
		{ contacts: { '1@lid': {}, '2@lid': {}, '3@lid': {} } },
		[{ contacts: { '1@lid': {}, '2@lid': {} } }],
	],
	['a short list', { Groups: [1] }, [{ Groups: [1] }]],
	['no list', { Details: 'none', Nested: { a: {} } }, [{ Details: 'none', Nested: { a: {} } }]],
	['nothing', null, [{ data: null }]],
])('a limit cuts %s', (_shape, data, expected) => {
	expect(jsonOf(data, 2)).toEqual(expected);
});

test('a limit leaves the elements whole', () => {
	const group = { Participants: [1, 2, 3] };
	expect(jsonOf({ Groups: [group, group] }, 1)).toEqual([{ Groups: [group] }]);
	expect(jsonOf([group, group], 1)).toEqual([group]);
});
