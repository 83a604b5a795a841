/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync } from 'fs';
import { createServer, type Server } from 'https';
import type { AddressInfo } from 'net';
import { join } from 'path';

import { testCredential } from '../credentialTest';
import { askInEngine } from './probe';

/** A certificate of 'localhost' that no authority has issued. */
const FOLDER = join(__dirname, '../../data/tls');

let server: Server;
let baseUrl: string;

beforeAll(async () => {
	server = createServer(
		{
			key: readFileSync(join(FOLDER, 'selfSigned.key.pem')),
			cert: readFileSync(join(FOLDER, 'selfSigned.cert.pem')),
		},
		(_request, response) => {
			response.setHeader('content-type', 'application/json');
			response.end('{"code":200,"data":{"webhook":"","subscribe":[]},"success":true}');
		},
	);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	baseUrl = `https://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const request = { endpoint: { method: 'GET', path: '/webhook', auth: 'token' } } as const;

const ask = async (ignoreSslIssues?: boolean) =>
	await askInEngine({ baseUrl, token: 'token', ignoreSslIssues }, request);

it('that nobody vouches for is refused, with what to do', async () => {
	for (const reply of [await ask(), await ask(false)]) {
		expect(reply).toMatchObject({ ok: false, failure: { code: 'certificate' } });
		expect(JSON.stringify(reply)).toMatch(/NODE_EXTRA_CA_CERTS.*Ignore SSL Issues/);
	}
});

it('is taken as it is where the credential says so', async () => {
	expect(await ask(true)).toMatchObject({ ok: true });
});

it.each(['wagoApi', 'wagoAdminApi'] as const)('counts as much in the test of %s', async (type) => {
	const data = { baseUrl, token: 'token', adminToken: 'admin' };
	expect(await testCredential(type, data)).toMatch(/SELF_SIGNED/);
	expect(await testCredential(type, { ...data, ignoreSslIssues: false })).toMatch(/SELF_SIGNED/);
	expect(await testCredential(type, { ...data, ignoreSslIssues: true })).toBe('OK');
});
