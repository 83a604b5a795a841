/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync } from 'fs';
import { cp, mkdir, rename, rm, writeFile } from 'fs/promises';
import { delimiter, dirname, join } from 'path';

import { runCommand } from '../lib/command';
import { withFileLock } from '../lib/fileLock';
import { cacheDirectory } from '../lib/paths';
import { step } from '../lib/progress';
import type { NodeRuntime } from './node';
import { ensureNode, platformName } from './node';

/**
 * The n8n that the tests and the demo run; the environment's `WAGO_N8N_VERSION` may name another one that has a
 * lock file. Exact, never "latest": the newest release may need packages that are not published yet.
 */
export const N8N_VERSION = process.env.WAGO_N8N_VERSION || '2.41.1';

export interface InstalledN8n {
	version: string;
	/** Folder with `node_modules`. */
	dir: string;
	/** The Node that runs it. */
	nodeBin: string;
	/** Its command line program, to be run with that Node. */
	n8nBin: string;
}

/** Written last: a folder without it was interrupted. */
const MARKER = 'complete';

const LOCKS = join(__dirname, 'locks');

function environmentFor(node: NodeRuntime): Record<string, string> {
	return {
		PATH: `${dirname(node.bin)}${delimiter}${process.env.PATH}`,
		// An npm that runs us hands its own settings down; these would stop the one script we need.
		npm_config_ignore_scripts: 'false',
		...(node.headers && { npm_config_nodedir: node.headers }),
	};
}

/** Whether an installed n8n is whole: the marker is there and its native module loads. */
async function isWhole(dir: string, node: NodeRuntime): Promise<boolean> {
	if (!existsSync(join(dir, MARKER))) return false;
	const probe = "require('n8n/package.json'); require('sqlite3')";
	return await runCommand(node.bin, ['-e', probe], { cwd: dir }).then(
		() => true,
		() => false,
	);
}

async function installInto(dir: string, version: string, node: NodeRuntime): Promise<void> {
	const lock = join(LOCKS, version);
	if (!existsSync(lock)) throw new Error(`No lock file for n8n ${version} in ${LOCKS}`);
	const env = environmentFor(node);
	const logFile = join(dir, 'install.log');

	await cp(lock, dir, { recursive: true });
	await step(`Installing n8n ${version} (3 GB; 3 to 6 minutes, once)`, async () => {
		// All scripts at once cannot succeed offline: one dependency downloads a binary of its own.
		const args = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
		await runCommand('npm', args, { cwd: dir, env, logFile });
	});
	await step("Building n8n's SQLite module (2 minutes, once)", async () => {
		await runCommand('npm', ['rebuild', 'sqlite3'], { cwd: dir, env, logFile });
	});
	await writeFile(join(dir, MARKER), `${new Date().toISOString()}\n`);
}

/** Makes the folder anew beside its place, then moves it there: nobody ever sees half of it. */
async function installAt(dir: string, version: string, node: NodeRuntime): Promise<void> {
	const building = `${dir}.building`;
	await rm(building, { recursive: true, force: true });
	await mkdir(building, { recursive: true });
	await installInto(building, version, node);
	await rm(dir, { recursive: true, force: true });
	await rename(building, dir);
}

/**
 * An n8n of a version, ready to start; installed into the cache unless it is there and whole.
 *
 * @throws if there is no lock file for the version, or with npm's own words if it does not succeed
 */
export async function ensureN8n(version = N8N_VERSION): Promise<InstalledN8n> {
	const lockFile = join(cacheDirectory(), 'install.lock');
	return await withFileLock(lockFile, async () => {
		const node = await ensureNode();
		const dir = join(cacheDirectory(), `n8n-${version}-${platformName()}-node${node.abi}`);
		if (!(await isWhole(dir, node))) await installAt(dir, version, node);
		const n8nBin = join(dir, 'node_modules', 'n8n', 'bin', 'n8n');
		return { version, dir, nodeBin: node.bin, n8nBin };
	});
}
