import './environment';

import { ExecuteContext, RoutingNode } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	INodeExecutionData,
	INodeType,
} from 'n8n-workflow';
import { createRunExecutionData } from 'n8n-workflow';

import { WagoAdminApi } from '../../credentials/WagoAdminApi.credentials';
import { WagoApi } from '../../credentials/WagoApi.credentials';
import { Harness, testNode } from './harness';

const TESTS: Record<string, ICredentialTestRequest> = {
	wagoApi: new WagoApi().test,
	wagoAdminApi: new WagoAdminApi().test,
};

interface Failure extends Error {
	cause?: { code?: string; response?: { status: number; statusText: string } };
}

/** Tests a credential as n8n's button does: its request in the engine, then the rules. 'OK', or what the user reads. */
export async function testCredential(
	type: 'wagoApi' | 'wagoAdminApi',
	data: ICredentialDataDecryptedObject,
): Promise<string> {
	const { request, rules = [] } = TESTS[type];
	const nodeType = requestingNode(type, request);
	const harness = new Harness({ nodeTypes: { probe: nodeType }, credentials: { [type]: data } });
	const node = testNode({ type: 'probe' });
	const context = new ExecuteContext(
		harness.workflow({ nodes: [node] }),
		node,
		harness.additionalData(),
		'internal',
		createRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	const credential = { id: '1', name: 'Under test', type, data };
	let response: INodeExecutionData[][] | null | undefined;
	try {
		response = await new RoutingNode(context, nodeType, credential).runNode();
	} catch (error) {
		return failureText(error as Failure, rules);
	}
	// A web page comes as text, whose characters a rule can look at.
	const json = Object(response?.[0][0].json) as Record<string, unknown>;
	const broken = rules.find(
		(rule) =>
			rule.type === 'responseSuccessBody' && json[rule.properties.key] === rule.properties.value,
	);
	return broken ? broken.properties.message : 'OK';
}

function failureText({ cause, message }: Failure, rules: ICredentialTestRequest['rules']): string {
	const status = cause?.response?.status;
	const rule = rules?.find(
		({ type, properties }) => type === 'responseCode' && properties.value === status,
	);
	return rule?.properties.message ?? cause?.response?.statusText ?? cause?.code ?? message;
}

function requestingNode(type: string, request: ICredentialTestRequest['request']): INodeType {
	return {
		description: {
			displayName: 'Probe',
			name: 'probe',
			group: ['transform'],
			version: 1,
			description: '',
			defaults: {},
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: type, required: true }],
			properties: [
				{ displayName: 'Temp', name: 'temp', type: 'string', default: '', routing: { request } },
			],
		},
	};
}
