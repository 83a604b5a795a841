import type { INodeParameters, IRun } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { Wago } from '../../../nodes/Wago/Wago.node';
import { startSimulator, type Simulator } from '../../../simulator/server';
import { DEMO_TOKEN } from '../../../simulator/state';
import { Harness, outputOf, testNode } from '../harness';
import { linkAnew } from '../linkedSession';

const [ANNA, BEN] = ['15550100001', '15550100002'];

let simulator: Simulator;
let harness: Harness;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
	harness = new Harness({
		nodeTypes: { wago: new Wago() },
		credentials: { wagoApi: { baseUrl: simulator.url, token: DEMO_TOKEN } },
	});
});
beforeEach(() => linkAnew(simulator));
afterAll(async () => await simulator.stop());

let executions = 0;

/** An execution of its own that sends one text to each of the recipients; how long it took, in milliseconds. */
async function execute(recipients: string[], options: INodeParameters = {}, goOn = false) {
	const parameters: INodeParameters = {
		resource: 'message',
		operation: 'sendText',
		recipient: { __rl: true, mode: 'phone', value: '={{ $json.to }}' },
		text: '={{ $json.text }}',
		options,
	};
	const executionId = `line-${++executions}`;
	const started = Date.now();
	const run: IRun = await harness.runWorkflow({
		nodes: [
			testNode(
				{ type: 'wago', name: 'WaGo', onError: goOn ? 'continueRegularOutput' : undefined },
				parameters,
			),
		],
		startNode: 'WaGo',
		items: recipients.map((to, index) => ({ json: { to, text: `${executionId} ${index}` } })),
		executionId,
	});
	return { executionId, run, took: Date.now() - started };
}

const texts = () =>
	simulator.state.session(DEMO_TOKEN).sent.map(({ body }) => (body as { Body: string }).Body);

const GAP = { pacing: { limits: { minimumGap: 1.2, jitter: 0, maxMessages: 0 } } };

it.each([
	['another chat', BEN],
	['one of its chats', ANNA],
])('a broadcast with a gap does not hold an answer to %s', async (_, recipient) => {
	await sleep(1200);
	const broadcast = execute([ANNA, ANNA, ANNA], GAP);
	await sleep(300);
	const answer = await execute([recipient]);
	expect(answer.took).toBeLessThan(700);
	expect(texts()).toHaveLength(2);
	// The answer counts: the gap of the broadcast begins anew with it.
	expect((await broadcast).took).toBeGreaterThan(2 * 1200 + 250);
});

it('two broadcasts of one session share its gaps', async () => {
	await sleep(1200);
	const broadcasts = await Promise.all([execute([ANNA, ANNA], GAP), execute([BEN, BEN], GAP)]);
	expect(Math.max(...broadcasts.map(({ took }) => took))).toBeGreaterThan(3 * 1200 - 20);
	expect(texts()).toHaveLength(4);
});

it('a slow upload holds its own chat only, and nothing overtakes it there', async () => {
	simulator.state.faults.add({ path: '/send/text', delayMs: 1500, count: 1 });
	const upload = execute([ANNA]);
	await sleep(200);
	const [behind, other] = await Promise.all([execute([ANNA]), execute([BEN])]);
	expect(other.took).toBeLessThan(700);
	expect(behind.took).toBeGreaterThan(1000);
	expect(texts()).toEqual([
		`${other.executionId} 0`,
		`${(await upload).executionId} 0`,
		`${behind.executionId} 0`,
	]);
});

describe('a WaGo that hangs', () => {
	const TIMEOUT = 2000;

	it.each([
		['one chat', () => ANNA],
		['five chats', (index: number) => `1555010000${index}`],
	])('costs five executions to %s at most one and a half time-outs', async (_, recipientOf) => {
		simulator.state.faults.add({ path: '/send/text', hang: true, count: 5 });
		const started = Date.now();
		const ends = await Promise.all(
			[1, 2, 3, 4, 5].map(async (i) => await execute([recipientOf(i)], { timeout: TIMEOUT })),
		);
		expect(Date.now() - started).toBeLessThan(1.5 * TIMEOUT);
		for (const { run } of ends) {
			expect(run.data.resultData.error?.message).toMatch(/did not answer in time/);
		}
	});

	it('costs five items of one run at most one and a half time-outs', async () => {
		simulator.state.faults.add({ path: '/send/text', hang: true, count: 5 });
		simulator.state.faults.add({ path: '/server/ok', hang: true, count: 4 });
		const { run, took } = await execute([ANNA, BEN, ANNA, BEN, ANNA], { timeout: TIMEOUT }, true);
		expect(took).toBeLessThan(1.5 * TIMEOUT);
		const errors = outputOf(run, 'WaGo').map(({ json }) => json.error);
		expect(errors).toHaveLength(5);
		expect(errors[0]).toContain('/send/text');
		for (const error of errors.slice(1)) expect(error).toContain('/server/ok');
		expect(texts()).toEqual([]);
	});

	it('does not cost the next item of a run its message when only one got no answer', async () => {
		simulator.state.faults.add({ path: '/send/text', hang: true, count: 1 });
		const { executionId } = await execute([ANNA, BEN], { timeout: 300 }, true);
		expect(texts()).toEqual([`${executionId} 1`]);
	});

	it('does not cost those who wait their messages when it answers again', async () => {
		simulator.state.faults.add({ path: '/send/text', hang: true, count: 1 });
		const ends = await Promise.all(
			[1, 2, 3].map(async () => await execute([ANNA], { timeout: TIMEOUT })),
		);
		expect(ends.map(({ run }) => run.data.resultData.error === undefined)).toEqual([
			false,
			true,
			true,
		]);
		expect(texts()).toEqual(ends.slice(1).map(({ executionId }) => `${executionId} 0`));
	});
});
