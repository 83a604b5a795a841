/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { mkdtemp, readdir, readFile, rm, stat } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';

import { runCommand } from './lib/command';
import { projectRoot } from './lib/paths';
import { elapsed, say } from './lib/progress';
import type { Packed } from './n8n/pack';
import { build, pack } from './n8n/pack';

/** n8n's package scanner, as far as it is used here: it has no types of its own. */
interface Scanner {
	SOURCE_FILE_PATTERNS: string[];
	analyzePackage(
		directory: string,
		patterns: string[],
	): Promise<{ passed: boolean; message?: string; details?: string }>;
}

const SCANNER: string = '@n8n/scan-community-package/scanner/scanner.mjs';

/** What the scanner looks at in a published tarball. */
const TARBALL_PATTERNS = ['**/*.js', 'package.json'];

const MAX_UNPACKED_BYTES = 1_000_000;

/** Nothing else belongs into the tarball. */
const PUBLISHED =
	/^(package\.json|README\.md|LICENSE|CHANGELOG\.md|dist\/(nodes|credentials|icons)\/.+)$/;

interface Manifest {
	dependencies?: Record<string, string>;
	peerDependencies?: Record<string, string>;
	n8n: { strict?: boolean; nodes: string[]; credentials: string[] };
}

/** Throws with what it found; returns a remark, if there is one to make. */
type Check = () => Promise<string | void>;

async function runTool(script: string, ...args: string[]): Promise<void> {
	const path = join(projectRoot, 'node_modules', script);
	await runCommand(process.execPath, [path, ...args], { cwd: projectRoot });
}

async function scan(directory: string, patterns: (scanner: Scanner) => string[]): Promise<void> {
	const scanner = (await import(SCANNER)) as Scanner;
	const { passed, message, details } = await scanner.analyzePackage(directory, patterns(scanner));
	// "No files found" passes too, but proves nothing.
	if (!passed || message) throw new Error([message, details].join('\n'));
}

async function filesIn(directory: string): Promise<Array<{ name: string; size: number }>> {
	const entries = await readdir(directory, { recursive: true, withFileTypes: true });
	const paths = entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
	return await Promise.all(
		paths.map(async (path) => ({
			name: path.slice(directory.length + 1).replaceAll('\\', '/'),
			size: (await stat(path)).size,
		})),
	);
}

async function checkManifest(directory: string): Promise<void> {
	const text = await readFile(join(directory, 'package.json'), 'utf8');
	const manifest = JSON.parse(text) as Manifest;
	const dependencies = Object.keys(manifest.dependencies ?? {});
	if (dependencies.length > 0) throw new Error(`Runtime dependencies: ${dependencies.join(', ')}`);
	const peers = JSON.stringify(manifest.peerDependencies);
	if (peers !== '{"n8n-workflow":"*"}') throw new Error(`Peer dependencies: ${peers}`);
	if (manifest.n8n.strict !== true) throw new Error('n8n.strict is not true');
	for (const path of [...manifest.n8n.nodes, ...manifest.n8n.credentials]) {
		await stat(join(directory, path));
	}
}

async function checkContent(directory: string): Promise<string> {
	const files = await filesIn(directory);
	const foreign = files.filter(({ name }) => !PUBLISHED.test(name)).map(({ name }) => name);
	if (foreign.length > 0) throw new Error(`Not to be published: ${foreign.join(', ')}`);
	const bytes = files.reduce((sum, { size }) => sum + size, 0);
	const remark = `${files.length} files, ${Math.round(bytes / 1000)} kB unpacked`;
	if (bytes >= MAX_UNPACKED_BYTES) throw new Error(`Too big: ${remark}`);
	return remark;
}

/** All checks in their order; the packed ones stand on the build before them. */
function checks(directory: string): Record<string, Check> {
	let packed: Packed;
	return {
		'n8n-node lint': async () => await runTool('@n8n/node-cli/bin/n8n-node.mjs', 'lint'),
		'types of tests and scripts': async () =>
			await runTool('typescript/bin/tsc', '--noEmit', '-p', 'test/tsconfig.json'),
		'n8n-node build': build,
		'npm pack': async () => {
			packed = await pack(directory);
		},
		'manifest: strict, one peer, no dependency, all files there': async () =>
			await checkManifest(packed.unpacked),
		'content: only what is meant to be published, under 1 MB': async () =>
			await checkContent(packed.unpacked),
		"n8n's scanner on the checkout": async () =>
			await scan(projectRoot, ({ SOURCE_FILE_PATTERNS }) => SOURCE_FILE_PATTERNS),
		"n8n's scanner on the unpacked tarball": async () =>
			await scan(packed.unpacked, () => TARBALL_PATTERNS),
	};
}

async function passes(name: string, check: Check): Promise<boolean> {
	const started = Date.now();
	try {
		const remark = await check();
		say(`ok      ${name}${remark ? `: ${remark}` : ''} (${elapsed(started)})`);
		return true;
	} catch (error) {
		say(`FAILED  ${name} (${elapsed(started)})\n${(error as Error).message}`);
		return false;
	}
}

async function main(): Promise<void> {
	const directory = await mkdtemp(join(tmpdir(), 'wago-verify-'));
	let failed = 0;
	try {
		for (const [name, check] of Object.entries(checks(directory))) {
			if (!(await passes(name, check))) failed++;
		}
	} finally {
		await rm(directory, { recursive: true, force: true });
	}
	say(failed === 0 ? 'Verified: 0 errors.' : `${failed} checks did not pass.`);
	process.exitCode = failed === 0 ? 0 : 1;
}

void main();
