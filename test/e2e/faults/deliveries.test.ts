/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createHash, randomBytes, randomUUID } from 'crypto';
import { mkdir, readdir } from 'fs/promises';
import { join } from 'path';

import { waitFor } from '../../../scripts/lib/wait';
import { forgeDelivery, type ForgedDelivery } from '../../../simulator/forge';
import { inParallel, postDelivery, textWithId, videoWithId } from '../deliveries';
import { Report } from '../report';
import type { Flow } from '../testbed';
import type { Tally } from './ledger';
import { addTally, countAll, isAccepted, sendAll, TALLY_COLUMNS, textsFor } from './ledger';
import { canMeasureMemory, peakGrowth } from './memory';
import { postWithFile, sendBytes, wireBytes } from './rawRequest';
import { receivingFlow, startStage, type FaultStage } from '../stage';

const MINUTE = 60_000;
const MESSAGES = 50;
const MEGABYTE = 1024 * 1024;
/** So that what is counted does not hang on the speed of this machine. */
const PATIENT = { deliveryTimeoutMs: 60_000, retryWaitsMs: [], duplicates: 0, deliveryJitterMs: 0 };

/** Every message once, whatever happened to its deliveries. */
const eachOnce = (count: number): Tally => ({
	delivered: count,
	accepted: count,
	run: count,
	interrupted: 0,
	lost: 0,
	doubled: 0,
});

describe('Deliveries as no test makes them, but networks do', () => {
	const report = new Report('Unusual deliveries', ['fault', ...TALLY_COLUMNS]);
	const large = new Report('Large files', [
		'delivered',
		'seconds',
		"growth of n8n's memory at its peak (MB)",
		'growth (MB) for each MB on the wire',
	]);
	let stage: FaultStage;
	let flow: Flow;
	let url: string;
	/** Where n8n keeps uploads until it has answered. */
	let uploads: string;

	beforeAll(async () => {
		stage = await startStage((folder) => {
			uploads = join(folder, 'uploads');
			return { env: { TMPDIR: uploads } };
		});
		await mkdir(uploads, { recursive: true });
		flow = await receivingFlow(stage);
		url = await stage.bed.simulator.webhook(flow.token);
	}, 3 * MINUTE);

	beforeEach(async () => {
		await stage.bed.simulator.settings(PATIENT);
	});

	afterAll(async () => {
		report.print();
		large.print();
		await stage?.dispose();
	});

	const forge = (text: string): ForgedDelivery =>
		forgeDelivery({ token: flow.token, jsonData: textWithId(randomUUID(), text) });

	async function count(fault: string, texts: string[], accepted: Set<string>): Promise<Tally> {
		const tally = await countAll(stage.bed, flow, texts, accepted);
		addTally(report, fault, tally);
		return tally;
	}

	/** Delivers under settings of WaGo's own and counts. */
	async function deliverWith(
		fault: string,
		settings: Record<string, unknown>,
		width: number,
	): Promise<Tally> {
		await stage.bed.simulator.settings(settings);
		const texts = textsFor(fault, MESSAGES);
		const accepted = await sendAll(stage.bed, flow, texts, width);
		return await count(fault, texts, accepted);
	}

	it(
		'repeated three times at once: once each',
		async () => {
			const fault = 'each delivered three times at once';
			expect(await deliverWith(fault, { duplicates: 2 }, 10)).toEqual(eachOnce(MESSAGES));
		},
		5 * MINUTE,
	);

	it(
		'answered too late for WaGo, which brings them again: once each',
		async () => {
			const fault = 'WaGo gives up after 0.5 s and repeats every 3 s';
			const impatient = { deliveryTimeoutMs: 500, retryWaitsMs: Array(80).fill(3000) };
			expect(await deliverWith(fault, impatient, 25)).toEqual(eachOnce(MESSAGES));
		},
		5 * MINUTE,
	);

	it(
		'overtaking one another: once each',
		async () => {
			const fault = 'reordered within 2 s';
			expect(await deliverWith(fault, { deliveryJitterMs: 2000 }, 25)).toEqual(eachOnce(MESSAGES));
		},
		5 * MINUTE,
	);

	it('cut off by the network: nothing starts, and the repetition runs once', async () => {
		const texts = textsFor('cut off', 20);
		const deliveries = texts.map(forge);
		await inParallel(deliveries, 10, async (delivery) => {
			const bytes = wireBytes(url, delivery);
			const beginning = bytes.subarray(0, bytes.length - delivery.body.length / 2);
			await sendBytes(url, beginning, { thenHangUp: true });
		});
		const nothing = { ...eachOnce(20), accepted: 0, run: 0 };
		expect(await count('cut off in the middle', texts, new Set())).toEqual(nothing);

		const statuses = await inParallel(
			deliveries,
			10,
			async (delivery) => await sendBytes(url, wireBytes(url, delivery)),
		);
		const accepted = new Set(texts.filter((_, index) => isAccepted(statuses[index])));
		expect(await count('the same, repeated whole', texts, accepted)).toEqual(eachOnce(20));
	});

	it('whole requests with half of the event: ignored, no failed execution', async () => {
		const before = await stage.bed.n8n.allExecutions(flow.workflow.id);
		const statuses = await inParallel(textsFor('half', 20), 10, async (text) => {
			const jsonData = JSON.stringify(textWithId(randomUUID(), text));
			return await postDelivery(url, flow.token, jsonData.slice(0, jsonData.length / 2));
		});
		expect(new Set(statuses)).toEqual(new Set([200]));
		expect(await stage.bed.n8n.allExecutions(flow.workflow.id)).toHaveLength(before.length);
	});

	it('one byte at a time: once each, and others need not wait for them', async () => {
		const slow = textsFor('slow', 10);
		const quick = textsFor('quick', 10);
		let isSlowDone = false;
		const sending = inParallel(slow, 10, async (text) => {
			const bytes = wireBytes(url, forge(text));
			return await sendBytes(url, bytes, { pieceLength: 1, pauseMs: 5 });
		}).finally(() => {
			isSlowDone = true;
		});
		const acceptedQuick = await sendAll(stage.bed, flow, quick, 2);
		expect(isSlowDone).toBe(false);
		const statuses = await sending;
		const acceptedSlow = new Set(slow.filter((_, index) => isAccepted(statuses[index])));
		expect(await count('one byte at a time', slow, acceptedSlow)).toEqual(eachOnce(10));
		expect(await count('meanwhile', quick, acceptedQuick)).toEqual(eachOnce(10));
	});

	describe('large files', () => {
		/** How much n8n's memory grew; undefined where that cannot be measured. */
		async function measure(megabytes: number, name: string, work: () => Promise<void>) {
			const began = Date.now();
			const pid = stage.server.service.pid ?? 0;
			const growth = canMeasureMemory() ? await peakGrowth(pid, work) : undefined;
			if (growth === undefined) await work();
			const seconds = ((Date.now() - began) / 1000).toFixed(1);
			const relative = growth === undefined ? '-' : (growth / megabytes).toFixed(2);
			large.add(name, seconds, growth ?? 'not measured', relative);
			return growth ?? 0;
		}

		it('a video of 150 MB arrives whole, through less than 100 MB of memory', async () => {
			const bytes = randomBytes(150 * MEGABYTE);
			const [before] = await stage.bed.n8n.executions(flow.workflow.id);
			const growth = await measure(150, 'a video of 150 MB', async () => {
				const message = videoWithId(randomUUID(), 'the large one');
				expect(await postWithFile(url, flow.token, message, bytes)).toBe(200);
			});
			expect(growth).toBeLessThan(100);

			const id = await waitFor('its execution', async () => {
				const [newest] = await stage.bed.n8n.executions(flow.workflow.id);
				return newest.id === before?.id ? undefined : newest.id;
			});
			const { data } = await stage.bed.n8n.waitForExecution(id);
			const [item] = data.resultData.runData['WaGo Trigger'][0].data?.main[0] ?? [];
			expect(item.json).toMatchObject({ kind: 'video', text: 'the large one' });
			const received = await stage.bed.n8n.downloadBinary(item.binary?.data ?? {});
			const sha256 = (file: Buffer) => createHash('sha256').update(file).digest('hex');
			expect(sha256(received)).toBe(sha256(bytes));
		});

		it(
			'thirty of 50 MB at once: once each, and no upload is left over',
			async () => {
				const bytes = Buffer.alloc(50 * MEGABYTE, 'film');
				const texts = textsFor('50 MB', 30);
				const accepted = new Set<string>();
				const growth = await measure(30 * 50, '30 of 50 MB at once', async () => {
					await inParallel(texts, 30, async (text) => {
						const message = videoWithId(randomUUID(), text);
						const status = await postWithFile(url, flow.token, message, bytes);
						if (isAccepted(status)) accepted.add(text);
					});
				});
				expect(await count('30 of 50 MB at once', texts, accepted)).toEqual(eachOnce(30));
				expect(growth).toBeLessThan(500);
				const left = await readdir(uploads, { recursive: true, withFileTypes: true });
				expect(left.filter((entry) => entry.isFile())).toEqual([]);
			},
			3 * MINUTE,
		);
	});
});
