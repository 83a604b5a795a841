import type { IExecuteFunctions, INodeType, NodeApiError } from 'n8n-workflow';

import type { WagoReply } from '../../../nodes/shared/api/envelope';
import { askWago, callWago, type WagoRequest } from '../../../nodes/shared/api/request';
import { Harness, outputOf, testNode } from '../harness';

interface Credential {
	baseUrl: string;
	token: string;
	ignoreSslIssues?: boolean;
}

/** What a node gets that sends one request with n8n's own HTTP functions. */
export async function askInEngine(
	credential: Credential,
	request: WagoRequest,
): Promise<WagoReply | undefined> {
	return await inEngine(credential, async (context) => await askWago(context, 'wagoApi', request));
}

/** The error of a node that sends one request for an item. */
export async function callInEngine(
	credential: Credential,
	request: WagoRequest,
	itemIndex: number,
): Promise<NodeApiError | undefined> {
	return await inEngine(credential, async (context) => {
		const outcome: unknown = await callWago(context, 'wagoApi', request, itemIndex).catch(
			(error: NodeApiError) => error,
		);
		return outcome as NodeApiError;
	});
}

async function inEngine<Result>(
	credential: Credential,
	act: (context: IExecuteFunctions) => Promise<Result>,
): Promise<Result | undefined> {
	let result: Result | undefined;
	const probe: INodeType = {
		description: {
			displayName: 'Probe',
			name: 'probe',
			group: ['transform'],
			version: 1,
			description: '',
			defaults: {},
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: 'wagoApi', required: true }],
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			result = await act(this);
			return [this.getInputData()];
		},
	};
	const harness = new Harness({
		nodeTypes: { probe },
		credentials: { wagoApi: { ...credential } },
	});
	const run = await harness.runWorkflow({
		nodes: [testNode({ type: 'probe' })],
		startNode: 'probe',
		items: [{ json: {} }],
	});
	outputOf(run, 'probe');
	return result;
}
