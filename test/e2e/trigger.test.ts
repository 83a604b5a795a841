import { waitFor } from '../../scripts/lib/wait';
import type { N8nClient, SavedWorkflow } from '../../scripts/n8n/client';
import type { N8nServer } from '../../scripts/n8n/server';
import { payload, postDelivery, textWithId, type Envelope } from './deliveries';
import type { Session, Testbed } from './testbed';
import { newSession, startOwnN8n, testbed, triggerNode } from './testbed';

/** A registered address without what it carries sealed, which no two registrations seal alike. */
function withoutSeal(address: string): string {
	const url = new URL(address);
	url.searchParams.delete('previous');
	return url.href;
}

/** Both ways of n8n to switch triggers on: only the older one asks the node again at every start. */
describe.each([
	['the publication service', 'true'],
	['the older activation', 'false'],
])('the trigger in an n8n of its own, with %s', (_name, usePublicationService) => {
	let bed: Testbed;
	let server: N8nServer;
	let n8n: N8nClient;
	let session: Session;
	let workflow: SavedWorkflow;

	const asksAtStart = usePublicationService === 'false';

	beforeAll(async () => {
		bed = await testbed();
		const env = { N8N_USE_WORKFLOW_PUBLICATION_SERVICE: usePublicationService };
		({ server, client: n8n } = await startOwnN8n(bed, { env }));
		session = await newSession({ ...bed, n8n });
		workflow = await n8n.createWorkflow({
			name: session.credential.name,
			nodes: [
				triggerNode(session.credential, {
					events: ['Message', 'ReadReceipt'],
					chatTypes: ['private', 'group'],
				}),
			],
			connections: {},
		});
	});

	afterAll(async () => {
		await server?.dispose();
	});

	const webhook = async () => await bed.simulator.webhook(session.token);
	const started = async () => (await n8n.executions(workflow.id)).length;
	/** The list of executions may lag behind the answers that they were stored. */
	async function expectStarted(count: number): Promise<void> {
		await waitFor(`${count} executions`, async () => (await started()) >= count || undefined);
		expect(await started()).toBe(count);
	}
	const listen = async () => await n8n.runFrom(workflow, 'WaGo Trigger');

	async function deliver(jsonData: Envelope): Promise<number> {
		return await postDelivery(await webhook(), session.token, jsonData);
	}

	/** The older activation is done when n8n answers, and has no status to ask for. */
	async function publish(): Promise<void> {
		if (!asksAtStart) return await n8n.activate(workflow.id);
		const { versionId } = workflow as SavedWorkflow & { versionId: string };
		await n8n.request('POST', `/workflows/${workflow.id}/activate`, { versionId });
	}

	async function unpublish(): Promise<void> {
		if (!asksAtStart) return await n8n.deactivate(workflow.id);
		await n8n.request('POST', `/workflows/${workflow.id}/deactivate`, {});
	}

	async function logInAgain(): Promise<void> {
		await n8n.logIn({ email: 'owner@example.com', password: 'Testbed-2026' });
	}

	async function setWebhook(WebhookURL: string): Promise<void> {
		await fetch(`${bed.simulatorUrl}/webhook`, {
			method: 'POST',
			headers: { token: session.token, 'content-type': 'application/json' },
			body: JSON.stringify({ WebhookURL }),
		});
	}

	it('takes the webhook over when it is published', async () => {
		await setWebhook('https://other.example.com/hook');
		await publish();
		expect(await webhook()).toMatch(
			/\/webhook\/[-0-9a-f]+\/webhook\?secret=[0-9a-f]{32}&previous=[-\w]+$/,
		);
	});

	it('starts one execution for fifty identical deliveries at once', async () => {
		const statuses = await Promise.all(Array.from({ length: 50 }, () => deliver(textWithId('F1'))));
		expect(new Set(statuses)).toEqual(new Set([200]));
		await expectStarted(1);
	});

	it('tells a key from its message, chats from each other, and states of a receipt', async () => {
		const before = await started();
		await deliver(payload('group-senderkey-only'));
		await deliver(payload('group-after-senderkey-same-id'));
		await expectStarted(before + 1);
		expect(await deliver(payload('receipt-delivered'))).toBe(200);
		expect(await deliver(payload('receipt-read-same-id'))).toBe(200);
		await expectStarted(before + 3);
	});

	it('remembers over a restart what it has seen', async () => {
		const singles = ['S1', 'S2', 'S3'];
		const burst = Array.from({ length: 20 }, (_, index) => `B${index}`);
		const before = (await started()) + singles.length + burst.length;
		for (const messageId of singles) await deliver(textWithId(messageId));
		await Promise.all(burst.map(async (messageId) => await deliver(textWithId(messageId))));
		await expectStarted(before);

		await server.service.restart();
		await logInAgain();
		const repeated = ['F1', ...singles, ...burst];
		const statuses = await Promise.all(repeated.map((messageId) => deliver(textWithId(messageId))));
		expect(new Set(statuses)).toEqual(new Set([200]));
		await expectStarted(before);
		await deliver(textWithId('new'));
		await expectStarted(before + 1);
	});

	it('gives production back when a test listening has received its event', async () => {
		const production = await webhook();
		expect(await listen()).toMatchObject({ waitingForWebhook: true });
		expect(await webhook()).toContain('/webhook-test/');
		expect(await deliver(textWithId('T1'))).toBe(200);
		await waitFor('production', async () => (await webhook()) === production || undefined);
	});

	it('gives production back when a test listening is cancelled', async () => {
		const production = await webhook();
		await listen();
		await n8n.request('DELETE', `/test-webhook/${workflow.id}`);
		await waitFor('production', async () => (await webhook()) === production || undefined);
	});

	it('recovers production after n8n was killed while listening', async () => {
		const production = await webhook();
		await listen();
		await server.service.kill();
		expect(await webhook()).toContain('/webhook-test/');
		await server.service.start();
		await logInAgain();
		if (!asksAtStart) {
			// Nobody asks the node at start, so the next listening is what brings production back.
			await listen();
			await n8n.request('DELETE', `/test-webhook/${workflow.id}`);
		}
		// Registered anew, it seals what was there before it anew.
		const back = withoutSeal(production);
		await waitFor('production', async () => withoutSeal(await webhook()) === back || undefined);
	});

	it('keeps its route when WaGo does not answer at the start of n8n', async () => {
		await bed.simulator.fault({ path: '/webhook', status: 503, count: 3 });
		await server.service.restart();
		await logInAgain();
		// The faults that were not met are not to hit the next test.
		for (let left = 3; left > 0; left--) await bed.simulator.webhook(session.token).catch(() => '');
		expect(await deliver(textWithId('after the start'))).toBe(200);
	});

	it('gives the webhook that it found back when it is unpublished', async () => {
		await unpublish();
		expect(await webhook()).toBe('https://other.example.com/hook');
	});

	it('has written no token anywhere', () => {
		expect(server.service.log()).not.toContain(session.token);
	});
});
