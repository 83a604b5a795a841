/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync } from 'fs';

import { runCommand } from './command';
import { say, step } from './progress';

/** Only root may install Debian's packages. */
const canInstall = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/**
 * Installs Debian packages where that is possible, and nothing where it is not: what needs them looks whether
 * they are there, and says so where they are not.
 */
export async function installPackages(names: string[]): Promise<void> {
	if (!canInstall()) return;
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	const install = ['install', '-y', '--no-install-recommends', ...names];
	await step(`Installing ${names.join(', ')}`, async () => {
		await runCommand('apt-get', ['update'], { env, timeout: 120_000 });
		await runCommand('apt-get', install, { env, timeout: 300_000 });
	}).catch(() => say(`  ${names.join(', ')} could not be installed`));
}
