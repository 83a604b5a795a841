/* eslint-disable @n8n/community-nodes/require-node-api-error */
import type { IDataObject, INodeParameters, Workflow } from 'n8n-workflow';

import { knownMemoryOf, memoryOf } from '../../../nodes/WagoTrigger/deduplication';
import { WagoTrigger } from '../../../nodes/WagoTrigger/WagoTrigger.node';
import {
	forgetPublished,
	publishedTriggers,
} from '../../../nodes/shared/webhook/publishedTriggers';
import { markAsTest } from '../../../nodes/shared/webhook/webhookUrl';
import { startSimulator, type Simulator } from '../../../simulator/server';
import { Harness, testNode } from '../harness';

const TOKEN = 'demo-token';
const WEBHOOK_ID = '6f1dfd36-8f5c-4b64-9f4e-0d3a1c5e7b21';
const PRODUCTION = `http://n8n.test:5678/webhook/${WEBHOOK_ID}/webhook`;
const TEST = `http://n8n.test:5678/webhook-test/${WEBHOOK_ID}/webhook`;
const FOREIGN = 'https://other.example.com/hook?key=theirs';

type Hook = 'checkExists' | 'create' | 'delete';
type HookOptions = Parameters<Harness['hookContext']>[2];

const LISTENING: HookOptions = { mode: 'manual', activation: 'manual', isTest: true };
/** n8n ends a test listening with these, like every removal. */
const LISTENING_ENDS: HookOptions = { mode: 'internal', activation: 'update', isTest: true };
const DEACTIVATION: HookOptions = { mode: 'internal', activation: 'update' };

let simulator: Simulator;
let trigger: WagoTrigger;
let harness: Harness;
let production: Workflow;
/** A new one for each test, since a process remembers what it has registered. */
let nodeId: string;
let count = 0;

beforeEach(async () => {
	simulator = await startSimulator({ port: 0 });
	nodeId = `node-${++count}`;
	trigger = new WagoTrigger();
	const credentials = { wagoApi: { baseUrl: simulator.url, token: TOKEN } };
	harness = new Harness({ nodeTypes: { wagoTrigger: trigger }, credentials });
	production = workflowWith();
	session().scan(simulator.state.settings);
	session().events = ['Message'];
});

afterEach(async () => {
	await simulator.stop();
});

function session() {
	return simulator.state.session(TOKEN);
}

function workflowWith(parameters: INodeParameters = {}, staticData?: IDataObject): Workflow {
	const node = testNode(
		{ type: 'wagoTrigger', name: 'WaGo Trigger', id: nodeId, webhookId: WEBHOOK_ID },
		parameters,
	);
	return harness.workflow({ nodes: [node], staticData });
}

async function hook(name: Hook, workflow: Workflow, options?: HookOptions): Promise<boolean> {
	const context = harness.hookContext(workflow, 'WaGo Trigger', options);
	return await trigger.webhookMethods.default[name].call(context);
}

/** What n8n does at activation: look, and create where something is amiss; on failure, delete. */
async function activate(workflow: Workflow, options?: HookOptions): Promise<void> {
	try {
		if (!(await hook('checkExists', workflow, options))) await hook('create', workflow, options);
	} catch (error) {
		await hook('delete', workflow, options?.isTest ? LISTENING_ENDS : DEACTIVATION);
		throw error;
	}
}

/** How often the session was connected or disconnected: each time, messages may be missed. */
function countInterruptions(): () => number {
	let interruptions = 0;
	const target = session();
	const { connect, disconnect } = target;
	target.connect = (...args) => (interruptions++, connect.apply(target, args));
	target.disconnect = () => (interruptions++, disconnect.apply(target));
	return () => interruptions;
}

describe('activation', () => {
	it('registers the URL with a secret part and finds everything in order afterwards', async () => {
		await activate(production);
		expect(session().webhook).toMatch(new RegExp(`^${PRODUCTION}\\?secret=[0-9a-f]{32}$`));
		expect(await hook('checkExists', production)).toBe(true);
		expect(JSON.stringify(production.staticData)).not.toContain(TOKEN);
	});

	it('does not interrupt a session that has what is wanted', async () => {
		const interruptions = countInterruptions();
		await activate(production);
		expect(interruptions()).toBe(0);
	});

	it('subscribes to what is missing, on top of what is there', async () => {
		await activate(workflowWith({ events: ['Message', 'Call'] }));
		expect(session().events).toEqual(['Message', 'Call']);
		expect(session().loggedIn).toBe(true);
	});

	it('is content with All', async () => {
		session().events = ['All'];
		const interruptions = countInterruptions();
		await activate(workflowWith({ events: ['Message', 'Call'] }));
		expect(interruptions()).toBe(0);
	});

	it('leaves the subscription alone when told so', async () => {
		const interruptions = countInterruptions();
		await activate(workflowWith({ events: ['Call'], options: { manageSubscription: false } }));
		expect(interruptions()).toBe(0);
		expect(session().events).toEqual(['Message']);
	});

	it('connects a session that is not connected', async () => {
		session().disconnect();
		await activate(production);
		expect(session().connected).toBe(true);
		expect(session().events).toEqual(['Message']);
	});

	it('brings an interrupted session back when WaGo refuses at first', async () => {
		simulator.state.faults.add({ path: '/session/connect', status: 500, count: 2 });
		await activate(workflowWith({ events: ['Call'] }));
		expect(session().connected).toBe(true);
	});

	it('takes the address of the option', async () => {
		await activate(workflowWith({ options: { webhookBaseUrl: ' http://n8n:5678/prefix/ ' } }));
		expect(session().webhook).toContain(`http://n8n:5678/prefix/webhook/${WEBHOOK_ID}/webhook?`);
	});

	it.each([
		['an address that is none', { options: { webhookBaseUrl: 'n8n:5678' } }, /is not an address/],
		['a pattern that is none', { filters: { textMatches: '(' } }, /Text Matches/],
		['a sender that is none', { filters: { senders: 'Bob' } }, /neither a phone number nor a JID/],
		['a token that WaGo does not know', {}, /does not know this token/],
	])('fails with clear words for %s', async (_name, parameters, message) => {
		session().webhook = FOREIGN;
		if (String(message).includes('token')) simulator.state.sessions.delete(TOKEN);
		const failure = activate(workflowWith(parameters as INodeParameters));
		await expect(failure).rejects.toThrow(message);
		// n8n stops trying to activate a workflow whose failure has this word.
		await expect(failure).rejects.not.toThrow('Authorization');
		if (simulator.state.sessions.has(TOKEN)) expect(session().webhook).toBe(FOREIGN);
	});
});

describe('a webhook of somebody else', () => {
	it('is given back on deactivation', async () => {
		session().webhook = FOREIGN;
		await activate(production);
		expect(session().webhook).toContain(PRODUCTION);
		await hook('delete', production, DEACTIVATION);
		expect(session().webhook).toBe(FOREIGN);
	});

	it('is given back with its subscription', async () => {
		session().webhook = FOREIGN;
		const workflow = workflowWith({ events: ['Call'] });
		await activate(workflow);
		expect(session().events).toEqual(['Message', 'Call']);
		await hook('delete', workflow, DEACTIVATION);
		expect(session().events).toEqual(['Message']);
	});

	it('is given back connected and with its subscription when the activation fails between the two', async () => {
		session().webhook = FOREIGN;
		simulator.state.faults.add({ path: '/session/connect', status: 500, count: 4 });
		await expect(activate(workflowWith({ events: ['Call'] }))).rejects.toThrow();
		expect(session().webhook).toBe(FOREIGN);
		expect(session().connected).toBe(true);
		expect(session().events).toEqual(['Message']);
	});

	it('is given back also where its subscription cannot be', async () => {
		session().webhook = FOREIGN;
		const workflow = workflowWith({ events: ['Call'] });
		await activate(workflow);
		simulator.state.faults.add({ path: '/session/connect', status: 500, count: 10 });
		await hook('delete', workflow, DEACTIVATION);
		expect(session().webhook).toBe(FOREIGN);
		expect(workflow.staticData).not.toHaveProperty(['node:WaGo Trigger', 'registration']);
	});

	it('that has a field named test is given back like any other', async () => {
		session().webhook = `${FOREIGN}&test=1`;
		await activate(production);
		await hook('delete', production, DEACTIVATION);
		expect(session().webhook).toBe(`${FOREIGN}&test=1`);
	});

	it('is still known after a repair and a restart', async () => {
		session().webhook = FOREIGN;
		await activate(production);
		session().webhook = '';
		const restarted = workflowWith({}, JSON.parse(JSON.stringify(production.staticData)));
		await activate(restarted, { activation: 'init' });
		await hook('delete', restarted, DEACTIVATION);
		expect(session().webhook).toBe(FOREIGN);
	});

	it('is not given back when that is off', async () => {
		session().webhook = FOREIGN;
		const workflow = workflowWith({ options: { restorePreviousWebhook: false } });
		await activate(workflow);
		await hook('delete', workflow, DEACTIVATION);
		expect(session().webhook).toBe('');
	});

	it('is left alone on deactivation when it came later', async () => {
		await activate(production);
		session().webhook = FOREIGN;
		await hook('delete', production, DEACTIVATION);
		expect(session().webhook).toBe(FOREIGN);
	});

	it('survives an activation that fails half-way', async () => {
		session().webhook = FOREIGN;
		simulator.state.faults.add({ path: '/session/connect', status: 500, count: 10 });
		await expect(activate(workflowWith({ events: ['Call'] }))).rejects.toThrow();
		expect(session().webhook).toBe(FOREIGN);
	});

	it('survives an activation while WaGo does not answer', async () => {
		session().webhook = FOREIGN;
		simulator.state.faults.add({ path: '/webhook', status: 503, count: 10 });
		await expect(activate(production)).rejects.toThrow();
		expect(session().webhook).toBe(FOREIGN);
	});
});

describe('the subscription of a session without a webhook of somebody else', () => {
	it.each([
		['production', undefined, DEACTIVATION],
		['a test listening', LISTENING, LISTENING_ENDS],
	] as const)('stays as %s has made it', async (_name, begins, ends) => {
		const workflow = workflowWith({ events: ['Call'] });
		await activate(workflow, begins);
		const interruptions = countInterruptions();
		await hook('delete', workflow, ends);
		expect(interruptions()).toBe(0);
		expect(session()).toMatchObject({ webhook: '', events: ['Message', 'Call'] });
	});
});

describe('publishing a changed trigger', () => {
	/** What n8n does: the old version is taken down, and the new one set up, with the static data of the workflow. */
	async function publishChange(before: Workflow, parameters: INodeParameters): Promise<Workflow> {
		await hook('delete', before, DEACTIVATION);
		const after = workflowWith(parameters, JSON.parse(JSON.stringify(before.staticData)));
		await activate(after);
		return after;
	}

	it('interrupts nothing where no event is missing', async () => {
		const workflow = workflowWith({ events: ['Message', 'Call'] });
		await activate(workflow);
		const interruptions = countInterruptions();
		await publishChange(workflow, { events: ['Message', 'Call'], chatTypes: ['group'] });
		expect(interruptions()).toBe(0);
		expect(session().webhook).toContain(PRODUCTION);
	});

	it('reconnects once where one is', async () => {
		await activate(production);
		const interruptions = countInterruptions();
		await publishChange(production, { events: ['Message', 'Call'] });
		// A disconnection and a connection.
		expect(interruptions()).toBe(2);
		expect(session().events).toEqual(['Message', 'Call']);
	});

	it('takes the webhook within three requests, the first of which gives it up', async () => {
		await activate(production);
		const { requests } = simulator.state;
		const before = requests.list().length;
		await publishChange(production, { chatTypes: ['group'] });
		const paths = requests
			.list()
			.slice(before)
			.map(({ method, path }) => `${method} ${path}`);
		const [given, taken] = paths.flatMap((path, at) => (path === 'POST /webhook' ? [at] : []));
		expect(taken - given).toBeLessThanOrEqual(3);
	});

	it('knows who was before it, as often as it is published', async () => {
		session().webhook = FOREIGN;
		await activate(production);
		const second = await publishChange(production, { chatTypes: ['group'] });
		const third = await publishChange(second, { chatTypes: ['private'] });
		await hook('delete', third, DEACTIVATION);
		expect(session().webhook).toBe(FOREIGN);
	});
});

describe('two triggers of one session', () => {
	let other: Workflow;
	beforeEach(() => {
		const node = {
			type: 'wagoTrigger',
			name: 'WaGo Trigger',
			id: `${nodeId}-b`,
			webhookId: 'other',
		};
		other = harness.workflow({ id: 'workflow-2', nodes: [testNode(node)] });
	});

	it.each([
		['the first', FOREIGN, FOREIGN],
		['nothing', '', ''],
	])('end with %s where there was %j', async (_name, before, after) => {
		session().webhook = before;
		await activate(production);
		await activate(other);
		await hook('delete', production, DEACTIVATION);
		expect(session().webhook).toContain('/webhook/other/webhook');
		await hook('delete', other, DEACTIVATION);
		expect(session().webhook).toBe(after);
	});

	it('give the webhook to the one that is still published', async () => {
		session().webhook = FOREIGN;
		await activate(production);
		await activate(other);
		await hook('delete', other, DEACTIVATION);
		expect(session().webhook).toContain(PRODUCTION);
		expect(await hook('checkExists', production)).toBe(true);
		await hook('delete', production, DEACTIVATION);
		expect(session().webhook).toBe(FOREIGN);
	});

	it('never end on one that is gone, whoever listened for a test meanwhile', async () => {
		await activate(production);
		await activate(other, LISTENING);
		await hook('delete', production, DEACTIVATION);
		await hook('delete', other, LISTENING_ENDS);
		expect(session().webhook).toBe('');
	});

	it('never end on one whose n8n is gone', async () => {
		session().webhook = FOREIGN;
		await activate(production);
		publishedTriggers({ baseUrl: simulator.url, token: TOKEN }).forEach(forgetPublished);
		await activate(other);
		await hook('delete', other, DEACTIVATION);
		expect(session().webhook).toBe(FOREIGN);
	});
});

describe('a server that is busy', () => {
	it('is asked again', async () => {
		const body = { code: 500, error: 'database is locked (5) (SQLITE_BUSY)', success: false };
		for (const path of ['/webhook', '/session/status']) {
			simulator.state.faults.add({ path, status: 500, body, count: 2 });
		}
		await activate(production);
		expect(session().webhook).toContain(PRODUCTION);
	});
});

describe('test listening', () => {
	it('takes the webhook and gives production back', async () => {
		await activate(production);
		const before = session().webhook;
		const test = workflowWith();
		await activate(test, LISTENING);
		expect(session().webhook).toContain(TEST);
		await hook('delete', test, LISTENING_ENDS);
		expect(session().webhook).toBe(before);
	});

	it('gives production back also when others are not to be restored', async () => {
		const parameters = { options: { restorePreviousWebhook: false } };
		await activate(workflowWith(parameters));
		const before = session().webhook;
		const test = workflowWith(parameters);
		await activate(test, LISTENING);
		await hook('delete', test, LISTENING_ENDS);
		expect(session().webhook).toBe(before);
	});

	it('that was killed is repaired by the next activation', async () => {
		session().webhook = FOREIGN;
		await activate(production);
		await activate(workflowWith(), LISTENING);
		const restarted = workflowWith({}, JSON.parse(JSON.stringify(production.staticData)));
		await activate(restarted, { activation: 'init' });
		expect(session().webhook).toContain(PRODUCTION);
		await hook('delete', restarted, DEACTIVATION);
		expect(session().webhook).toBe(FOREIGN);
	});

	it('that was killed is repaired by the next listening, which knows what was before', async () => {
		await activate(production);
		const before = session().webhook;
		await activate(workflowWith(), LISTENING);
		const again = workflowWith();
		await activate(again, LISTENING);
		await hook('delete', again, LISTENING_ENDS);
		expect(session().webhook).toBe(before);
	});

	it('gives a webhook of somebody else back, also after it was killed', async () => {
		session().webhook = FOREIGN;
		await activate(workflowWith(), LISTENING);
		expect(session().webhook).not.toContain('other.example.com');
		const again = workflowWith();
		await activate(again, LISTENING);
		await hook('delete', again, LISTENING_ENDS);
		expect(session().webhook).toBe(FOREIGN);
	});

	it('of another workflow is never taken for something to give back', async () => {
		const other = harness.workflow({
			nodes: [
				testNode({ type: 'wagoTrigger', name: 'WaGo Trigger', id: 'other', webhookId: 'other-id' }),
			],
		});
		session().webhook = FOREIGN;
		await activate(other, LISTENING);
		await activate(production);
		await hook('delete', production, DEACTIVATION);
		expect(session().webhook).toBe(FOREIGN);
	});

	it('does not bring back a production that ended meanwhile', async () => {
		session().webhook = FOREIGN;
		await activate(production);
		const test = workflowWith();
		await activate(test, LISTENING);
		await hook('delete', production, DEACTIVATION);
		expect(session().webhook).toContain(TEST);
		await hook('delete', test, LISTENING_ENDS);
		expect(session().webhook).toBe(FOREIGN);
	});

	it('that began before production leaves production alone when it ends, and so does the next', async () => {
		const test = workflowWith();
		await activate(test, LISTENING);
		await activate(production);
		const published = session().webhook;
		expect(published).toContain(PRODUCTION);
		await hook('delete', test, LISTENING_ENDS);
		expect(session().webhook).toBe(published);
		const again = workflowWith();
		await activate(again, LISTENING);
		await hook('delete', again, LISTENING_ENDS);
		expect(session().webhook).toBe(published);
	});

	it('is never what production is taken for: its URL with the mark of a test is repaired', async () => {
		await activate(production);
		const published = session().webhook;
		session().webhook = markAsTest(published, '', TOKEN);
		await activate(production, { activation: 'init' });
		expect(session().webhook).toBe(published);
	});

	it('ends quietly when WaGo is gone', async () => {
		const test = workflowWith();
		await activate(test, LISTENING);
		await simulator.stop();
		await expect(hook('delete', test, LISTENING_ENDS)).resolves.toBe(true);
	});
});

describe('while WaGo does not answer', () => {
	it.each(['init', 'leadershipChange'] as const)(
		'a start of n8n (%s) keeps the route of what was registered',
		async (activation) => {
			await activate(production);
			await simulator.stop();
			expect(await hook('checkExists', production, { activation })).toBe(true);
		},
	);

	it('a start of n8n fails for what was never registered', async () => {
		await simulator.stop();
		await expect(hook('checkExists', production, { activation: 'init' })).rejects.toThrow(
			'Nothing answers',
		);
	});

	it('an activation fails', async () => {
		await activate(production);
		await simulator.stop();
		await expect(hook('checkExists', production)).rejects.toThrow('Nothing answers');
	});

	it('a deactivation fails, so that n8n keeps the route', async () => {
		await activate(production);
		await simulator.stop();
		await expect(hook('delete', production, DEACTIVATION)).rejects.toThrow('Nothing answers');
	});
});

describe('the check at a start of n8n', () => {
	it.each([
		['a webhook that is gone', () => void (session().webhook = '')],
		['a webhook with another secret', () => void (session().webhook = `${PRODUCTION}?secret=x`)],
		['events that are gone', () => void (session().events = ['Call'])],
		['events that are stored, but not in force', () => void (session().isMuted = true)],
		['a session that is not connected', () => session().disconnect()],
	])('repairs %s', async (_name, breakIt) => {
		await activate(production);
		breakIt();
		expect(await hook('checkExists', production, { activation: 'init' })).toBe(false);
		await activate(production, { activation: 'init' });
		expect(await hook('checkExists', production, { activation: 'init' })).toBe(true);
		expect(session().connected).toBe(true);
	});
});

describe('static data that a delivery has put out of the database', () => {
	it('is not needed to give a webhook of somebody else back', async () => {
		session().webhook = FOREIGN;
		await activate(production);
		await hook('delete', workflowWith(), DEACTIVATION);
		expect(session().webhook).toBe(FOREIGN);
	});
});

describe('what the process remembers of a trigger', () => {
	const keyOf = (mode: string) => ['workflow-1', nodeId, mode].join('|');

	it('is freed when the workflow is unpublished, and what was not written is handed over', async () => {
		await activate(production);
		const memory = memoryOf(keyOf('production'));
		memory.confirm(memory.claim([{ key: 'seen last' }], 3_600_000));
		await hook('delete', production, DEACTIVATION);
		expect(knownMemoryOf(keyOf('production'))).toBeUndefined();
		const { seen } = production.staticData['node:WaGo Trigger'] as { seen: IDataObject };
		expect(Object.values(seen).join('')).toHaveLength(11);
	});

	it("of production stays when a test listening ends, which frees the listening's", async () => {
		await activate(production);
		const memory = memoryOf(keyOf('production'));
		const listening = workflowWith();
		await activate(listening, LISTENING);
		memoryOf(keyOf('test'));
		await hook('delete', listening, LISTENING_ENDS);
		expect(knownMemoryOf(keyOf('test'))).toBeUndefined();
		expect(knownMemoryOf(keyOf('production'))).toBe(memory);
	});
});
