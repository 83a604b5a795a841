/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { existsSync } from 'fs';
import { readFile, writeFile } from 'fs/promises';

/** Linux tells the peak of a process's memory, and lets it be measured anew. */
export const canMeasureMemory = (): boolean => existsSync('/proc/self/clear_refs');

const MEGABYTE_IN_KILOBYTES = 1024;
/** Sets the peak to what is held now (proc(5), clear_refs). */
const RESET_PEAK = '5';

async function read(pid: number, field: string): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8');
	const [, kilobytes] = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status) ?? [];
	return Number(kilobytes) / MEGABYTE_IN_KILOBYTES;
}

/** By how many MB the memory of a process grew at most while something went on, over what it held before. */
export async function peakGrowth(pid: number, work: () => Promise<unknown>): Promise<number> {
	await writeFile(`/proc/${pid}/clear_refs`, RESET_PEAK);
	const before = await read(pid, 'VmRSS');
	await work();
	return Math.round((await read(pid, 'VmHWM')) - before);
}
