/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

const nodes = join(__dirname, '../../nodes');

/** From where a source file imports, `import type` and `require` included. */
function importsOf(file: string): string[] {
	const source = readFileSync(join(nodes, file), 'utf8');
	return [...source.matchAll(/(?:\bfrom|\bimport|\brequire\()\s*['"]([^'"]+)['"]/g)].map(
		([, path]) => path,
	);
}

/** n8n brings zod along and will move to version 4, whose main entry reads our schemas in another way. */
it('takes zod by the name of the version that the schemas are written for', () => {
	const files = readdirSync(nodes, { recursive: true, encoding: 'utf8' }).filter((name) =>
		name.endsWith('.ts'),
	);
	const found = files.flatMap((file) =>
		importsOf(file)
			.filter((path) => /^zod(\/|$)/.test(path))
			.map((path) => ({ file, path })),
	);
	expect(found.length).toBeGreaterThan(0);
	expect(found.filter(({ path }) => path !== 'zod/v3')).toEqual([]);
});
