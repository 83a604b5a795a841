/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { randomUUID } from 'crypto';

import { SimulatorClient } from '../../scripts/lib/simulator';
import type { Owner, SavedCredential, SavedWorkflow, WorkflowNode } from '../../scripts/n8n/client';
import { N8nClient } from '../../scripts/n8n/client';
import type { N8nOptions } from '../../scripts/n8n/server';
import { N8nServer } from '../../scripts/n8n/server';

/** What the global set-up started, handed to the test files as JSON in the environment. */
export interface TestbedAddresses {
	n8nUrl: string;
	/** n8n's own folder: database, logs, stored files. */
	userFolder: string;
	simulatorUrl: string;
	/** The unpacked tarball. */
	packageFolder: string;
}

export const ADDRESSES_VARIABLE = 'WAGO_TESTBED';

export const OWNER: Owner = {
	email: 'owner@example.com',
	password: 'Testbed-2026',
	firstName: 'Test',
	lastName: 'Bed',
};

export interface Testbed extends TestbedAddresses {
	n8n: N8nClient;
	simulator: SimulatorClient;
}

export interface Session {
	token: string;
	credential: SavedCredential;
}

export interface Flow extends Session {
	workflow: SavedWorkflow;
}

/** The n8n and the simulator that all test files share, with n8n's owner logged in. */
export async function testbed(): Promise<Testbed> {
	const addresses = JSON.parse(process.env[ADDRESSES_VARIABLE] ?? '{}') as TestbedAddresses;
	const n8n = new N8nClient(addresses.n8nUrl);
	await n8n.logIn(OWNER);
	return { ...addresses, n8n, simulator: new SimulatorClient(addresses.simulatorUrl) };
}

/** Another n8n with the package, for tests that restart or kill it; its caller disposes of it. */
export async function startOwnN8n(
	{ packageFolder }: TestbedAddresses,
	options: N8nOptions = {},
): Promise<{ server: N8nServer; client: N8nClient }> {
	const server = await N8nServer.start({ packages: [packageFolder], ...options });
	const client = new N8nClient(server.url);
	await client.setUpOwner(OWNER);
	return { server, client };
}

/** A logged-in session of its own and n8n's credential for it. */
export async function newSession({ n8n, simulator, simulatorUrl }: Testbed): Promise<Session> {
	// The token is nowhere in a name, since tests look for it where it must not be.
	const name = `session-${randomUUID()}`;
	const token = `secret-${randomUUID()}`;
	await simulator.logInSession(name, token);
	const credential = await n8n.createCredential(name, 'wagoApi', { baseUrl: simulatorUrl, token });
	return { token, credential };
}

/** A session and an active workflow: a trigger, and what follows it. */
export async function activeFlow(
	bed: Testbed,
	makeNodes: (credential: SavedCredential) => WorkflowNode[],
): Promise<Flow> {
	const session = await newSession(bed);
	const nodes = makeNodes(session.credential);
	const connections = inSequence(nodes);
	const workflow = await bed.n8n.createWorkflow({
		name: session.credential.name,
		nodes,
		connections,
	});
	await bed.n8n.activate(workflow.id);
	return { ...session, workflow };
}

/** A workflow's connections when its nodes follow one another. */
export function inSequence(nodes: WorkflowNode[]): Record<string, unknown> {
	const pairs = nodes
		.slice(1)
		.map((node, index) => [
			nodes[index].name,
			{ main: [[{ node: node.name, type: 'main', index: 0 }]] },
		]);
	return Object.fromEntries(pairs) as Record<string, unknown>;
}

/** A WaGo Trigger. */
export function triggerNode(
	credential: SavedCredential,
	parameters: Record<string, unknown> = {},
): WorkflowNode {
	return {
		id: randomUUID(),
		name: 'WaGo Trigger',
		type: 'n8n-nodes-wago.wagoTrigger',
		typeVersion: 1,
		position: [0, 0],
		webhookId: randomUUID(),
		parameters,
		credentials: { wagoApi: credential },
	};
}

/** A WaGo node with one of the message operations, to whom the trigger's message came from. */
export function messageNode(
	credential: SavedCredential,
	operation: string,
	parameters: Record<string, unknown> = {},
): WorkflowNode {
	return {
		id: randomUUID(),
		name: `WaGo ${operation}`,
		type: 'n8n-nodes-wago.wago',
		typeVersion: 1,
		position: [220, 0],
		parameters: {
			resource: 'message',
			operation,
			recipient: { __rl: true, mode: 'id', value: '={{ $json.replyTo }}' },
			...parameters,
		},
		credentials: { wagoApi: credential },
	};
}
