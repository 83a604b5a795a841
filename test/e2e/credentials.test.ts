import { randomUUID } from 'crypto';

import type { SavedCredential, WorkflowNode } from '../../scripts/n8n/client';
import type { Session, Testbed } from './testbed';
import { inSequence, newSession, testbed } from './testbed';

const START = 'Start';
const SEND = 'Send';

describe('A credential with an expression in a real n8n', () => {
	let bed: Testbed;
	let sessions: Session[];
	let credential: SavedCredential;

	beforeAll(async () => {
		bed = await testbed();
		sessions = [await newSession(bed), await newSession(bed)];
		credential = await bed.n8n.createCredential(`by item ${randomUUID()}`, 'wagoApi', {
			baseUrl: bed.simulatorUrl,
			token: '={{ $json.token }}',
		});
	});

	const start: WorkflowNode = {
		name: START,
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};

	/** One item for each row. */
	const rows = (items: object[]): WorkflowNode => ({
		name: 'Rows',
		type: 'n8n-nodes-base.code',
		typeVersion: 2,
		position: [220, 0],
		parameters: { jsCode: `return ${JSON.stringify(items.map((json) => ({ json })))};` },
	});

	const sendNode = (): WorkflowNode => ({
		name: SEND,
		type: 'n8n-nodes-wago.wago',
		typeVersion: 1,
		position: [440, 0],
		parameters: {
			resource: 'message',
			operation: 'sendText',
			recipient: { __rl: true, mode: 'phone', value: '={{ $json.phone }}' },
			text: '={{ $json.phone }}',
		},
		credentials: { wagoApi: credential },
		onError: 'continueRegularOutput',
	});

	/** What the node puts out for the rows. */
	async function send(items: object[]): Promise<Array<Record<string, unknown>>> {
		const nodes = [start, rows(items), sendNode()];
		const workflow = await bed.n8n.createWorkflow({
			name: `credentials ${randomUUID()}`,
			nodes,
			connections: inSequence(nodes),
		});
		await bed.n8n.runFrom(workflow, START);
		const [{ id }] = await bed.n8n.waitForExecutions(workflow.id, 1);
		const { runData, error } = (await bed.n8n.execution(id)).data.resultData;
		expect(error).toBeUndefined();
		return (runData[SEND][0].data?.main[0] ?? []).map(({ json }) => json);
	}

	const recipients = async ({ token }: Session) =>
		(await bed.simulator.sent(token)).map(({ body }) => body.Phone);

	it('sends each item from the account whose token it has', async () => {
		const [one, other] = sessions;
		const output = await send([
			{ token: one.token, phone: '15550100001' },
			{ token: other.token, phone: '15550100002' },
			{ token: 'nobody', phone: '15550100003' },
			{ token: null, phone: '15550100004' },
			{ token: 12345, phone: '15550100005' },
			{ token: one.token, phone: '15550100006' },
		]);
		expect(await recipients(one)).toEqual(['15550100001', '15550100006']);
		expect(await recipients(other)).toEqual(['15550100002']);
		expect(output.map(({ recipient, error }) => recipient ?? error)).toEqual([
			'15550100001',
			'15550100002',
			expect.stringContaining('WaGo does not know this token'),
			expect.stringContaining("'Token' of the credential is empty: check its expression"),
			expect.stringContaining('WaGo does not know this token'),
			'15550100006',
		]);
	});
});

describe('The test of a credential in a real n8n', () => {
	it.each([
		['a WaGo', ({ simulatorUrl }: Testbed) => simulatorUrl, /^Connection successful!$/],
		[
			'an address without a protocol',
			({ simulatorUrl }: Testbed) => simulatorUrl.replace('http://', ''),
			/^Connection successful!$/,
		],
		['a web page', ({ n8nUrl }: Testbed) => n8nUrl, /^The answer is not from WaGo\. .*'Base URL'/],
		[
			'a path that is not there',
			({ simulatorUrl }: Testbed) => `${simulatorUrl}/elsewhere`,
			/^The server has no such route\. .*'Base URL'/,
		],
	])('says what answers: %s', async (_, addressOf, message) => {
		const bed = await testbed();
		const { credential, token } = await newSession(bed);
		const data = { baseUrl: addressOf(bed), token, ignoreSslIssues: false };
		expect((await bed.n8n.testCredential(credential, data)).message).toMatch(message);
	});
});
