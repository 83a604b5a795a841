/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { once } from 'events';
import { createServer } from 'net';
import type { AddressInfo } from 'net';

import { freePort, freePortFrom, isPortFree } from '../../../scripts/lib/ports';

describe('ports', () => {
	it('passes over a busy port', async () => {
		const server = createServer().listen(0, '127.0.0.1');
		await once(server, 'listening');
		const { port } = server.address() as AddressInfo;
		try {
			expect(await isPortFree(port)).toBe(false);
			expect(await freePortFrom(port)).not.toBe(port);
		} finally {
			server.close();
		}
	});

	it('takes the wanted port if it is free', async () => {
		const port = await freePort();
		expect(await freePortFrom(port)).toBe(port);
	});
});
