/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync } from 'fs';
import { mkdir, rm } from 'fs/promises';
import { dirname, join } from 'path';

import { runCommand } from '../lib/command';
import { cacheDirectory } from '../lib/paths';
import { step } from '../lib/progress';

/** The Node that n8n runs on here, whatever Node runs the tests: newest n8n demands it, oldest 2.x allows it. */
const NODE_MAJOR = 24;
const NODE_VERSION = '24.21.0';

export interface NodeRuntime {
	/** Path of the executable. */
	bin: string;
	/** Version of its binary interface for native modules. */
	abi: string;
	/** Folder with `include/node`, the headers that native modules are built against, if it has any. */
	headers?: string;
}

/** `linux-x64`, `darwin-arm64`, `win-x64`: how the packages with a Node in them are named. */
export function platformName(): string {
	const system = process.platform === 'win32' ? 'win' : process.platform;
	return `${system}-${process.arch}`;
}

async function describe(bin: string): Promise<NodeRuntime> {
	const abi = (await runCommand(bin, ['-p', 'process.versions.modules'])).trim();
	const prefix = dirname(dirname(bin));
	const headers = existsSync(join(prefix, 'include', 'node')) ? prefix : undefined;
	return { bin, abi, headers };
}

/**
 * A Node that can run n8n: the one that runs this, if it is of the right major version, else one from
 * a registry package (no install script, nothing else downloaded), kept in the cache.
 */
export async function ensureNode(): Promise<NodeRuntime> {
	if (process.version.startsWith(`v${NODE_MAJOR}.`)) return await describe(process.execPath);

	const name = `node-${platformName()}`;
	const directory = join(cacheDirectory(), `node-${NODE_VERSION}-${platformName()}`);
	const executable = process.platform === 'win32' ? 'node.exe' : 'node';
	const bin = join(directory, 'node_modules', name, 'bin', executable);
	const runtime = await describe(bin).catch(() => undefined);
	if (runtime) return runtime;

	await step(`Fetching Node ${NODE_VERSION} for n8n (190 MB, once)`, async () => {
		await rm(directory, { recursive: true, force: true });
		await mkdir(directory, { recursive: true });
		const args = ['install', '--prefix', directory, '--ignore-scripts', '--no-audit', '--no-fund'];
		await runCommand('npm', [...args, `${name}@${NODE_VERSION}`], { cwd: directory });
	});
	return await describe(bin);
}
