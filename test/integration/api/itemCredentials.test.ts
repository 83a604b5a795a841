import type { ICredentialDataDecryptedObject, IDataObject, INodeExecutionData } from 'n8n-workflow';

import { isWorkflowMessageId } from '../../../nodes/shared/whatsapp/messageId';
import { Wago } from '../../../nodes/Wago/Wago.node';
import { startSimulator, type Simulator } from '../../../simulator/server';
import { DEMO_TOKEN } from '../../../simulator/state';
import { Harness, outputOf, testNode } from '../harness';

const NODE = 'WaGo';
const OTHER_TOKEN = '4711';

let simulator: Simulator;

beforeAll(async () => (simulator = await startSimulator({ port: 0 })));
beforeEach(() => {
	simulator.state.reset();
	simulator.state.createSession('other', OTHER_TOKEN, 'linux');
	for (const token of [DEMO_TOKEN, OTHER_TOKEN]) {
		const session = simulator.state.session(token);
		session.connect([], simulator.state.settings);
		session.scan(simulator.state.settings);
	}
});
afterAll(async () => await simulator.stop());

/** Runs an operation with a credential of expressions. */
async function run(
	items: object[],
	parameters: object,
	credential: ICredentialDataDecryptedObject = { token: '={{ $json.token }}' },
) {
	const harness = new Harness({
		nodeTypes: { wago: new Wago() },
		credentials: { wagoApi: { baseUrl: simulator.url, ...credential } },
	});
	const node = testNode(
		{ type: 'wago', name: NODE, onError: 'continueRegularOutput' },
		parameters as never,
	);
	const input = items.map((json) => ({ json })) as INodeExecutionData[];
	return outputOf(
		await harness.runWorkflow({ nodes: [node], startNode: NODE, items: input }),
		NODE,
	).map(({ json }) => json);
}

const SEND = {
	resource: 'message',
	operation: 'sendText',
	recipient: { __rl: true, mode: 'phone', value: '={{ $json.phone }}' },
	text: 'Hello',
};

const STATUS = { resource: 'session', operation: 'getStatus' };

const recipients = (token: string) =>
	simulator.state.session(token).sent.map(({ body }) => (body as IDataObject).Phone);

it('sends each item with the token of its own, a number too', async () => {
	await run(
		[
			{ token: DEMO_TOKEN, phone: '15550100001' },
			{ token: Number(OTHER_TOKEN), phone: '15550100002' },
			{ token: DEMO_TOKEN, phone: '15550100003' },
		],
		SEND,
	);
	expect(recipients(DEMO_TOKEN)).toEqual(['15550100001', '15550100003']);
	expect(recipients(OTHER_TOKEN)).toEqual(['15550100002']);
});

it('makes message IDs with the token of the item', async () => {
	const output = await run(
		[
			{ token: DEMO_TOKEN, phone: '15550100001' },
			{ token: OTHER_TOKEN, phone: '15550100001' },
		],
		SEND,
	);
	expect(isWorkflowMessageId(DEMO_TOKEN, output[0].messageId)).toBe(true);
	expect(isWorkflowMessageId(OTHER_TOKEN, output[1].messageId)).toBe(true);
	expect(isWorkflowMessageId(DEMO_TOKEN, output[1].messageId)).toBe(false);
});

it('asks each item’s own server', async () => {
	const items = [{ url: simulator.url }, { url: 'http://127.0.0.1:9' }];
	const credential = { baseUrl: '={{ $json.url }}', token: DEMO_TOKEN };
	const output = await run(items, STATUS, credential);
	expect(output).toEqual([
		expect.objectContaining({ connected: true }),
		expect.objectContaining({ error: expect.stringContaining('http://127.0.0.1:9') as string }),
	]);
});

it('reads, diagnoses and sends with the token of the item', async () => {
	const items = [{ token: DEMO_TOKEN }, { token: 'nobody' }];
	const [known, unknown] = await run(items, STATUS);
	expect(known).toMatchObject({ loggedIn: true });
	expect(unknown.error).toMatch(/WaGo does not know this token/);
	const [right, wrong] = await run(items, { resource: 'server', operation: 'diagnose' });
	expect(JSON.stringify(right)).not.toBe(JSON.stringify(wrong));
});

it.each([
	['token', null, "'Token' of the credential is empty: check its expression"],
	['token', '', "'Token' of the credential is empty: check its expression"],
	['token', undefined, "'Token' of the credential is empty: check its expression"],
	['token', {}, "'Token' of the credential is not text: check its expression"],
	['baseUrl', null, "'Base URL' of the credential is empty: check its expression"],
	['baseUrl', ['http://wago'], "'Base URL' of the credential is not text: check its expression"],
])('says of %s %j what is wrong', async (field, value, message) => {
	const [first, second] = await run([{ value }, { value }], STATUS, {
		token: DEMO_TOKEN,
		[field]: '={{ $json.value }}',
	});
	expect(first.error).toContain(message);
	expect(second.error).toContain(message);
	expect(JSON.stringify(first)).not.toMatch(/zod|invalid_type|expected/);
});
