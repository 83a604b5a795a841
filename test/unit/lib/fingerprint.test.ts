import { fingerprint, sha256 } from '../../../nodes/shared/lib/fingerprint';

describe('fingerprints', () => {
	test('do not depend on the order of keys', () => {
		const value = { b: [1, { x: null, y: 'z' }], a: true };
		expect(fingerprint(value)).toBe(fingerprint({ a: true, b: [1, { y: 'z', x: null }] }));
		expect(fingerprint(value)).toMatch(/^[0-9a-f]{32}$/);
	});

	test('tell values apart', () => {
		const values = [
			null,
			0,
			'0',
			'',
			[],
			{},
			[[]],
			['a', 'b'],
			['a,b'],
			{ a: 'b' },
			{ a: ['b'] },
			true,
			'true',
			['b', 'a'],
			{ ab: '' },
			{ a: 'b,1:c=1"d' },
			{ a: 'b', c: 'd' },
		];
		expect(new Set(values.map(fingerprint)).size).toBe(values.length);
	});

	test.each([
		['lists', '[', ']'],
		['objects', '{"a":', '}'],
	])('stand absurd nesting of %s', (_, open, close) => {
		const deep = JSON.parse(`${open.repeat(20_000)}null${close.repeat(20_000)}`);
		expect(fingerprint(deep)).toMatch(/^[0-9a-f]{32}$/);
	});

	test('see 100 levels deep', () => {
		const nested = (levels: number, end: string) =>
			JSON.parse(`${'['.repeat(levels)}${end}${']'.repeat(levels)}`);
		expect(fingerprint(nested(100, '1'))).not.toBe(fingerprint(nested(100, '2')));
		expect(fingerprint(nested(101, '[]'))).toBe(fingerprint(nested(101, '{}')));
		expect(fingerprint(nested(99, '[]'))).not.toBe(fingerprint(nested(99, '"…"')));
	});

	test('are SHA-256', () => {
		expect(sha256('Pizza')).toBe(
			'f12958816a49adfa2c6c8de8dd2144c163e92c5e375de964d533187c7d236c36',
		);
	});
});
