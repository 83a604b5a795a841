import type { INodeParameters } from 'n8n-workflow';

import { Wago } from '../../../nodes/Wago/Wago.node';
import { startSimulator, type Simulator } from '../../../simulator/server';
import { DEMO_TOKEN } from '../../../simulator/state';
import { Harness, outputOf, testNode } from '../harness';
import { linkAnew } from '../linkedSession';

let simulator: Simulator;

beforeAll(async () => (simulator = await startSimulator({ port: 0 })));
beforeEach(() => linkAnew(simulator));
afterAll(async () => await simulator.stop());

/** Runs the node as n8n's engine does, also for the tools of agents from version 3 on. */
async function run(type: 'wago' | 'wagoTool', parameters: INodeParameters, goOn = false) {
	const harness = new Harness({
		nodeTypes: { [type]: new Wago() },
		credentials: { wagoApi: { baseUrl: simulator.url, token: DEMO_TOKEN } },
	});
	const onError = goOn ? 'continueRegularOutput' : undefined;
	return await harness.runWorkflow({
		nodes: [
			testNode(
				{ type, name: 'WaGo', onError },
				{
					resource: 'message',
					operation: 'sendText',
					recipient: { __rl: true, mode: 'phone', value: '15550100001' },
					text: 'Hello',
					...parameters,
				},
			),
		],
		startNode: 'WaGo',
		items: [{ json: {} }],
	});
}

const NOBODY = { recipient: { __rl: true, mode: 'phone', value: 'Alice' } };
const IMAGE = { operation: 'sendImage', mediaSource: 'binary', binaryPropertyName: 'data' };

async function errorOf(...call: Parameters<typeof run>) {
	const { error } = (await run(...call)).data.resultData;
	return { message: error?.message ?? '', description: error?.description ?? '' };
}

it('tells an agent what to do next, in the only text that reaches it', async () => {
	const { message, description } = await errorOf('wagoTool', NOBODY);
	expect(message).toContain('Alice');
	expect(message).toContain('country code');
	expect(description).not.toBe('');
});

it("tells an agent what to do about WaGo's refusals", async () => {
	simulator.state.faults.add({ path: '/send/text', status: 500, count: 1 });
	const { message, description } = await errorOf('wagoTool', {});
	expect(description).not.toBe('');
	expect(message.endsWith(description)).toBe(true);
});

it('keeps message and advice apart for people, and in items', async () => {
	const { message, description } = await errorOf('wago', NOBODY);
	expect(message).not.toContain(description);
	const [{ json }] = outputOf(await run('wagoTool', NOBODY, true), 'WaGo');
	expect(json.error).not.toContain(json.details);
	expect(json.details).toContain('country code');
});

it('tells an agent of any version that it hands no files to its tools', async () => {
	expect((await errorOf('wagoTool', IMAGE)).message).toMatch(
		/hands no files to its tools.*\$\('WaGo Trigger'\)\.item\.binary\.data/,
	);
	expect((await errorOf('wago', IMAGE)).message).not.toMatch(/An AI agent/);
});

it('names the expression that reaches the trigger behind an agent’s item', async () => {
	const recipient = { __rl: true, mode: 'id', value: '={{ $json.replyTo }}' };
	const { message, description } = await errorOf('wago', { recipient });
	expect(message).toMatch(/'Recipient' is empty/);
	expect(description).toContain("{{ $('WaGo Trigger').item.json.replyTo }}");
});
