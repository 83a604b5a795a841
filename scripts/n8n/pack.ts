/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { mkdir, readdir, stat } from 'fs/promises';
import { join } from 'path';

import { runCommand } from '../lib/command';
import { projectRoot } from '../lib/paths';

export interface Packed {
	/** The file that would be published. */
	tarball: string;
	/** Folder with its unpacked content. */
	unpacked: string;
}

/** What the build is made from. */
const SOURCES = [
	'nodes',
	'credentials',
	'icons',
	'package.json',
	'tsconfig.json',
	'scripts/bundle.mjs',
];

async function newestIn(path: string): Promise<number> {
	const { mtimeMs } = await stat(path);
	const names = await readdir(path, { recursive: true }).catch(() => []);
	const times = names.map(async (name) => (await stat(join(path, name))).mtimeMs);
	return Math.max(mtimeMs, ...(await Promise.all(times)));
}

/** The trigger's entry is what a build writes last, and only if all before went well. */
async function isBuildCurrent(): Promise<boolean> {
	const entry = join(projectRoot, 'dist/nodes/WagoTrigger/WagoTrigger.node.js');
	const built = await newestIn(entry).catch(() => 0);
	const sources = SOURCES.map(async (path) => await newestIn(join(projectRoot, path)));
	return built > Math.max(...(await Promise.all(sources)));
}

/** Builds `dist` as a release does. */
export async function build(): Promise<void> {
	// CI: without the spinner of n8n's tool, which fills an error's text with its frames.
	await runCommand('npm', ['run', 'build'], { cwd: projectRoot, env: { CI: 'true' } });
}

/** Makes the tarball that would be published, building first if a source is newer, and unpacks it. */
export async function pack(directory: string): Promise<Packed> {
	if (!(await isBuildCurrent())) await build();

	const unpacked = join(directory, 'package');
	await mkdir(unpacked, { recursive: true });
	const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', directory];
	const answer = await runCommand('npm', args, { cwd: projectRoot });
	const [{ filename }] = JSON.parse(answer) as [{ filename: string }];
	const tarball = join(directory, filename);
	await runCommand('tar', ['-xzf', tarball, '-C', directory]);
	return { tarball, unpacked };
}
