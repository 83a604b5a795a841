/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { randomUUID } from 'crypto';
import { mkdtemp, readFile, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';

import { projectRoot } from '../../scripts/lib/paths';
import { N8nClient } from '../../scripts/n8n/client';
import { N8nServer } from '../../scripts/n8n/server';
import { OWNER } from './testbed';

/**
 * What `nodes/WagoTrigger/response.ts` builds on. If n8n asks for the answer before it takes the items of a delivery
 * without files, or never after it, the trigger's memory is not written any more: repetitions start twice after a
 * restart. If it asks between taking the items and storing the execution, what a failing database refuses counts as
 * seen, and WaGo's repetition of it is lost.
 */
describe('How n8n reads what a webhook gives it', () => {
	let folder: string;
	let server: N8nServer;
	let client: N8nClient;
	let url: string;
	let workflowId: string;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'wago-probe-'));
		const packages = [join(projectRoot, 'test', 'data', 'responseProbe')];
		const env = { PROBE_FILE: join(folder, 'readings') };
		server = await N8nServer.start({ packages, env });
		client = new N8nClient(server.url);
		await client.setUpOwner(OWNER);
		const webhookId = randomUUID();
		const node = {
			id: randomUUID(),
			name: 'Probe',
			type: 'n8n-nodes-response-probe.responseProbe',
			typeVersion: 1,
			position: [0, 0] as [number, number],
			webhookId,
			parameters: {},
		};
		const workflow = await client.createWorkflow({ name: 'Probe', nodes: [node], connections: {} });
		workflowId = workflow.id;
		await client.activate(workflowId);
		url = `${server.url}/webhook/${webhookId}/webhook`;
	});
	afterAll(async () => {
		await server?.dispose();
		await rm(folder, { recursive: true, force: true });
	});

	async function readingsOf(body: BodyInit): Promise<string[]> {
		const response = await fetch(url, { method: 'POST', body });
		expect(await response.json()).toEqual({ answered: true });
		const text = await readFile(join(folder, 'readings'), 'utf8');
		return text.slice(text.lastIndexOf('delivery')).trim().split('\n').slice(1);
	}

	function form(): FormData {
		const files = new FormData();
		files.set('file', new Blob(['bytes'], { type: 'text/plain' }), 'x.txt');
		return files;
	}

	it.each([
		['without files', () => new URLSearchParams({ a: 'b' }), 0],
		['with files', form, 1],
	])('%s: the items, and after them twice the answer', async (_name, body, before) => {
		const readings = await readingsOf(body());
		const firstItems = readings.indexOf('items');
		const lastItems = readings.lastIndexOf('items');
		expect(readings.slice(0, firstItems)).toEqual(Array(before).fill('answer'));
		expect(readings.slice(firstItems, lastItems)).not.toContain('answer');
		expect(readings.slice(lastItems + 1)).toEqual(['answer', 'answer']);
	});

	it('saves what is written to static data when it asks for the answer', async () => {
		const { staticData } = await client.request<{
			staticData: Record<string, { answers: number }>;
		}>('GET', `/workflows/${workflowId}`);
		expect(staticData['node:Probe'].answers).toBe(4);
	});
});
