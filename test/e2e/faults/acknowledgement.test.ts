/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { randomUUID } from 'crypto';
import { appendFile, cp, mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';

import { waitFor } from '../../../scripts/lib/wait';
import { inParallel, postDelivery, textWithId } from '../deliveries';
import { Report } from '../report';
import { receivingFlow, startStage, type FaultStage } from '../stage';
import type { Flow } from '../testbed';
import { testbed } from '../testbed';
import { countAll, isAccepted, textsFor, type Tally } from './ledger';

const MINUTE = 60_000;
const KILLS = 3;

/** Makes the packed trigger answer by itself before n8n has stored the execution: the way that was not taken. */
const ANSWER_AT_ONCE = `
const { prototype } = module.exports.WagoTrigger;
const { webhook } = prototype;
prototype.webhook = async function () {
	const result = await webhook.call(this);
	if (!result.workflowData) return result;
	this.getResponseObject().status(200).json({ success: true });
	return { workflowData: result.workflowData, noWebhookResponse: true };
};
`;

/** The package with that trigger, as a copy of its own. */
async function packageAnsweringAtOnce(): Promise<string> {
	const { packageFolder } = await testbed();
	const folder = await mkdtemp(join(tmpdir(), 'wago-at-once-'));
	await cp(packageFolder, folder, { recursive: true });
	await appendFile(join(folder, 'dist/nodes/WagoTrigger/WagoTrigger.node.js'), ANSWER_AT_ONCE);
	return folder;
}

describe('The two ways to acknowledge a delivery', () => {
	const report = new Report('Two ways to acknowledge', [
		'who answers',
		'median time to the 2xx (ms)',
		'99 of 100 within (ms)',
		'accepted before a SIGKILL',
		'of these in no execution',
	]);
	let altered: string;

	beforeAll(async () => {
		altered = await packageAnsweringAtOnce();
	});

	afterAll(async () => {
		report.print();
		await rm(altered, { recursive: true, force: true });
	});

	async function deliverTimed(url: string, token: string, text: string) {
		const began = performance.now();
		const jsonData = textWithId(randomUUID(), text);
		const status = await postDelivery(url, token, jsonData).catch(() => 0);
		return { text, isAccepted: isAccepted(status), ms: performance.now() - began };
	}

	/** Times 150 deliveries, ten at once: median and 99th percentile in milliseconds. */
	async function measureTimes(url: string, token: string): Promise<[number, number]> {
		const results = await inParallel(
			textsFor('timed', 150),
			10,
			async (text) => await deliverTimed(url, token, text),
		);
		expect(results.every((result) => result.isAccepted)).toBe(true);
		// The first deliveries warm n8n up.
		const times = results.slice(50).map(({ ms }) => ms);
		times.sort((a, b) => a - b);
		return [times[Math.floor(times.length / 2)], times[Math.floor(times.length * 0.99)]];
	}

	/** Kills n8n while it takes deliveries, and counts what became of those that it had accepted. */
	async function killAndCount(stage: FaultStage, flow: Flow, round: number): Promise<Tally> {
		const url = await stage.bed.simulator.webhook(flow.token);
		const texts = textsFor(`killed in round ${round}`, 200);
		const accepted = new Set<string>();
		const sending = inParallel(texts, 20, async (text) => {
			const result = await deliverTimed(url, flow.token, text);
			if (result.isAccepted) accepted.add(text);
		});
		await waitFor('a good part', () => accepted.size >= 60, { interval: 5 });
		await stage.server.service.kill();
		await sending;
		await stage.startN8n();
		return await countAll(stage.bed, flow, texts, accepted);
	}

	async function compare(who: string, packageFolder?: string): Promise<number> {
		const stage = await startStage(() => (packageFolder ? { packages: [packageFolder] } : {}));
		try {
			const flow = await receivingFlow(stage);
			const url = await stage.bed.simulator.webhook(flow.token);
			const times = await measureTimes(url, flow.token);
			let accepted = 0;
			let lost = 0;
			for (let round = 1; round <= KILLS; round++) {
				const tally = await killAndCount(stage, flow, round);
				accepted += tally.accepted;
				lost += tally.lost;
			}
			report.add(who, ...times.map((ms) => ms.toFixed(0)), accepted, lost);
			expect(accepted).toBeGreaterThan(0);
			return lost;
		} finally {
			await stage.dispose();
		}
	}

	it(
		'n8n answers once the execution is stored: nothing that was accepted is lost',
		async () => {
			expect(await compare('n8n, once the execution is stored (as the trigger is)')).toBe(0);
		},
		5 * MINUTE,
	);

	it(
		'the trigger answers at once: some of what was accepted is lost',
		async () => {
			expect(await compare('the trigger itself, at once', altered)).toBeGreaterThan(0);
		},
		5 * MINUTE,
	);
});
