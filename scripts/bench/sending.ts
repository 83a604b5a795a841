import { waitFor } from '../lib/wait';
import type { Execution, WorkflowNode } from '../n8n/client';
import type { Figure } from './lib/figure';
import { alternate, median, ratioOf } from './lib/rounds';
import { nodeOf, type Session, type Stage } from './lib/stage';

const TEXTS = 1_000;
const ROUNDS = 3;
/** Milliseconds that one run may take. */
const TIME_LIMIT = 180_000;

const RECIPIENT = '15550100002';

const start: WorkflowNode = nodeOf('n8n-nodes-base.manualTrigger', {});

const texts: WorkflowNode = {
	...nodeOf('n8n-nodes-base.code', {
		jsCode: `return Array.from({ length: ${TEXTS} }, (_, index) => ({ json: { text: 'Message ' + index } }));`,
	}),
	typeVersion: 2,
};

const loop: WorkflowNode = {
	...nodeOf('n8n-nodes-base.splitInBatches', { batchSize: 1, options: {} }),
	typeVersion: 3,
};

const wagoNode = ({ credential }: Session): WorkflowNode =>
	nodeOf(
		'n8n-nodes-wago.wago',
		{
			resource: 'message',
			operation: 'sendText',
			recipient: { __rl: true, mode: 'phone', value: RECIPIENT },
			text: '={{ $json.text }}',
		},
		credential,
	);

const httpNode = ({ credential }: Session, baseUrl: string): WorkflowNode => ({
	...nodeOf(
		'n8n-nodes-base.httpRequest',
		{
			method: 'POST',
			url: `${baseUrl}/send/text`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'wagoApi',
			sendBody: true,
			specifyBody: 'json',
			jsonBody: `={{ JSON.stringify({ Phone: '${RECIPIENT}', Body: $json.text }) }}`,
			options: {},
		},
		credential,
	),
	typeVersion: 4.2,
});

const to = (...nodes: WorkflowNode[]) =>
	nodes.map(({ name }) => [{ node: name, type: 'main', index: 0 }]);

/** Milliseconds from the start of a node's first run to the end of its last. */
function spanOf({ data }: Execution, { name }: WorkflowNode): number {
	const runs = data.resultData.runData[name] as unknown as Array<{
		startTime: number;
		executionTime: number;
	}>;
	const ends = runs.map(({ startTime, executionTime }) => startTime + executionTime);
	return Math.max(...ends) - runs[0].startTime;
}

/** Runs a workflow once that sends all texts; milliseconds that the sending node took. */
async function timeOf(
	stage: Stage,
	{ token }: Session,
	sender: WorkflowNode,
	isLooped: boolean,
): Promise<number> {
	const nodes = [start, texts, ...(isLooped ? [loop] : []), sender];
	const connections = {
		[start.name]: { main: to(texts) },
		[texts.name]: { main: to(isLooped ? loop : sender) },
		// The loop's first output is what comes when all is done.
		...(isLooped && {
			[loop.name]: { main: [[], ...to(sender)] },
			[sender.name]: { main: to(loop) },
		}),
	};
	const workflow = await stage.n8n.createWorkflow({ name: sender.name, nodes, connections });
	const before = (await stage.simulator.sent(token)).length;
	const { executionId } = await stage.n8n.runFrom(workflow, start.name);
	if (executionId === undefined) throw new Error('n8n has started nothing');
	await waitFor(
		`execution ${executionId}`,
		async () => {
			const [latest] = await stage.n8n.executions(workflow.id);
			return latest?.status === 'success' || latest?.status === 'error';
		},
		{ timeout: TIME_LIMIT, interval: 500 },
	);
	const execution = await stage.n8n.execution(executionId);
	const sent = (await stage.simulator.sent(token)).length - before;
	if (sent !== TEXTS) throw new Error(`${sent} of ${TEXTS} texts were sent`);
	return spanOf(execution, sender);
}

export const sending: Figure = {
	name: 'sending',
	title: `Sending ${TEXTS.toLocaleString('en')} texts`,
	async measure(stages) {
		const stage = await stages.get('default');
		const session = await stage.newSession();
		const http = httpNode(session, stage.simulator.url);
		const rounds = await alternate(ROUNDS, {
			wago: async () => await timeOf(stage, session, wagoNode(session), false),
			sequence: async () => await timeOf(stage, session, http, true),
			atOnce: async () => await timeOf(stage, session, http, false),
		});
		const row = { what: 'WaGo, one after the other', value: median(rounds.wago), unit: 'ms' };
		return {
			rows: [
				{
					...row,
					comparedTo: `HTTP Request in a loop, one after the other (${median(rounds.sequence).toFixed(0)} ms)`,
					ratio: ratioOf(rounds, 'wago', 'sequence'),
					aim: { atMost: 1.1 },
				},
				{
					...row,
					comparedTo: `HTTP Request, all at once and in any order (${median(rounds.atOnce).toFixed(0)} ms)`,
					ratio: ratioOf(rounds, 'wago', 'atOnce'),
				},
			],
		};
	},
};
