import type { IDataObject, INodeExecutionData, INodeParameters, IRun } from 'n8n-workflow';

import { Wago } from '../../nodes/Wago/Wago.node';
import type { Simulator, SimulatorOptions } from '../../simulator/server';
import { startSimulator } from '../../simulator/server';
import { DEFAULT_ADMIN_TOKEN, DEMO_TOKEN, type ApiRequest } from '../../simulator/state';
import { Harness, outputOf, testNode } from '../integration/harness';

const NODE = 'WaGo';

/** The action node in n8n's engine in front of a simulator: what one operation sends, and what it makes of the answer. */
export class WagoBench {
	private readonly harness: Harness;

	private constructor(readonly simulator: Simulator) {
		this.harness = new Harness({
			nodeTypes: { wago: new Wago() },
			credentials: {
				wagoApi: { baseUrl: simulator.url, token: DEMO_TOKEN },
				wagoAdminApi: { baseUrl: simulator.url, adminToken: DEFAULT_ADMIN_TOKEN },
			},
		});
	}

	/** With the demo's session logged in. */
	static async start(options: SimulatorOptions = {}): Promise<WagoBench> {
		const bench = new WagoBench(await startSimulator({ port: 0, ...options }));
		bench.login();
		return bench;
	}

	get session() {
		return this.simulator.state.session(DEMO_TOKEN);
	}

	/** The simulator as new, logged in. */
	reset(): void {
		this.simulator.state.reset();
		this.login();
	}

	async stop(): Promise<void> {
		await this.simulator.stop();
	}

	async runNode(
		parameters: INodeParameters,
		items: INodeExecutionData[] = [{ json: {} }],
	): Promise<IRun> {
		return await this.harness.runWorkflow({
			nodes: [testNode({ type: 'wago', name: NODE }, parameters)],
			startNode: NODE,
			items,
		});
	}

	/** The items that one run puts out; throws the node's error. */
	async items(
		parameters: INodeParameters,
		items?: INodeExecutionData[],
	): Promise<INodeExecutionData[]> {
		return outputOf(await this.runNode(parameters, items), NODE);
	}

	/** What the user reads where the node fails. Throws where it succeeds. */
	async failure(parameters: INodeParameters, input: IDataObject = {}) {
		const run = await this.runNode(parameters, [{ json: input }]);
		const { error } = run.data.resultData;
		if (!error) throw new Error('The node has not failed');
		return { message: error.message, description: error.description };
	}

	/** {@link items} without their files. */
	async run(parameters: INodeParameters, input: IDataObject = {}): Promise<IDataObject[]> {
		return (await this.items(parameters, [{ json: input }])).map(({ json }) => json);
	}

	/** The requests that WaGo has got, without those of its own phone. */
	get requests(): readonly ApiRequest[] {
		return this.simulator.state.requests.list();
	}

	/** Method, path and body of the last request. */
	get lastRequest(): Pick<ApiRequest, 'method' | 'path' | 'body'> {
		const last = this.requests[this.requests.length - 1];
		if (!last) throw new Error('WaGo got no request');
		const { method, path, body } = last;
		return { method, path, body };
	}

	private login(): void {
		this.session.connect([], this.simulator.state.settings);
		this.session.scan(this.simulator.state.settings);
	}
}
