/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { createHash, randomUUID } from 'crypto';
import { existsSync } from 'fs';

import { POSTGRES_USER, startPostgres } from '../../scripts/lib/postgres';
import type { Sent } from '../../scripts/lib/simulator';
import { waitFor } from '../../scripts/lib/wait';
import type { SavedCredential, SavedWorkflow, WorkflowNode } from '../../scripts/n8n/client';
import { loadExample } from '../../scripts/n8n/examples';
import { OutsideService, startChatModel, startStorage } from './outside';
import type { Session, Testbed } from './testbed';
import { newSession, testbed, triggerNode } from './testbed';

const ALICE = '15550100001';
const MANAGER = '15550100002';
const PICTURE = Buffer.from('not really a picture, but bytes are bytes');

/** Changes of nodes, by name: what the example's explanation asks its user to fill in. */
type Settings = Record<string, (node: WorkflowNode) => void>;

/** Sets a value in the node `Settings` of an example. */
const setting =
	(name: string, value: string) =>
	({ parameters }: WorkflowNode): void => {
		const { assignments } = parameters.assignments as {
			assignments: Array<{ name: string; value: unknown }>;
		};
		const assignment = assignments.find((entry) => entry.name === name);
		if (!assignment) throw new Error(`There is no setting '${name}'`);
		assignment.value = value;
	};

describe('The examples in a real n8n', () => {
	let bed: Testbed;
	let session: Session;
	const stops: Array<() => unknown> = [];

	beforeAll(async () => {
		bed = await testbed();
	});

	beforeEach(async () => {
		session = await newSession(bed);
	});

	afterAll(async () => {
		for (const stop of stops.reverse()) await stop();
	});

	/** Imports an example as the editor does, where webhooks get addresses of their own. */
	async function importExample(
		name: string,
		credentials: SavedCredential[] = [],
		settings: Settings = {},
	): Promise<SavedWorkflow> {
		const workflow = await loadExample(name, [session.credential, ...credentials]);
		for (const node of workflow.nodes) {
			if (node.webhookId) node.webhookId = randomUUID();
			settings[node.name]?.(node);
		}
		return await bed.n8n.createWorkflow(workflow);
	}

	async function publish(...example: Parameters<typeof importExample>): Promise<SavedWorkflow> {
		const workflow = await importExample(...example);
		await bed.n8n.activate(workflow.id);
		return workflow;
	}

	/** Runs a workflow from a trigger that needs no webhook, and expects it to succeed. */
	async function run(workflow: SavedWorkflow, trigger: string): Promise<void> {
		const { executionId = '' } = await bed.n8n.runFrom(workflow, trigger);
		const { status, data } = await bed.n8n.waitForExecution(executionId);
		expect([status, data.resultData.error?.message]).toEqual(['success', undefined]);
	}

	const write = async (message: Record<string, unknown>): Promise<string> => {
		const incoming = { from: ALICE, ...message };
		return (await bed.simulator.receive(session.token, incoming)).messageId;
	};

	/** What the session has sent as its message number `count`; typing and the like do not count. */
	async function sent(count: number): Promise<Sent> {
		const all = await bed.simulator.waitForSent(session.token, count);
		return all[count - 1];
	}

	const credential = async (type: string, data: Record<string, unknown>) =>
		await bed.n8n.createCredential(`${type} ${randomUUID()}`, type, data);

	it('auto-reply answers in the chat', async () => {
		await publish('auto-reply');
		await write({ text: 'Hello' });
		const { body } = await sent(1);
		expect(body).toMatchObject({ Body: 'You wrote: Hello' });
		expect(String(body.Phone)).toContain(ALICE);
	});

	it('menu-with-poll sends the menu and answers a vote', async () => {
		await publish('menu-with-poll');
		await write({ text: 'Hello' });
		const poll = await sent(1);
		expect(poll).toMatchObject({ path: '/send/poll', body: { Question: 'How can we help you?' } });
		await write({ pollVote: { messageId: poll.messageId, choice: 'Prices' } });
		expect((await sent(2)).body.Body).toContain('price list');
		await write({ button: { id: 'hours', text: 'Opening hours' } });
		expect((await sent(3)).body.Body).toContain('Monday to Friday');
	});

	it.each([
		['with the event', true],
		['only when asked for', false],
	])(
		'media-to-storage stores a file that comes %s, and gives it back',
		async (_way, forwarding) => {
			const { service, files } = await startStorage();
			stops.push(() => service.stop());
			const s3 = await credential('s3', {
				endpoint: service.url,
				region: 'us-east-1',
				accessKeyId: 'key',
				secretAccessKey: 'secret',
				forcePathStyle: true,
			});
			await publish('media-to-storage', [s3]);

			await bed.simulator.settings({ mediaForwarding: forwarding });
			const base64 = PICTURE.toString('base64');
			await write({ media: { fileName: 'Offer 1.pdf', mimeType: 'application/pdf', base64 } });
			const name = /get (\S+)/.exec(String((await sent(1)).body.Body))?.[1] ?? '';
			await bed.simulator.settings({ mediaForwarding: true });

			expect(name).toMatch(/-Offer_1\.pdf$/);
			expect([...files.keys()]).toEqual([`/whatsapp/${ALICE}/${name}`]);
			expect([...files.values()]).toEqual([PICTURE]);

			await write({ text: `get ${name}` });
			expect(await sent(2)).toMatchObject({
				path: '/send/document',
				body: { FileName: name },
				media: { sha256: createHash('sha256').update(PICTURE).digest('hex') },
			});
			await write({ text: 'get other.pdf' });
			expect((await sent(3)).body.Body).toBe('There is no file of that name.');
		},
	);

	it('onboard-a-number links a new number through a page that renews itself', async () => {
		const admin = await credential('wagoAdminApi', {
			baseUrl: bed.simulatorUrl,
			adminToken: 'demo-admin-token',
		});
		const customer = await credential('wagoApi', {
			baseUrl: bed.simulatorUrl,
			token: "={{ $('Create Token').first().json.token }}",
		});
		const webhookUrl = 'http://127.0.0.1:9/events';
		session = { ...session, credential: customer };
		await publish('onboard-a-number', [admin], { Settings: setting('webhookUrl', webhookUrl) });

		const start = await fetch(`${bed.n8nUrl}/webhook/wago-onboarding?customer=Acme`);
		const { page } = (await start.json()) as { page: string };
		const open = async () =>
			await waitFor('the page', async () => {
				const response = await fetch(page);
				return response.ok ? { response, html: await response.text() } : undefined;
			});
		const qr = await waitFor('a QR code', async () => {
			const { response, html } = await open();
			expect(response.headers.get('refresh')).toBe('15');
			return html.includes('src="data:image/png;base64,') || undefined;
		});
		expect(qr).toBe(true);

		const all = await fetch(`${bed.simulatorUrl}/session/all`, {
			headers: { admintoken: 'demo-admin-token' },
		});
		const token = /"token":\s*"([0-9a-f]{48})"/.exec(await all.text())?.[1] ?? '';
		expect(await bed.simulator.webhook(token)).toBe(webhookUrl);
		await bed.simulator.scan(token);
		const { response, html } = await open();
		expect(html).toContain('Your WhatsApp is linked');
		expect(response.headers.get('refresh')).toBeNull();
		expect(html).not.toContain(token);
	});

	const canHavePostgres = existsSync('/usr/lib/postgresql') || process.getuid?.() === 0;
	(canHavePostgres ? it : it.skip)(
		'store-events keeps each event once, with its keys',
		async () => {
			const postgres = await startPostgres();
			if (!postgres) throw new Error('Postgres is missing and cannot be installed here');
			stops.push(async () => await postgres.dispose());
			const database = await credential('postgres', {
				host: '127.0.0.1',
				port: postgres.port,
				user: POSTGRES_USER,
				database: 'postgres',
				password: '',
				ssl: 'disable',
			});
			const workflow = await publish('store-events', [database]);
			await run(workflow, 'Once: Make the Table');

			await bed.simulator.settings({ duplicates: 1 });
			const messageId = await write({ text: 'Store "this"; DROP TABLE wago_events;' });
			await bed.simulator.settings({ duplicates: 0 });
			await write({ text: 'and this' });
			await bed.n8n.waitForExecutions(workflow.id, 3);

			const query = await bed.n8n.createWorkflow(readerOf(database));
			const { executionId = '' } = await bed.n8n.runFrom(query, 'Start');
			const { data } = await bed.n8n.waitForExecution(executionId);
			const rows = data.resultData.runData.Read[0].data?.main[0]?.map(({ json }) => json);
			expect(rows).toHaveLength(2);
			expect(rows?.[0]).toMatchObject({
				session: 'sales',
				event: 'message',
				type: 'Message',
				message_id: messageId,
				chat_id: `${ALICE}@s.whatsapp.net`,
				sender_id: `${ALICE}@s.whatsapp.net`,
				sent_at: expect.any(String) as string,
				raw: { type: 'Message', event: { Info: { ID: messageId } } },
			});
			expect(JSON.stringify(rows)).not.toContain(session.token);
		},
	);

	it('hand-over-to-a-human silences the bot where a person writes', async () => {
		const workflow = await publish('hand-over-to-a-human');
		await run(workflow, 'Once: Make the Table');

		await write({ text: 'Hello' });
		expect((await sent(1)).body.Body).toContain('I am a bot');
		await write({ text: 'I want a human' });
		expect((await sent(2)).body.Body).toContain('A colleague');
		await write({ text: 'Are you there?' });
		await write({ from: MANAGER, text: 'Me too', fromMe: true });
		await write({ from: MANAGER, text: 'Thanks' });
		await write({ from: '15550100003', text: 'Another chat' });
		expect((await sent(3)).body.Body).toContain('Another chat');
		const executions = await bed.n8n.waitForExecutions(workflow.id, 7);
		expect(executions.map(({ status }) => status)).toEqual(Array(7).fill('success'));
		expect(await bed.simulator.sent(session.token)).toHaveLength(3);
	});

	it('ai-agent answers with a memory for each chat', async () => {
		const model = await startChatModel();
		stops.push(() => model.stop());
		const openAi = await credential('openAiApi', { apiKey: 'none', url: `${model.url}/v1` });
		await publish('ai-agent', [openAi]);

		await write({ text: 'First' });
		expect((await sent(1)).body.Body).toBe('1: First');
		await write({ text: 'Second' });
		expect((await sent(2)).body.Body).toBe('2: Second');
		await write({ from: MANAGER, text: 'Somebody else' });
		expect((await sent(3)).body.Body).toBe('1: Somebody else');
	});

	it.each([
		[true, 'approved'],
		[false, 'cannot refund'],
	])('approval goes on when the manager presses a button: %s', async (approved, answer) => {
		await publish('approval', [], { Settings: setting('manager', MANAGER) });
		await write({ text: 'Refund 20 EUR', name: 'Alice' });
		const { body } = await sent(1);
		expect(body.Phone).toBe(MANAGER);
		expect(body.Body).toContain('Alice asks for: Refund 20 EUR');

		const link = /https?:\S+/.exec(String(body.Body))?.[0] ?? '';
		await waitFor('the page', async () => (await fetch(link)).ok);
		expect(await bed.simulator.sent(session.token)).toHaveLength(1);
		const form = new URLSearchParams({ approved: String(approved) });
		await fetch(link, { method: 'POST', body: form });
		expect((await sent(2)).body.Body).toContain(answer);
	});

	it('broadcast keeps the pace, and a second run sends nothing new', async () => {
		const workflow = await importExample('broadcast');
		await run(workflow, 'Start');
		await run(workflow, 'Start');
		const all = await bed.simulator.sent(session.token);
		const times = all.map(({ time }) => Date.parse(time));
		expect(all.map(({ repeat }) => repeat ?? false)).toEqual([
			false,
			false,
			false,
			true,
			true,
			true,
		]);
		expect(times[1] - times[0]).toBeGreaterThanOrEqual(2_990);
		expect(times[2] - times[1]).toBeGreaterThanOrEqual(2_990);
	});

	it('watchdog repairs a webhook that was taken, and tells', async () => {
		const alerts = await OutsideService.start(() => ({}));
		stops.push(() => alerts.stop());
		const { rawApiKey } = await bed.n8n.request<{ rawApiKey: string }>('POST', '/api-keys', {
			label: 'watchdog',
			expiresAt: null,
			scopes: ['workflow:activate', 'workflow:deactivate', 'workflow:read'],
		});
		const n8nApi = await credential('n8nApi', {
			apiKey: rawApiKey,
			baseUrl: `${bed.n8nUrl}/api/v1`,
		});
		const bot = await bed.n8n.createWorkflow({
			name: 'Bot',
			nodes: [triggerNode(session.credential)],
			connections: {},
		});
		await bed.n8n.activate(bot.id);
		const own = await bed.simulator.webhook(session.token);
		const watchdog = await importExample('watchdog', [n8nApi], {
			Settings: (node) => {
				setting('workflowId', bot.id)(node);
				setting('alertUrl', alerts.url)(node);
			},
		});

		await run(watchdog, 'Every Five Minutes');
		expect(alerts.requests).toHaveLength(0);

		await fetch(`${bed.simulatorUrl}/webhook`, {
			method: 'POST',
			headers: { token: session.token, 'content-type': 'application/json' },
			body: JSON.stringify({ WebhookURL: 'https://other.example.com/hook' }),
		});
		await run(watchdog, 'Every Five Minutes');
		// With what was taken down for it, sealed, so that it is given back in the end.
		const repaired = new URL(String(await bed.simulator.webhook(session.token)));
		expect(repaired.searchParams.get('previous')).toBeTruthy();
		repaired.searchParams.delete('previous');
		expect(repaired.href).toBe(own);
		const [{ text }] = alerts.received<{ text: string }>();
		expect(text).toMatch(/^WaGo works again\.\nFound: webhook is this instance's\./);
	});
});

/** A workflow that reads the example's table, because only n8n has a client for Postgres here. */
function readerOf(database: SavedCredential) {
	const node = (name: string, type: string, typeVersion: number, parameters = {}) => ({
		name,
		type: `n8n-nodes-base.${type}`,
		typeVersion,
		position: [0, 0] as [number, number],
		parameters,
		...(type === 'postgres' && { credentials: { postgres: database } }),
	});
	const query = 'SELECT * FROM wago_events ORDER BY id';
	return {
		name: 'Read the events',
		nodes: [
			node('Start', 'manualTrigger', 1),
			node('Read', 'postgres', 2.5, { operation: 'executeQuery', query, options: {} }),
		],
		connections: { Start: { main: [[{ node: 'Read', type: 'main', index: 0 }]] } },
	};
}
