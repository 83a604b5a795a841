/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync } from 'fs';

import { runCommand } from './command';
import { say, step } from './progress';

/** Only root may install Debian's packages. */
const canInstall = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** A Debian package that tests use, and how to see whether it is there. */
export interface DebianPackage {
	readonly name: string;
	isThere(): boolean;
}

/**
 * Installs the packages that are missing where that is possible, and nothing where it is not: a test that needs one
 * looks whether it is there, and is skipped if not.
 */
export async function providePackages(packages: DebianPackage[]): Promise<void> {
	const names = packages.filter((wanted) => !wanted.isThere()).map(({ name }) => name);
	if (names.length === 0 || !canInstall()) return;
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	const install = ['install', '-y', '--no-install-recommends', ...names];
	await step(`Installing ${names.join(', ')}`, async () => {
		await runCommand('apt-get', ['update'], { env, timeout: 120_000 });
		await runCommand('apt-get', install, { env, timeout: 300_000 });
	}).catch(() => say(`  ${names.join(', ')} could not be installed`));
}
