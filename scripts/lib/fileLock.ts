/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/require-node-api-error */
import { mkdir, readFile, rm, stat, writeFile } from 'fs/promises';
import { dirname } from 'path';

import { say } from './progress';
import { sleep } from './wait';

/** Nothing locked lasts this long: an older lock was left behind, and its process ID may be another's now. */
const STALE_MS = 3_600_000;

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

async function isLeftBehind(path: string): Promise<boolean> {
	try {
		const holder = Number(await readFile(path, 'utf8'));
		const { mtimeMs } = await stat(path);
		return (holder > 0 && !isAlive(holder)) || Date.now() - mtimeMs > STALE_MS;
	} catch {
		return false; // released in this moment
	}
}

/** True if this process now holds the lock; one that was left behind is removed for the next try. */
async function acquire(path: string): Promise<boolean> {
	try {
		await writeFile(path, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		if (await isLeftBehind(path)) await rm(path, { force: true });
		return false;
	}
}

/** Runs something that no two processes may do at once; a second one waits for the first. */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
	await mkdir(dirname(path), { recursive: true });
	for (let tries = 0; !(await acquire(path)); tries++) {
		if (tries === 1) say(`Waiting for another process that holds ${path} ...`);
		await sleep(500);
	}
	try {
		return await work();
	} finally {
		await rm(path, { force: true });
	}
}
