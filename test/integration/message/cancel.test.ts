import '../environment';

import { ExecuteContext } from 'n8n-core';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { createRunExecutionData } from 'n8n-workflow';

import { Wago } from '../../../nodes/Wago/Wago.node';
import { startSimulator, type Simulator } from '../../../simulator/server';
import { DEMO_TOKEN } from '../../../simulator/state';
import { Harness, testNode } from '../harness';

const ITEMS: INodeExecutionData[] = [{ json: {} }, { json: {} }];

let simulator: Simulator;
let harness: Harness;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
	harness = new Harness({
		nodeTypes: { wago: new Wago() },
		credentials: { wagoApi: { baseUrl: simulator.url, token: DEMO_TOKEN } },
	});
	simulator.state.session(DEMO_TOKEN).connect([], simulator.state.settings);
	simulator.state.session(DEMO_TOKEN).scan(simulator.state.settings);
});
beforeEach(() => (simulator.state.session(DEMO_TOKEN).sent.length = 0));
afterAll(async () => await simulator.stop());

/** Sends in an execution that is stopped after some milliseconds; gives what was sent and how long it took. */
async function stopAfter(milliseconds: number, options: INodeParameters) {
	const parameters = {
		resource: 'message',
		operation: 'sendText',
		recipient: { __rl: true, mode: 'phone', value: '15550100001' },
		text: 'Hello',
		options,
	};
	const node = testNode({ type: 'wago', name: 'WaGo' }, parameters);
	const context = new ExecuteContext(
		harness.workflow({ nodes: [node] }),
		node,
		harness.additionalData({ executionId: '1' }),
		'manual',
		createRunExecutionData(),
		0,
		ITEMS,
		{ main: [ITEMS] },
		{ node, data: { main: [ITEMS] }, source: null },
		[],
		AbortSignal.timeout(milliseconds),
	);
	const started = Date.now();
	const failure = await new Wago().execute.call(context).catch((error: Error) => error);
	const { sent } = simulator.state.session(DEMO_TOKEN);
	return { failure, sent: sent.length, took: Date.now() - started };
}

it('sends nothing more when it is stopped in a gap', async () => {
	const pacing = { limits: { minimumGap: 1.5, jitter: 0, maxMessages: 0 } };
	const { failure, sent, took } = await stopAfter(300, { pacing });
	expect(failure).toMatchObject({
		message: 'The execution was stopped',
		context: { itemIndex: 1 },
	});
	expect(sent).toBe(1);
	expect(took).toBeLessThan(1200);
});

it('sends nothing when it is stopped while it shows typing', async () => {
	const { failure, sent } = await stopAfter(300, { showTyping: true });
	expect(failure).toMatchObject({ message: 'The execution was stopped' });
	expect(sent).toBe(0);
});
