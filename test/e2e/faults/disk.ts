/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions */
import { execFileSync } from 'child_process';
import { rmSync, statfsSync, writeFileSync, mkdtempSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

/** A disk of its own size in memory, so that it can be filled without harm. */
export class SmallDisk {
	private readonly filler: string;

	private constructor(readonly path: string) {
		this.filler = join(path, 'filler');
	}

	/** Undefined where nothing may be mounted: only root may, and not in every container. */
	static mount(megabytes: number): SmallDisk | undefined {
		const path = mkdtempSync(join(tmpdir(), 'wago-disk-'));
		try {
			const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path];
			execFileSync('mount', options, { stdio: 'ignore' });
			return new SmallDisk(path);
		} catch {
			rmSync(path, { recursive: true });
			return undefined;
		}
	}

	/** Leaves not a byte. */
	fill(): void {
		const { bavail, bsize } = statfsSync(this.path);
		writeFileSync(this.filler, Buffer.alloc(bavail * bsize));
	}

	free(): void {
		rmSync(this.filler, { force: true });
	}

	unmount(): void {
		execFileSync('umount', ['--lazy', this.path], { stdio: 'ignore' });
		rmSync(this.path, { recursive: true, force: true });
	}
}
