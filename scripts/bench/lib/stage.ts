/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { randomUUID } from 'crypto';
import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';

import { projectRoot } from '../../lib/paths';
import { step } from '../../lib/progress';
import { prepareSimulator, SimulatorClient } from '../../lib/simulator';
import type { Owner, SavedCredential, WorkflowDefinition, WorkflowNode } from '../../n8n/client';
import { N8nClient } from '../../n8n/client';
import { pack, type Packed } from '../../n8n/pack';
import { N8nServer } from '../../n8n/server';

export type Engine = 'default' | 'legacy';

const OWNER: Owner = {
	email: 'owner@example.com',
	password: 'Benchmark-2026',
	firstName: 'Bench',
	lastName: 'Mark',
};

/** Triggers to compare with; see their files. */
const COMPARISON = join(projectRoot, 'scripts/bench/comparison');

export interface Session {
	readonly token: string;
	readonly credential: SavedCredential;
}

/** A real n8n with the packed package, the triggers to compare with, and a WaGo simulator. */
export class Stage {
	private constructor(
		readonly server: N8nServer,
		readonly n8n: N8nClient,
		readonly simulator: SimulatorClient,
	) {}

	static async open(
		packed: Packed,
		simulator: SimulatorClient,
		env: Record<string, string> = {},
	): Promise<Stage> {
		const server = await N8nServer.start({
			packages: [packed.unpacked, COMPARISON],
			env: { EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none', N8N_LOG_LEVEL: 'warn', ...env },
		});
		const n8n = new N8nClient(server.url);
		await n8n.setUpOwner(OWNER);
		return new Stage(server, n8n, simulator);
	}

	async newSession(): Promise<Session> {
		const token = `bench-${randomUUID()}`;
		await this.simulator.logInSession(token, token);
		const data = { baseUrl: this.simulator.url, token };
		return { token, credential: await this.n8n.createCredential(token, 'wagoApi', data) };
	}

	/** The address of an active workflow that consists of the WaGo Trigger. */
	async wagoTrigger(
		{ token, credential }: Session,
		parameters: Record<string, unknown> = {},
	): Promise<string> {
		await this.activate([nodeOf('n8n-nodes-wago.wagoTrigger', parameters, credential)]);
		return await this.simulator.webhook(token);
	}

	/** The address of an active workflow that consists of one of the triggers to compare with. */
	async comparisonTrigger(
		name: string,
		{ credential }: Session,
		parameters: Record<string, unknown> = {},
	): Promise<string> {
		const node = nodeOf(`n8n-nodes-wagobench.${name}`, parameters, credential);
		await this.activate([node]);
		return `${this.server.url}/webhook/${node.webhookId}/webhook`;
	}

	/** The address of an active workflow that consists of n8n's own Webhook node. */
	async webhookNode(): Promise<string> {
		const path = randomUUID();
		const parameters = { httpMethod: 'POST', path, options: {} };
		await this.activate([{ ...nodeOf('n8n-nodes-base.webhook', parameters), typeVersion: 2.1 }]);
		return `${this.server.url}/webhook/${path}`;
	}

	private async activate(nodes: WorkflowNode[]): Promise<void> {
		const workflow: WorkflowDefinition = { name: nodes[0].type, nodes, connections: {} };
		const { id } = await this.n8n.createWorkflow(workflow);
		await this.n8n.activate(id);
	}
}

/** A node, named after its type. */
export function nodeOf(
	type: string,
	parameters: Record<string, unknown>,
	credential?: SavedCredential,
): WorkflowNode {
	return {
		id: randomUUID(),
		name: type.split('.')[1],
		type,
		typeVersion: 1,
		position: [0, 0],
		webhookId: randomUUID(),
		parameters,
		credentials: credential && { wagoApi: credential },
	};
}

/** The stages of one run: each engine's is opened when it is first asked for, and serves all figures. */
export class Stages {
	private readonly opened = new Map<Engine, Promise<Stage>>();

	private readonly undo: Array<() => Promise<void>> = [];

	private prepared?: Promise<[Packed, SimulatorClient]>;

	async get(engine: Engine): Promise<Stage> {
		const env: Record<string, string> =
			engine === 'legacy' ? { N8N_EXPRESSION_ENGINE: 'legacy' } : {};
		const stage = this.opened.get(engine) ?? this.open(`${engine} expression engine`, env);
		this.opened.set(engine, stage);
		return await stage;
	}

	/** A stage for one figure only. */
	async open(label: string, env: Record<string, string>): Promise<Stage> {
		this.prepared ??= this.prepare();
		const [packed, simulator] = await this.prepared;
		const stage = await step(
			`Starting n8n (${label})`,
			async () => await Stage.open(packed, simulator, env),
		);
		this.undo.push(async () => await stage.server.dispose());
		return stage;
	}

	async dispose(): Promise<void> {
		for (const undo of this.undo.reverse()) await undo();
	}

	private async prepare(): Promise<[Packed, SimulatorClient]> {
		const directory = await mkdtemp(join(tmpdir(), 'wago-bench-'));
		this.undo.push(async () => await rm(directory, { recursive: true, force: true }));
		const packed = await step('Packing the package', async () => await pack(directory));
		const { service, url } = await prepareSimulator(join(directory, 'simulator.log'));
		await step('Starting the WaGo simulator', async () => await service.start());
		this.undo.push(async () => await service.stop());
		return [packed, new SimulatorClient(url)];
	}
}
