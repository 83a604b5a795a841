/**
 * Puts the code of nodes and credentials into one file, after n8n's tool has built them. A file for each operation is good to
 * read and bad to ship: what every file repeats made up half of the package. One file, and not one a node,
 * because the nodes share memories, such as that of polls. Functions keep their names for stack traces.
 */
import { build } from 'esbuild';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const nodes = join(dist, 'nodes');

/** Where n8n looks for the classes; each file exports the one of its name. */
const ENTRIES = [
	'credentials/WagoApi.credentials',
	'credentials/WagoAdminApi.credentials',
	'nodes/Wago/Wago.node',
	'nodes/WagoTrigger/WagoTrigger.node',
];

const BUNDLE = 'nodes/n8n-nodes-wago.js';

async function removeScripts() {
	const names = await readdir(nodes, { recursive: true });
	const scripts = names.filter((name) => /\.js(\.map)?$/.test(name));
	await Promise.all(scripts.map((name) => rm(join(nodes, name))));
}

const classOf = (entry) => basename(entry).split('.', 1)[0];
const exportOf = (entry) => `export { ${classOf(entry)} } from './${entry}';`;

function scriptOf(entry) {
	const bundle = posix.relative(dirname(entry), BUNDLE);
	const path = bundle.startsWith('.') ? bundle : `./${bundle}`;
	return `module.exports = { ${classOf(entry)}: require('${path}').${classOf(entry)} };\n`;
}

await removeScripts();
await build({
	stdin: { contents: ENTRIES.map(exportOf).join('\n'), resolveDir: root },
	outfile: join(dist, BUNDLE),
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
for (const entry of ENTRIES) await writeFile(join(dist, `${entry}.js`), scriptOf(entry));
