/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync } from 'fs';
import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';

import type { DebianPackage } from './debian';
import { freePort } from './ports';
import { Service, type OwnServer } from './service';

const EXECUTABLE = '/usr/bin/redis-server';

export const REDIS: DebianPackage = {
	name: 'redis-server',
	isThere: () => existsSync(EXECUTABLE),
};

/** A Redis that keeps nothing on disk. */
export async function startRedis(): Promise<OwnServer> {
	const directory = await mkdtemp(join(tmpdir(), 'wago-redis-'));
	const port = await freePort();
	const service = new Service({
		name: 'Redis',
		program: EXECUTABLE,
		args: ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', directory],
		env: { PATH: process.env.PATH },
		logFile: join(directory, 'redis.log'),
		readyUrl: `tcp://127.0.0.1:${port}`,
	});
	await service.start();
	const dispose = async () => {
		await service.stop();
		await rm(directory, { recursive: true, force: true });
	};
	return { service, port, dispose };
}
