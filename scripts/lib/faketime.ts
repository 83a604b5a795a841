/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { existsSync, readdirSync } from 'fs';
import { join } from 'path';

import type { DebianPackage } from './debian';

const LIBRARIES = '/usr/lib';
const LIBRARY = 'faketime/libfaketimeMT.so.1';

/** Debian keeps libraries by architecture. */
function findLibrary(): string | undefined {
	const folders = existsSync(LIBRARIES) ? readdirSync(LIBRARIES) : [];
	return folders.map((name) => join(LIBRARIES, name, LIBRARY)).find((path) => existsSync(path));
}

export const FAKETIME: DebianPackage = {
	name: 'libfaketime',
	isThere: () => findLibrary() !== undefined,
};

/**
 * Environment of a process whose clock `file` sets while it runs: it holds the seconds to add, e.g. `-3600`. Timers
 * go on undisturbed. Nothing where the library is missing.
 */
export function clockFrom(file: string): Record<string, string> {
	const library = findLibrary();
	if (!library) return {};
	return {
		LD_PRELOAD: library,
		FAKETIME_TIMESTAMP_FILE: file,
		FAKETIME_NO_CACHE: '1',
		FAKETIME_DONT_FAKE_MONOTONIC: '1',
	};
}
