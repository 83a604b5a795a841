/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync, renameSync, writeFileSync } from 'fs';
import type { StoredSession } from './session';

/** What a WaGo server keeps on disk: the sessions, so that it comes up again as it was, also after a kill. */
export class Disk {
	private written = '';

	constructor(private readonly file: string) {}

	/** The sessions of the earlier run; `undefined` where there was none. */
	load(): StoredSession[] | undefined {
		try {
			return JSON.parse(readFileSync(this.file, 'utf8')) as StoredSession[];
		} catch {
			return undefined;
		}
	}

	/** Writes what changed, whole or not at all. */
	save(sessions: readonly StoredSession[]): void {
		const text = JSON.stringify(sessions, undefined, '\t');
		if (text === this.written) return;
		writeFileSync(`${this.file}.new`, text);
		renameSync(`${this.file}.new`, this.file);
		this.written = text;
	}
}
