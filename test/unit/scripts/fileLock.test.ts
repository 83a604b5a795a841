/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync } from 'fs';
import { mkdtemp, rm, utimes, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';

import { withFileLock } from '../../../scripts/lib/fileLock';
import { sleep } from '../../../scripts/lib/wait';

describe('withFileLock', () => {
	let directory: string;
	let path: string;

	beforeEach(async () => {
		directory = await mkdtemp(join(tmpdir(), 'wago-lock-'));
		path = join(directory, 'deeper', 'lock');
	});
	afterEach(async () => await rm(directory, { recursive: true }));

	it('lets one after the other in, and leaves nothing behind', async () => {
		const events: string[] = [];
		const work = async (name: string) =>
			await withFileLock(path, async () => {
				events.push(`${name} in`);
				await sleep(20);
				events.push(`${name} out`);
			});
		await Promise.all([work('a'), work('b')]);
		expect(events[0].slice(0, 1)).toBe(events[1].slice(0, 1));
		expect(events[2].slice(0, 1)).toBe(events[3].slice(0, 1));
		expect(existsSync(path)).toBe(false);
	});

	it('is released when the work throws', async () => {
		const failing = withFileLock(path, async () => await Promise.reject(new Error('broken')));
		await expect(failing).rejects.toThrow('broken');
		expect(existsSync(path)).toBe(false);
	});

	it('fails where no lock can be written, instead of waiting for ever', async () => {
		const work = jest.fn();
		const impossible = join(directory, 'x'.repeat(300));
		await expect(withFileLock(impossible, work)).rejects.toThrow('ENAMETOOLONG');
		expect(work).not.toHaveBeenCalled();
	});

	it.each([
		['a process that is gone', '999999999', new Date()],
		['long ago, whoever has its number now', String(process.pid), new Date(0)],
	])('takes over the lock of %s', async (_name, holder, date) => {
		const left = join(directory, 'lock');
		await writeFile(left, holder);
		await utimes(left, date, date);
		await expect(withFileLock(left, async () => await Promise.resolve('in'))).resolves.toBe('in');
	});
});
