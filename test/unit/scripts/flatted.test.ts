import { parseFlatted } from '../../../scripts/n8n/flatted';

describe('parseFlatted', () => {
	it('replaces places by what they stand for', () => {
		const text = '[{"name":"1","list":"2","count":3,"none":null},"Alice",["1","3"],{"name":"1"}]';
		expect(parseFlatted(text)).toEqual({
			name: 'Alice',
			list: ['Alice', { name: 'Alice' }],
			count: 3,
			none: null,
		});
	});

	it('keeps a text that looks like a place', () => {
		expect(parseFlatted('[{"text":"1"},"0"]')).toEqual({ text: '0' });
	});

	it('restores shared and circular references', () => {
		const value = parseFlatted('[{"self":"0","one":"1","two":"1"},{"deep":true}]') as {
			self: unknown;
			one: unknown;
			two: unknown;
		};
		expect(value.self).toBe(value);
		expect(value.one).toBe(value.two);
	});

	it('reads a plain value', () => {
		expect(parseFlatted('["text"]')).toBe('text');
	});
});
