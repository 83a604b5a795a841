import { SupplyDataContext } from 'n8n-core';
import { makeHandleToolInvocation } from 'n8n-core/dist/execution-engine/node-execution-context/utils/get-input-connection-data';
import type { IDataObject, INode, INodeExecutionData, INodeType } from 'n8n-workflow';
import { createRunExecutionData, NodeConnectionTypes } from 'n8n-workflow';

import { isWorkflowMessageId } from '../../../nodes/shared/whatsapp/messageId';
import { Wago } from '../../../nodes/Wago/Wago.node';
import { startSimulator, type Simulator } from '../../../simulator/server';
import { DEMO_TOKEN } from '../../../simulator/state';
import { Harness, testNode } from '../harness';
import { linkAnew } from '../linkedSession';

const NODE = 'Reply';

let simulator: Simulator;
let harness: Harness;

/** Sends its items back to the node before it, twice. */
const twice: INodeType = {
	description: {
		displayName: 'Twice',
		name: 'twice',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: {},
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	async execute() {
		const round = this.evaluateExpression('{{ $runIndex }}', 0) as number;
		return [round < 2 ? this.getInputData() : []];
	},
};

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
	harness = new Harness({
		nodeTypes: { wago: new Wago(), twice },
		credentials: { wagoApi: { baseUrl: simulator.url, token: DEMO_TOKEN } },
	});
});
beforeEach(() => linkAnew(simulator));
afterAll(async () => await simulator.stop());

const sentIds = () => simulator.state.requests.list().map(({ body }) => (body as IDataObject).Id);
const sent = () => simulator.state.session(DEMO_TOKEN).sent;
const distinct = (values: unknown[]) => new Set(values).size;

function replyNode(settings: Partial<INode> = {}, parameters: IDataObject = {}): INode {
	return testNode({ type: 'wago', name: NODE, ...settings }, {
		resource: 'message',
		operation: 'sendText',
		recipient: { __rl: true, mode: 'phone', value: '15550100001' },
		text: 'Hello',
		...parameters,
	} as never);
}

async function run(
	node: INode,
	items: INodeExecutionData[] = [{ json: {} }],
	executionId = 'execution-1',
) {
	return await harness.runWorkflow({ nodes: [node], startNode: NODE, items, executionId });
}

const RETRY = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

function failTwiceAfterAccepting(
	fault: object = { status: 504, body: '<h1>Gateway Time-out</h1>' },
) {
	simulator.state.faults.add({ path: '/send/text', afterAccept: true, count: 2, ...fault });
}

it('recognises its own IDs with the token of the session', async () => {
	await run(replyNode());
	expect(isWorkflowMessageId(DEMO_TOKEN, sentIds()[0])).toBe(true);
	expect(isWorkflowMessageId('another-token', sentIds()[0])).toBe(false);
});

describe('Retry On Fail', () => {
	it('sends one ID three times to a server that fails twice after accepting', async () => {
		failTwiceAfterAccepting();
		const { data } = await run(replyNode(RETRY));
		expect(data.resultData.error).toBeUndefined();
		expect(sentIds()).toHaveLength(3);
		expect(distinct(sentIds())).toBe(1);
		expect(sent().filter(({ repeat }) => !repeat)).toHaveLength(1);
	});

	it('repeats the ID after a time-out, too', async () => {
		failTwiceAfterAccepting({ hang: true });
		const { data } = await run(replyNode(RETRY, { options: { timeout: 100 } }));
		expect(data.resultData.error).toBeUndefined();
		expect(sentIds()).toHaveLength(3);
		expect(distinct(sentIds())).toBe(1);
	});

	it('repeats the ID though an expression gives another text', async () => {
		failTwiceAfterAccepting();
		await run(replyNode(RETRY, { text: '={{ Math.random() }}' }));
		expect(
			distinct(simulator.state.requests.list().map(({ body }) => (body as IDataObject).Body)),
		).toBe(3);
		expect(distinct(sentIds())).toBe(1);
	});

	it('repeats the IDs of the items before the one that failed', async () => {
		const items = [{ json: { text: 'one' } }, { json: { text: '' } }];
		const parameters = { text: '={{ $json.text }}' };
		const { data } = await run(replyNode({ ...RETRY, maxTries: 2 }, parameters), items);
		expect(data.resultData.error?.message).toMatch(/'Text' is empty \[Item 1\]/);
		expect(sentIds()).toHaveLength(2);
		expect(distinct(sentIds())).toBe(1);
	});

	it('repeats the IDs of the parts of a long text', async () => {
		failTwiceAfterAccepting();
		const text = `${'a'.repeat(4000)}\n\n${'b'.repeat(4000)}`;
		await run(replyNode(RETRY, { text, options: { splitLongText: true } }));
		const [first] = sentIds();
		expect(sentIds().slice(0, 3)).toEqual([first, first, first]);
		expect(sentIds()).toHaveLength(4);
		expect(sentIds()[3]).not.toBe(first);
	});
});

it('gives equal items different IDs', async () => {
	await run(replyNode(), [{ json: {} }, { json: {} }]);
	expect(distinct(sentIds())).toBe(2);
});

it('gives the rounds of a loop different IDs, though the items are the same', async () => {
	const main = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	await harness.runWorkflow({
		nodes: [replyNode(), testNode({ type: 'twice', name: 'Twice' })],
		connections: { [NODE]: main('Twice'), Twice: main(NODE) },
		startNode: NODE,
		items: [{ json: {} }],
	});
	expect(sentIds()).toHaveLength(3);
	expect(distinct(sentIds())).toBe(3);
});

it('gives executions, as of a sub-workflow, and nodes different IDs', async () => {
	await run(replyNode());
	await run(replyNode(), undefined, 'execution-2');
	await run(replyNode({ id: 'another-node' }));
	expect(distinct(sentIds())).toBe(3);
});

it('gives an execution of the same number in another database different IDs', async () => {
	await run(replyNode());
	await run(replyNode());
	expect(distinct(sentIds())).toBe(2);
});

it('gives recipients different IDs', async () => {
	const recipient = { __rl: true, mode: 'phone', value: '={{ $json.to }}' };
	const toThem = replyNode({ ...RETRY, maxTries: 2 }, { recipient });
	simulator.state.faults.add({ path: '/send/text', status: 500, count: 1 });
	const items = [{ json: { to: '15550100001' } }];
	await run(toThem, items);
	await run(toThem, [{ json: { to: '15550100002' } }]);
	expect(sentIds()[0]).toBe(sentIds()[1]);
	expect(distinct(sentIds())).toBe(2);
});

it('uses an own ID as it is', async () => {
	await run(replyNode({}, { options: { messageId: '3EB0AAAABBBBCCCC' } }));
	expect(sentIds()).toEqual(['3EB0AAAABBBBCCCC']);
});

describe('Idempotency Key', () => {
	const withKey = (idempotencyKey: string, recipient = '15550100001') =>
		replyNode(
			{},
			{
				recipient: { __rl: true, mode: 'phone', value: recipient },
				options: { idempotencyKey },
			},
		);

	it('repeats the ID in any execution, whatever the spelling of the recipient', async () => {
		await run(withKey('order-1'));
		await run(withKey('order-1', '+1 555 010-0001'), undefined, 'execution-2');
		await run(withKey(' order-1 ', '15550100001@s.whatsapp.net'), undefined, 'execution-3');
		expect(sentIds()).toHaveLength(3);
		expect(distinct(sentIds())).toBe(1);
		expect(isWorkflowMessageId(DEMO_TOKEN, sentIds()[0])).toBe(true);
	});

	it('gives other keys and other recipients other IDs', async () => {
		await run(withKey('order-1'));
		await run(withKey('order-2'));
		await run(withKey('order-1', '15550100002'));
		expect(distinct(sentIds())).toBe(3);
	});
});

describe("an AI agent's tool", () => {
	/** The node as n8n hands it to an agent: the function that the agent calls. */
	function tool(node: INode) {
		const workflow = harness.workflow({ nodes: [node] });
		const runData = createRunExecutionData({});
		const additionalData = harness.additionalData({ executionId: 'execution-1' });
		const context = (runIndex: number) =>
			new SupplyDataContext(
				workflow,
				node,
				additionalData,
				'manual',
				runData,
				runIndex,
				[],
				{},
				NodeConnectionTypes.AiTool,
				{ data: {}, node, source: null },
				[],
			);
		return makeHandleToolInvocation(context, node, new Wago(), runData);
	}

	it('sends calls with equal arguments as different messages', async () => {
		const call = tool(replyNode());
		await call({ text: 'Hello' });
		await call({ text: 'Hello' });
		expect(distinct(sentIds())).toBe(2);
	});

	it('sends calls at the same time of two agents as different messages', async () => {
		await Promise.all([tool(replyNode())({}), tool(replyNode())({})]);
		expect(distinct(sentIds())).toBe(2);
	});

	it('repeats the ID when n8n retries a call', async () => {
		failTwiceAfterAccepting();
		await tool(replyNode(RETRY))({ text: 'Hello' });
		expect(sentIds()).toHaveLength(3);
		expect(distinct(sentIds())).toBe(1);
	});
});
