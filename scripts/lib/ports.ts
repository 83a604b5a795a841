/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer } from 'net';

/** Whether a port of the loopback interface can be listened on. */
export async function isPortFree(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(false));
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
	});
}

/** A port of the loopback interface that is free now. */
export async function freePort(): Promise<number> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			const port = typeof address === 'object' && address ? address.port : 0;
			server.close(() => resolve(port));
		});
	});
}

/** The first free port from the wanted one upwards, or any free one if the next hundred are busy. */
export async function freePortFrom(wanted: number): Promise<number> {
	for (let port = wanted; port < wanted + 100; port++) {
		if (await isPortFree(port)) return port;
	}
	return await freePort();
}
