/**
 * Puts the code of both nodes into one file, after n8n's tool has built them. A file for each operation is good to
 * read and bad to ship: what every file repeats made up half of the package. One file, and not one a node,
 * because the nodes share memories, such as that of polls. Functions keep their names for stack traces.
 */
import { build } from 'esbuild';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const nodes = join(root, 'dist', 'nodes');

/** Node classes, each in a folder of its name, where n8n looks for them. */
const CLASSES = ['Wago', 'WagoTrigger'];

const BUNDLE = 'n8n-nodes-wago.js';

async function removeScripts() {
	const names = await readdir(nodes, { recursive: true });
	const scripts = names.filter((name) => /\.js(\.map)?$/.test(name));
	await Promise.all(scripts.map((name) => rm(join(nodes, name))));
}

const exportOf = (name) => `export { ${name} } from './nodes/${name}/${name}.node';`;
const entryOf = (name) => `module.exports = { ${name}: require('../${BUNDLE}').${name} };\n`;

await removeScripts();
await build({
	stdin: { contents: CLASSES.map(exportOf).join('\n'), resolveDir: root },
	outfile: join(nodes, BUNDLE),
	bundle: true,
	platform: 'node',
	format: 'cjs',
	target: 'node20',
	packages: 'external',
	minify: true,
	keepNames: true,
	lineLimit: 120,
	charset: 'utf8',
	logLevel: 'warning',
});
for (const name of CLASSES) {
	await writeFile(join(nodes, name, `${name}.node.js`), entryOf(name));
}
