import type { N8nClient } from '../../scripts/n8n/client';
import type { N8nServer } from '../../scripts/n8n/server';
import type { Flow, Testbed } from './testbed';
import { activeFlow, messageNode, OWNER, startOwnN8n, testbed, triggerNode } from './testbed';

describe('An n8n that ends and starts again', () => {
	let bed: Testbed;
	let server: N8nServer;
	let client: N8nClient;
	let flow: Flow;

	beforeAll(async () => {
		bed = await testbed();
		({ server, client } = await startOwnN8n(bed));
		flow = await activeFlow({ ...bed, n8n: client }, (credential) => [
			triggerNode(credential),
			messageNode(credential, 'sendText', { text: '={{ $json.text }}' }),
		]);
	});
	afterAll(async () => await server?.dispose());

	it.each([
		['politely', async () => await server.service.stop()],
		['as in a power cut', async () => await server.service.kill()],
	])('answers afterwards: %s', async (way, end) => {
		const earlier = (await bed.simulator.sent(flow.token)).length;
		await end();
		const missed = await bed.simulator.receive(flow.token, { from: '15551234567', text: 'missed' });
		expect(missed.deliveries.every(({ status }) => status !== 200)).toBe(true);

		await server.service.start();
		await client.logIn(OWNER);
		await bed.simulator.receive(flow.token, { from: '15551234567', text: way });
		const sent = await bed.simulator.waitForSent(flow.token, earlier + 1);
		expect(sent.slice(earlier).map(({ body }) => body.Body)).toEqual([way]);
	});
});
