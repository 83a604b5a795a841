import '../environment';

import { ExecuteContext } from 'n8n-core';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { createRunExecutionData } from 'n8n-workflow';

import { Wago } from '../../../nodes/Wago/Wago.node';
import { startSimulator, type Simulator } from '../../../simulator/server';
import { DEMO_TOKEN } from '../../../simulator/state';
import { Harness, outputOf, testNode } from '../harness';

const NODE = 'WaGo';
const SEND: INodeParameters = {
	resource: 'message',
	operation: 'sendText',
	recipient: { __rl: true, mode: 'phone', value: '15550100001' },
	text: '={{ $json.text }}',
};

let simulator: Simulator;
let harness: Harness;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
	harness = new Harness({
		nodeTypes: { wago: new Wago() },
		credentials: { wagoApi: { baseUrl: simulator.url, token: DEMO_TOKEN } },
	});
});

beforeEach(() => {
	simulator.state.reset();
	simulator.state.session(DEMO_TOKEN).scan(simulator.state.settings);
});

afterAll(async () => await simulator.stop());

const itemsOf = (...texts: unknown[]): INodeExecutionData[] =>
	texts.map((text) => ({ json: { text: text as string } }));

const run = async (
	items: INodeExecutionData[],
	parameters = SEND,
	settings: Partial<Parameters<typeof testNode>[0]> = {},
) =>
	await harness.runWorkflow({
		nodes: [testNode({ type: 'wago', name: NODE, ...settings }, parameters)],
		startNode: NODE,
		items,
	});

const sentTexts = () =>
	simulator.state.session(DEMO_TOKEN).sent.map(({ body }) => (body as { Body: string }).Body);

it('sends items in order, each paired with its input', async () => {
	const texts = Array.from({ length: 10 }, (_, index) => `message ${index}`);
	const items = outputOf(await run(itemsOf(...texts)), NODE);
	expect(sentTexts()).toEqual(texts);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual(texts.map((_, item) => ({ item })));
	expect(new Set(items.map(({ json }) => json.messageId)).size).toBe(10);
});

it('pairs every element of a list with the item that asked for it', async () => {
	const parameters = { resource: 'contact', operation: 'getAll' };
	const items = outputOf(await run(itemsOf('a', 'b'), parameters), NODE);
	expect(items).toHaveLength(6);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
		[0, 0, 0, 1, 1, 1].map((item) => ({ item })),
	);
});

describe('an item that fails', () => {
	it('ends the node, names itself and leaves the rest unsent', async () => {
		const { error } = (await run(itemsOf('one', '', 'three'))).data.resultData;
		expect(error).toMatchObject({
			message: "'Text' is empty [Item 1]",
			context: expect.objectContaining({ itemIndex: 1 }),
		});
		expect(sentTexts()).toEqual(['one']);
	});

	it('does not stop the others where the node continues', async () => {
		const settings = { onError: 'continueRegularOutput' } as const;
		const items = outputOf(await run(itemsOf('one', '', 'three'), SEND, settings), NODE);
		expect(sentTexts()).toEqual(['one', 'three']);
		expect(items[1]).toMatchObject({
			json: { error: "'Text' is empty [Item 1]", details: expect.any(String) },
			pairedItem: { item: 1 },
		});
		expect(items[2].pairedItem).toEqual({ item: 2 });
	});

	it('leaves by the error output where the node has one', async () => {
		simulator.state.faults.add({ path: '/send/text', status: 500, count: 1 });
		const finished = await run(itemsOf('one', 'two'), SEND, { onError: 'continueErrorOutput' });
		expect(outputOf(finished, NODE, 0)).toHaveLength(1);
		expect(outputOf(finished, NODE, 1)).toEqual([
			expect.objectContaining({
				json: expect.objectContaining({
					error: expect.stringContaining('simulated fault'),
					details: expect.stringContaining("'Diagnose'"),
				}),
				pairedItem: { item: 0 },
			}),
		]);
		expect(sentTexts()).toEqual(['two']);
	});

	it('shows the token nowhere', async () => {
		simulator.state.faults.add({
			path: '/send/text',
			status: 500,
			body: { code: 500, error: `bad token ${DEMO_TOKEN}`, success: false },
			count: 1,
		});
		expect(JSON.stringify((await run(itemsOf('one'))).data)).not.toContain(DEMO_TOKEN);
	});
});

it('says which operation does not exist', async () => {
	const parameters = { resource: 'message', operation: '__CUSTOM_API_CALL__' };
	const { error } = (await run(itemsOf('one'), parameters)).data.resultData;
	expect(error?.message).toContain("no operation '__CUSTOM_API_CALL__'");
});

describe('a cancelled execution', () => {
	/** The node as n8n runs it, in an execution that can be cancelled. */
	async function runUntil(
		signal: AbortSignal,
		parameters: INodeParameters,
		items: INodeExecutionData[],
	): Promise<INodeExecutionData[][]> {
		const node = testNode({ type: 'wago', name: NODE }, parameters);
		const context = new ExecuteContext(
			harness.workflow({ nodes: [node] }),
			node,
			harness.additionalData({ executionId: '1' }),
			'manual',
			createRunExecutionData(),
			0,
			items,
			{ main: [items] },
			{ node, data: { main: [items] }, source: null },
			[],
			signal,
		);
		return await new Wago().execute.call(context);
	}

	it('sends nothing more', async () => {
		await runUntil(AbortSignal.abort(), SEND, itemsOf('one'));
		expect(sentTexts()).toEqual([]);
	});

	it('ends the wait for a login at once', async () => {
		simulator.state.session(DEMO_TOKEN).logout();
		simulator.state.session(DEMO_TOKEN).connect([], simulator.state.settings);
		const started = Date.now();
		const parameters = {
			resource: 'session',
			operation: 'waitForLogin',
			waitTimeout: 60,
			options: { pollInterval: 2 },
		};
		const output = await runUntil(AbortSignal.timeout(100), parameters, itemsOf('one'));
		expect(output).toEqual([[]]);
		expect(Date.now() - started).toBeLessThan(1_500);
	});
});
