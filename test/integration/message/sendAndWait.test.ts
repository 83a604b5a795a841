import type { IDataObject, INode, INodeParameters, IWebhookResponseData } from 'n8n-workflow';
import { NodeHelpers, WAIT_INDEFINITELY } from 'n8n-workflow';

import { Wago } from '../../../nodes/Wago/Wago.node';
import { startSimulator, type Simulator } from '../../../simulator/server';
import { DEMO_TOKEN } from '../../../simulator/state';
import { Harness, outputOf, testNode } from '../harness';
import { linkAnew } from '../linkedSession';

const NODE = 'Ask';

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

const askNode = (parameters: INodeParameters) =>
	testNode(
		{ type: 'wago', name: NODE, id: 'ask-node' },
		{
			resource: 'message',
			operation: 'sendAndWait',
			recipient: { __rl: true, mode: 'phone', value: '15550100001' },
			text: 'May we ship <it>?',
			...parameters,
		},
	);

async function ask(parameters: INodeParameters = {}, items = [{ json: { order: 1 } }]) {
	return await harness.runWorkflow({ nodes: [askNode(parameters)], startNode: NODE, items });
}

const sentBodies = () => simulator.state.requests.list().map(({ body }) => body as IDataObject);

interface Visit {
	readonly result: IWebhookResponseData;
	readonly status: number;
	readonly headers: Record<string, string>;
	readonly page: string;
}

/** What the node does with a request that n8n has let through. */
async function visit(
	method: 'GET' | 'POST',
	body: IDataObject,
	parameters: INodeParameters = {},
): Promise<Visit> {
	const workflow = harness.workflow({ nodes: [askNode(parameters)] });
	const headers: Record<string, string> = {};
	let status = 0;
	let page = '';
	const httpResponse = {
		setHeader: (name: string, value: string) => (headers[name] = value),
		status: (code: number) => {
			status = code;
			return httpResponse;
		},
		send: (text: string) => (page = text),
	};
	const context = harness.webhookContext(workflow, NODE, {
		httpRequest: { method, body, headers: {}, query: {}, params: {} },
		httpResponse,
	} as never);
	const result = await new Wago().webhook.call(context);
	return { result, status, headers, page };
}

it('sends the signed link and waits', async () => {
	const run = await ask();
	const [body] = sentBodies();
	expect(body.Body).toMatch(
		/^May we ship <it>\?\n\nPlease answer here: http:\/\/n8n\.test:5678\/webhook-waiting\/execution-1\/ask-node\?signature=\w+/,
	);
	expect(run.data.waitTill).toEqual(WAIT_INDEFINITELY);
});

it('warns where the link leads to the machine of who opens it', async () => {
	const hints = async (baseUrl?: string) => {
		const local = new Harness({
			nodeTypes: { wago: new Wago() },
			credentials: { wagoApi: { baseUrl: simulator.url, token: DEMO_TOKEN } },
			baseUrl,
		});
		const { data } = await local.runWorkflow({
			nodes: [askNode({})],
			startNode: NODE,
			items: [{ json: {} }],
		});
		return data.resultData.runData[NODE][0].hints ?? [];
	};
	expect(await hints()).toEqual([]);
	for (const baseUrl of ['http://localhost:5678/', 'http://127.0.0.1:5678/']) {
		const message = expect.stringContaining('WEBHOOK_URL') as string;
		expect(await hints(baseUrl)).toEqual([expect.objectContaining({ message, type: 'warning' })]);
	}
});

describe("n8n's human review of an agent's tool", () => {
	/** The node type that n8n makes of the operation: its fields as they are shown there. */
	const tool = new Wago();
	tool.description.name = 'wagoHitlTool';
	const shown = (node: INode) =>
		tool.description.properties.filter(
			(property) =>
				property.name === 'recipient' &&
				NodeHelpers.displayParameter(node.parameters, property, node, tool.description),
		);
	const review = { resource: 'message', operation: 'sendAndWait' };

	it('asks nobody unless somebody is named', () => {
		const node = testNode({ type: 'wagoHitlTool', name: NODE }, review);
		expect(shown(node)).toEqual([
			expect.objectContaining({ required: true, default: { mode: 'phone', value: '' } }),
		]);
	});

	it('refuses an expression that names nobody, and says whom to name', async () => {
		const recipient = { __rl: true, mode: 'phone', value: '={{ $json.nobody }}' };
		const harness = new Harness({
			nodeTypes: { wagoHitlTool: tool },
			credentials: { wagoApi: { baseUrl: simulator.url, token: DEMO_TOKEN } },
		});
		const { data } = await harness.runWorkflow({
			nodes: [
				testNode(
					{ type: 'wagoHitlTool', name: NODE },
					{ ...review, recipient, message: 'May it?' },
				),
			],
			startNode: NODE,
			items: [{ json: { replyTo: '15550100001' } }],
		});
		expect(data.resultData.error?.message).toMatch(/'Recipient' is empty.*person who decides/);
		expect(sentBodies()).toEqual([]);
	});
});

it('asks once, whatever the number of items', async () => {
	const run = await ask({}, [{ json: { order: 1 } }, { json: { order: 2 } }]);
	expect(sentBodies()).toHaveLength(1);
	expect(outputOf(run, NODE)).toHaveLength(1);
});

it('asks once also where asking failed and the node continues', async () => {
	simulator.state.faults.add({ path: '/send/text', status: 500, count: 1 });
	const run = await harness.runWorkflow({
		nodes: [{ ...askNode({}), onError: 'continueRegularOutput' }],
		startNode: NODE,
		items: [{ json: { order: 1 } }, { json: { order: 2 } }],
	});
	expect(sentBodies()).toHaveLength(1);
	expect(outputOf(run, NODE)).toHaveLength(1);
});

it('waits no longer than the limit', async () => {
	const values = { limitType: 'afterTimeInterval', resumeAmount: 2, resumeUnit: 'hours' };
	const run = await ask({ options: { limitWaitTime: { values } } });
	const hours = (run.data.waitTill!.getTime() - Date.now()) / 3_600_000;
	expect(hours).toBeGreaterThan(1.99);
	expect(hours).toBeLessThanOrEqual(2);
});

it('does not wait where the question could not be sent', async () => {
	simulator.state.session(DEMO_TOKEN).disconnect();
	const run = await ask();
	expect(run.data.resultData.error?.message).toMatch(/No session/);
	expect(run.data.waitTill).toBeUndefined();
});

it('approves nothing when the link is only fetched', async () => {
	const { result, status, headers, page } = await visit('GET', {});
	expect(result).toEqual({ noWebhookResponse: true });
	expect(status).toBe(200);
	expect(page).toContain('May we ship &lt;it&gt;?');
	expect(page).toContain('<form method="post">');
	expect(headers['Content-Security-Policy']).toMatch(/default-src 'none'/);
	expect(headers['Referrer-Policy']).toBe('no-referrer');
});

it.each([
	['true', true],
	['false', false],
])('puts out the decision %s', async (approved, decision) => {
	const { result } = await visit('POST', { approved });
	const data = { approved: decision, respondedAt: expect.stringMatching(/Z$/) };
	expect(result.workflowData).toEqual([[{ json: { data }, pairedItem: { item: 0 } }]]);
	expect(result.webhookResponse).toContain('Thank you');
});

it('puts out a free text', async () => {
	const { result } = await visit(
		'POST',
		{ text: ' Tomorrow, please ' },
		{ responseType: 'freeText' },
	);
	expect(result.workflowData?.[0][0].json.data).toMatchObject({ text: 'Tomorrow, please' });
});

const approveOnly = { approvalOptions: { values: { approvalType: 'single' } } };

it.each<[string, IDataObject, INodeParameters]>([
	['an empty form', {}, {}],
	['something else than a decision', { approved: 'maybe' }, {}],
	['a refusal where there is no button for it', { approved: 'false' }, approveOnly],
	['an empty text', { text: ' ' }, { responseType: 'freeText' }],
	['a text of absurd length', { text: 'x'.repeat(10_001) }, { responseType: 'freeText' }],
	['several texts', { text: ['a', 'b'] }, { responseType: 'freeText' }],
])('goes on waiting after %s', async (_, form, parameters) => {
	const { result, status, page } = await visit('POST', form, parameters);
	expect(result).toEqual({ noWebhookResponse: true });
	expect(status).toBe(400);
	expect(page).toContain('<form method="post">');
});

it('shows the labels as text, never as markup', async () => {
	const { page } = await visit(
		'GET',
		{},
		{
			approvalOptions: {
				values: { approvalType: 'double', approveLabel: '<b>Yes</b>', disapproveLabel: '"No"' },
			},
			options: { pageTitle: '</title><script>alert(1)</script>' },
		},
	);
	expect(page).not.toMatch(/<script|<b>/);
	expect(page).toContain('&lt;b&gt;Yes&lt;/b&gt;');
	expect(page).toContain('&quot;No&quot;');
});

it("reads the message of n8n's tool for human review", async () => {
	const { properties } = new Wago().description;
	const message = { displayName: 'Message', name: 'message', type: 'string', default: '' } as const;
	const tool = new Wago();
	// As n8n makes it: another name, and the message in front.
	const name = 'wagoHitlTool';
	tool.description = { ...tool.description, name, properties: [message, ...properties] };
	const review = new Harness({
		nodeTypes: { wago: tool },
		credentials: { wagoApi: { baseUrl: simulator.url, token: DEMO_TOKEN } },
	});
	await review.runWorkflow({
		nodes: [askNode({ text: '', message: 'The agent wants to refund order 1' })],
		startNode: NODE,
		items: [{ json: {} }],
	});
	expect(sentBodies()[0].Body).toMatch(/^The agent wants to refund order 1\n/);
});
