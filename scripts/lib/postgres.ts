/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync, readdirSync } from 'fs';
import { mkdir, mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';

import { runCommand } from './command';
import type { DebianPackage } from './debian';
import { freePort } from './ports';
import { Service, type OwnServer } from './service';

/** The user of the database, who needs no password on the loopback interface. */
export const POSTGRES_USER = 'wago';

const VERSIONS = '/usr/lib/postgresql';

/** Debian keeps the programs of each version apart, outside the search path. */
function findPrograms(): string | undefined {
	const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS) : [];
	const [newest] = versions.sort((a, b) => Number(b) - Number(a));
	return newest && join(VERSIONS, newest, 'bin');
}

export const POSTGRES: DebianPackage = {
	name: 'postgresql',
	isThere: () => findPrograms() !== undefined,
};

/** Postgres refuses to run as root, so root runs it as the user that its package makes. */
function asOrdinaryUser(program: string, args: string[]): [string, string[]] {
	if (process.getuid?.() !== 0) return [program, args];
	const user = ['--reuid', 'postgres', '--regid', 'postgres', '--clear-groups'];
	return ['setpriv', [...user, program, ...args]];
}

/** A Postgres with an empty database `postgres` of {@link POSTGRES_USER}. */
export async function startPostgres(): Promise<OwnServer> {
	const programs = findPrograms();
	if (!programs) throw new Error('Postgres is not installed');
	const directory = await mkdtemp(join(tmpdir(), 'wago-postgres-'));
	const data = join(directory, 'data');
	await mkdir(data);
	if (process.getuid?.() === 0) await runCommand('chown', ['-R', 'postgres:postgres', directory]);

	const initialise = ['-D', data, '-U', POSTGRES_USER, '--auth=trust', '--encoding=UTF8'];
	await runCommand(...asOrdinaryUser(join(programs, 'initdb'), initialise), { cwd: directory });
	const port = await freePort();
	const options = ['-D', data, '-p', `${port}`, '-k', data, '-c', 'listen_addresses=127.0.0.1'];
	const [program, args] = asOrdinaryUser(join(programs, 'postgres'), options);
	const service = new Service({
		name: 'Postgres',
		program,
		args,
		cwd: directory,
		env: { PATH: process.env.PATH },
		logFile: join(directory, 'postgres.log'),
		readyUrl: `tcp://127.0.0.1:${port}`,
	});
	await service.start();
	const dispose = async () => {
		await service.stop();
		await rm(directory, { recursive: true, force: true });
	};
	return { service, port, dispose };
}
