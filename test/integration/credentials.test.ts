/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer, type Server } from 'http';
import type { AddressInfo } from 'net';

import type { Simulator } from '../../simulator/server';
import { startSimulator } from '../../simulator/server';
import { DEFAULT_ADMIN_TOKEN, DEMO_TOKEN } from '../../simulator/state';
import { testCredential } from './credentialTest';

let simulator: Simulator;
let other: Server;
let otherUrl: string;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
	other = createServer((request, response) => {
		if (request.url?.startsWith('/away')) response.writeHead(302, { location: simulator.url });
		else if (request.url?.startsWith('/status/')) {
			response.writeHead(Number(request.url.split('/')[2]));
			response.write('<html>Something</html>');
		} else if (request.url?.startsWith('/json')) {
			response.writeHead(200, { 'content-type': 'application/json' });
			response.write('{"status":"ok","webhook":""}');
		} else if (request.url?.startsWith('/refused')) {
			response.writeHead(200, { 'content-type': 'application/json' });
			response.write('{"code":401,"error":"Unauthorized","success":false}');
		} else if (request.url?.startsWith('/missing')) response.writeHead(404);
		else response.write('<!DOCTYPE html><html><body>Welcome</body></html>');
		response.end();
	});
	await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
	otherUrl = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
});

afterAll(async () => {
	await simulator.stop();
	other.close();
});

const wagoApi = async (data: { baseUrl: string; token?: string }) =>
	await testCredential('wagoApi', { token: DEMO_TOKEN, ...data });

describe('the credential WaGo API', () => {
	it('accepts a session that is known but not connected', async () => {
		expect(simulator.state.session(DEMO_TOKEN).connected).toBe(false);
		expect(await wagoApi({ baseUrl: simulator.url })).toBe('OK');
	});

	it('tolerates spaces and a trailing slash', async () => {
		const data = { baseUrl: ` ${simulator.url}/ `, token: ` ${DEMO_TOKEN}\n` };
		expect(await wagoApi(data)).toBe('OK');
	});

	it('sends the token as a header only', async () => {
		await wagoApi({ baseUrl: simulator.url });
		const [last] = simulator.state.requests.list().slice(-1);
		expect(last).toMatchObject({ method: 'GET', path: '/webhook', session: 'demo' });
	});

	it.each([
		['a wrong token', () => ({ baseUrl: simulator.url, token: 'x' }), /does not know this token/],
		['a refusal with status 200', () => ({ baseUrl: `${otherUrl}/refused` }), /does not know this/],
		['a server that is away', () => ({ baseUrl: 'http://127.0.0.1:9' }), /ECONNREFUSED/],
		['another program', () => ({ baseUrl: otherUrl }), /answer is not from WaGo.*'Base URL'/],
		['another program of JSON', () => ({ baseUrl: `${otherUrl}/json` }), /answer is not from WaGo/],
		['a wrong path', () => ({ baseUrl: `${otherUrl}/missing` }), /no such route.*'Base URL'/],
		['a redirect', () => ({ baseUrl: `${otherUrl}/away` }), /redirects.*final address/],
	])('tells %s', async (_case, data, message) => {
		expect(await wagoApi(data())).toMatch(message);
	});

	it.each([
		[301, /redirects.*final address/],
		[307, /redirects.*final address/],
		[308, /redirects.*final address/],
		[400, /encrypted.*'https:\/\/'/],
		[403, /firewall or a proxy.*check the token/],
		[405, /no such route/],
		[407, /NO_PROXY/],
		[413, /too large/],
		[429, /slows n8n down/],
		[500, /WaGo's log/],
		[502, /proxy in front of WaGo got no answer/],
		[503, /Check whether WaGo runs/],
		[504, /time-out/],
		[521, /proxy in front of WaGo got no answer/],
		[530, /proxy in front of WaGo got no answer/],
	])('says in words what the status %i means', async (status, message) => {
		expect(await wagoApi({ baseUrl: `${otherUrl}/status/${status}` })).toMatch(message);
	});

	it('takes an address without a protocol as the node does', async () => {
		expect(await wagoApi({ baseUrl: simulator.url.replace('http://', '') })).toBe('OK');
		expect(await wagoApi({ baseUrl: ` ${simulator.url.replace('http://', '')}/` })).toBe('OK');
	});
});

describe('the credential WaGo Admin API', () => {
	it('accepts the admin token', async () => {
		const data = { baseUrl: simulator.url, adminToken: `${DEFAULT_ADMIN_TOKEN} ` };
		expect(await testCredential('wagoAdminApi', data)).toBe('OK');
	});

	it('tells a wrong admin token', async () => {
		const data = { baseUrl: simulator.url, adminToken: DEMO_TOKEN };
		expect(await testCredential('wagoAdminApi', data)).toBe('WaGo refused the admin token');
	});
});
