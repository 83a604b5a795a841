import { createHash, randomBytes, randomUUID } from 'crypto';

import { waitFor } from '../../../scripts/lib/wait';
import type { SavedCredential } from '../../../scripts/n8n/client';
import { loadExample } from '../../../scripts/n8n/examples';
import type { N8nServer } from '../../../scripts/n8n/server';
import { inParallel, postDelivery, textWithId } from '../deliveries';
import { countAll, endedExecutions, textsFor } from '../faults/ledger';
import { Report } from '../report';
import type { Flow, Testbed } from '../testbed';
import { activeFlow, messageNode, newSession, testbed, triggerNode } from '../testbed';
import { canStartCluster, startCluster, type Cluster } from './cluster';

const CONTACT = '15551234567';
const MINUTE = 60_000;

const texts = (name: string, count: number): string[] =>
	Array.from({ length: count }, (_, index) => `${name} ${index}`);

/** Skipped where Postgres or Redis is missing and cannot be installed. */
const describeCluster = canStartCluster() ? describe : describe.skip;

describeCluster('Queue mode: one main, two webhook processors, two workers', () => {
	const throughput = new Report('Throughput in queue mode', [
		'workers',
		'messages',
		'accepted a second',
		'answered a second',
	]);
	const duplicates = new Report('200 duplicates over two webhook processors', [
		'messages',
		'deliveries',
		'executions started',
		'answers sent',
	]);
	const restarts = new Report('Restarts under traffic in queue mode', [
		'restarted',
		'delivered',
		'accepted',
		'answered once',
		'interrupted',
		'lost',
		'doubled',
	]);

	let bed: Testbed;
	let cluster: Cluster;
	let echo: Flow;

	beforeAll(async () => {
		const shared = await testbed();
		cluster = await startCluster(shared.packageFolder);
		bed = { ...shared, n8n: cluster.client };
		echo = await activeFlow(bed, (credential) => [
			triggerNode(credential),
			messageNode(credential, 'sendText', { text: '={{ $json.text }}' }),
		]);
	}, 5 * MINUTE);

	afterAll(async () => {
		for (const report of [duplicates, restarts, throughput]) report.print();
		await cluster?.dispose();
	}, 2 * MINUTE);

	/** Sends each text as a message, so many at a time, and answers which WaGo's request was answered with 2xx. */
	async function deliver(list: string[], width = 10): Promise<string[]> {
		const statuses = await inParallel(list, width, async (text) => {
			const { deliveries } = await bed.simulator.receive(echo.token, { from: CONTACT, text });
			return deliveries[0].status;
		});
		return list.filter((_, index) => statuses[index] === 200);
	}

	const answersTo = async (list: string[]): Promise<string[]> => {
		const sent = await bed.simulator.sent(echo.token);
		return sent.map(({ body }) => String(body.Body)).filter((text) => list.includes(text));
	};

	async function waitForAnswers(list: string[]): Promise<string[]> {
		return await waitFor(
			`answers to ${list.length} messages`,
			async () => {
				const answers = await answersTo(list);
				return new Set(answers).size >= list.length ? answers : undefined;
			},
			{ timeout: MINUTE },
		);
	}

	it('answers ten of ten messages, once each, on both processors', async () => {
		const list = texts('main job', 10);
		expect(await deliver(list)).toEqual(list);
		expect((await waitForAnswers(list)).sort()).toEqual([...list].sort());
		expect(cluster.balancer.answered()).toEqual([5, 5]);
	});

	it('hands a received file on from a processor to a worker', async () => {
		const bytes = randomBytes(300_000);
		const flow = await activeFlow(bed, (credential) => [
			triggerNode(credential),
			messageNode(credential, 'sendDocument'),
		]);
		await bed.simulator.receive(flow.token, {
			from: CONTACT,
			media: {
				fileName: 'report.bin',
				mimeType: 'application/octet-stream',
				base64: bytes.toString('base64'),
			},
		});
		const [sent] = await bed.simulator.waitForSent(flow.token, 1);
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		expect(sent).toMatchObject({ path: '/send/document', media: { sha256 } });
	});

	it('runs each message exactly once with the counter in Redis', async () => {
		const session = await newSession(bed);
		const redis = await bed.n8n.createCredential('Redis', 'redis', {
			host: '127.0.0.1',
			port: cluster.redisPort,
		});
		const flow = await publishExactlyOnce([session.credential, redis]);
		const url = await bed.simulator.webhook(session.token);
		const messages = texts('twice at once', 20).map((text) => textWithId(randomUUID(), text));
		// The ten deliveries of each message come right after one another, so in turns to the two processors.
		const deliveries = messages.flatMap((message) => Array(10).fill(message) as typeof messages);

		const statuses = await inParallel(
			deliveries,
			20,
			async (jsonData) => await postDelivery(url, session.token, jsonData),
		);
		expect(new Set(statuses)).toEqual(new Set([200]));
		const executions = await endedExecutions(bed.n8n, flow.id);
		expect(new Set(executions.map(({ status }) => status))).toEqual(new Set(['success']));
		const started = executions.length;
		const sent = await bed.simulator.sent(session.token);
		duplicates.add(messages.length, deliveries.length, started, sent.length);
		expect(sent).toHaveLength(messages.length);
		expect(new Set(sent.map(({ body }) => body.Body)).size).toBe(messages.length);
		// Each processor by itself lets one of its copies through.
		expect(started).toBeGreaterThanOrEqual(messages.length);
		expect(started).toBeLessThanOrEqual(2 * messages.length);
	});

	async function publishExactlyOnce(credentials: SavedCredential[]) {
		const example = await loadExample('queue-mode-exactly-once', credentials);
		const workflow = await bed.n8n.createWorkflow(example);
		await bed.n8n.activate(workflow.id);
		return workflow;
	}

	it(
		'answers 200 messages with two workers, and with one',
		async () => {
			const { workers } = cluster;
			await measure(2);
			await workers[1].service.stop();
			await measure(1);
			await workers[1].service.start();
		},
		5 * MINUTE,
	);

	async function measure(workerCount: number): Promise<void> {
		const list = texts(`with ${workerCount} workers`, 200);
		const began = Date.now();
		expect(await deliver(list, 5)).toEqual(list);
		const accepted = Date.now();
		const answers = await waitForAnswers(list);
		const perSecond = (end: number) => ((list.length * 1000) / (end - began)).toFixed(1);
		throughput.add(workerCount, list.length, perSecond(accepted), perSecond(Date.now()));
		expect(answers).toHaveLength(list.length);
	}

	it(
		'loses and doubles nothing that it accepted while each of its processes is restarted',
		async () => {
			const { main, webhooks, workers } = cluster;
			await restartUnderTraffic('a webhook processor and a worker', [webhooks[0], workers[0]]);
			await restartUnderTraffic('the others of both', [webhooks[1], workers[1]]);
			await restartUnderTraffic('the main process', [main]);
		},
		10 * MINUTE,
	);

	async function restartUnderTraffic(name: string, servers: N8nServer[]): Promise<void> {
		const list = textsFor(name, 40);
		const restarted = Promise.all(
			servers.map(async ({ service }) => {
				await service.restart();
			}),
		);
		const accepted = await deliver(list, 2);
		await restarted;
		const tally = await countAll(bed, echo, list, new Set(accepted));
		const answers = await answersTo(list);
		const once = new Set(answers).size;
		restarts.add(
			name,
			tally.delivered,
			tally.accepted,
			once,
			tally.interrupted,
			tally.lost,
			answers.length - once,
		);
		// What a processor had in its hands when it was ended is not accepted, and a WaGo that repeats brings it again.
		expect(accepted.length).toBeGreaterThan(0.8 * list.length);
		expect(tally.lost).toBe(0);
		expect(answers).toHaveLength(once);
		expect(once).toBe(tally.run);
		// n8n's worker does not wait for a job that it has taken in the very moment of its end.
		expect(tally.interrupted).toBeLessThanOrEqual(servers.length);
	}
});
