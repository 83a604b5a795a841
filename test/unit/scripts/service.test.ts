/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';

import { freePort, isPortFree } from '../../../scripts/lib/ports';
import { Service } from '../../../scripts/lib/service';
import { waitFor } from '../../../scripts/lib/wait';

/** Serves 200 from a child of a child, so that ending the first process alone leaves the port taken. */
const NESTED = `
const { spawn } = require('child_process');
if (process.argv[1] === 'inner') {
	console.log('serving');
	require('http').createServer((_, response) => response.end()).listen(process.env.PORT, '127.0.0.1');
} else {
	spawn(process.execPath, ['-e', process.env.PROGRAM, 'inner'], { stdio: 'inherit' });
}
`;

describe('Service', () => {
	let directory: string;
	let port: number;

	const service = (program: string): Service =>
		new Service({
			name: 'test server',
			program: process.execPath,
			args: ['-e', program],
			env: { PATH: process.env.PATH, PORT: String(port), PROGRAM: program },
			logFile: join(directory, 'log'),
			readyUrl: `http://127.0.0.1:${port}/`,
			readyTimeout: 15_000,
		});

	beforeEach(async () => {
		directory = await mkdtemp(join(tmpdir(), 'wago-service-'));
		port = await freePort();
	});
	afterEach(async () => await rm(directory, { recursive: true }));

	it.each(['stop', 'kill'] as const)(
		'%s ends its children too, and it starts again',
		async (end) => {
			const server = service(NESTED);
			await server.start();
			expect(server.log()).toContain('serving');
			await server[end]();
			expect(await isPortFree(port)).toBe(true);
			expect(server.isRunning).toBe(false);

			await server.start();
			expect(await isPortFree(port)).toBe(false);
			await server.kill();
		},
	);

	it('fails with the end of its log when it dies before it is ready', async () => {
		const server = service("console.log('no licence'); process.exit(3)");
		await expect(server.start()).rejects.toThrow('no licence');
	});

	it('tells when it has ended by itself', async () => {
		const server = service(NESTED);
		await server.start();
		const ended = server.whenEnded();
		server.signal('SIGKILL');
		await expect(ended).resolves.toBeUndefined();
		await waitFor('the port', async () => await isPortFree(port));
		await server.kill();
	});
});
