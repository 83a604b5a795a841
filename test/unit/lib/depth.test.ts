import { withinDepth } from '../../../nodes/shared/lib/depth';

describe('depth', () => {
	const nest = (levels: number): unknown => (levels === 0 ? 'x' : { a: [nest(levels - 1)] });

	test('leaves what nests as messages do alone', () => {
		const value = nest(99);
		expect(withinDepth(value)).toBe(value);
	});

	test('cuts off what would overflow a serialiser', () => {
		const deep = JSON.parse(`{"keep":1,"deep":${'['.repeat(50_000)}${']'.repeat(50_000)}}`);
		const cut = withinDepth(deep) as Record<string, unknown>;
		expect(cut.keep).toBe(1);
		expect(JSON.stringify(cut)).toHaveLength('{"keep":1,"deep":}'.length + 2 * 199 + 'null'.length);
	});
});
