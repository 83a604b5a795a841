import { waitFor } from '../../../scripts/lib/wait';
import { Report } from '../report';
import type { Flow } from '../testbed';
import { addTally, countAll, sendAll, TALLY_COLUMNS, textsFor } from './ledger';
import { receivingFlow, startStage, type FaultStage } from '../stage';

const MESSAGES = 200;
/** So many deliveries are under way at once. */
const WIDTH = 20;
const MINUTE = 60_000;

describe('n8n and WaGo killed in the middle of 200 deliveries', () => {
	const report = new Report('Killed in the middle of 200 deliveries', ['fault', ...TALLY_COLUMNS]);
	let stage: FaultStage;
	let flow: Flow;

	beforeAll(async () => {
		stage = await startStage();
		flow = await receivingFlow(stage);
	}, 3 * MINUTE);

	afterAll(async () => {
		report.print();
		await stage?.dispose();
	});

	/** n8n numbers executions, so the newest tells how many there have been. */
	async function executionCount(): Promise<number> {
		const [newest] = await stage.bed.n8n.executions(flow.workflow.id);
		return Number(newest?.id ?? 0);
	}

	/** Waits until a good part of the messages has arrived. */
	async function inTheMiddle(before: number): Promise<void> {
		const isThere = async () => (await executionCount()) >= before + 50;
		await waitFor('the middle of the deliveries', isThere);
	}

	/** Delivers while something is killed and started again; what is sent afterwards shows that all works again. */
	async function deliverThrough(name: string, kill: () => Promise<void>) {
		const texts = textsFor(name, MESSAGES);
		const before = await executionCount();
		const sending = sendAll(stage.bed, flow, texts, WIDTH);
		await inTheMiddle(before);
		await kill();
		const accepted = await sending;
		const tally = await countAll(stage.bed, flow, texts, accepted);
		addTally(report, name, tally);

		const afterwards = textsFor(`after ${name}`, 10);
		const acceptedAfterwards = await sendAll(stage.bed, flow, afterwards);
		expect(await countAll(stage.bed, flow, afterwards, acceptedAfterwards)).toEqual({
			delivered: 10,
			accepted: 10,
			run: 10,
			interrupted: 0,
			lost: 0,
			doubled: 0,
		});
		return tally;
	}

	async function restartN8n(): Promise<void> {
		await stage.server.service.kill();
		await stage.startN8n();
	}

	async function restartWago(): Promise<void> {
		await stage.wago.kill();
		await stage.wago.start();
	}

	it(
		'n8n, with a WaGo that delivers once: what was accepted has its execution',
		async () => {
			await stage.bed.simulator.settings({ retryWaitsMs: [] });
			const tally = await deliverThrough('n8n killed, WaGo delivers once', restartN8n);
			expect(tally).toMatchObject({ lost: 0, doubled: 0 });
			expect(tally.accepted).toBeGreaterThan(0);
			expect(tally.accepted).toBeLessThan(MESSAGES);
		},
		5 * MINUTE,
	);

	it(
		'n8n, with a WaGo that repeats: every message has its execution',
		async () => {
			await stage.bed.simulator.settings({ retryWaitsMs: Array(60).fill(1000) });
			const tally = await deliverThrough('n8n killed, WaGo repeats', restartN8n);
			expect(tally).toMatchObject({ accepted: MESSAGES, lost: 0 });
			expect(tally.run + tally.interrupted).toBe(MESSAGES);
			// Those whose execution was there, but whose answer or key was not yet out of n8n's hands.
			expect(tally.doubled).toBeLessThanOrEqual(WIDTH);
		},
		5 * MINUTE,
	);

	it(
		'WaGo: what was accepted has run, and deliveries go on without a hand',
		async () => {
			const tally = await deliverThrough('WaGo killed', restartWago);
			expect(tally).toMatchObject({ interrupted: 0, lost: 0, doubled: 0 });
		},
		5 * MINUTE,
	);

	it(
		'both: what was accepted has its execution, and deliveries go on without a hand',
		async () => {
			const tally = await deliverThrough('both killed', async () => {
				await Promise.all([restartWago(), restartN8n()]);
			});
			expect(tally).toMatchObject({ lost: 0, doubled: 0 });
		},
		5 * MINUTE,
	);
});
