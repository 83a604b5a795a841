/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import './environment';

import {
	BinaryDataService,
	ExecutionLifecycleHooks,
	getAdditionalKeys,
	HookContext,
	WebhookContext,
	WorkflowExecute,
} from 'n8n-core';
import type {
	IBinaryData,
	IConnections,
	ICredentialDataDecryptedObject,
	ICredentialsExpressionResolveValues,
	ICredentialType,
	IDataObject,
	IExecuteData,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypes,
	IRun,
	IWebhookData,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { createRunExecutionData, ICredentialsHelper, Workflow } from 'n8n-workflow';

import { WagoAdminApi } from '../../credentials/WagoAdminApi.credentials';
import { WagoApi } from '../../credentials/WagoApi.credentials';

/**
 * n8n's own engine in this process, without its server and database: real contexts, expressions, HTTP
 * functions and binary store. `test/integration/webhookServer.ts` adds the way of a webhook request.
 */

/** What the nodes get as their credential, by type. Change a value to rotate it. */
export type TestCredentials = Record<string, ICredentialDataDecryptedObject>;

const CREDENTIAL_TYPES: Record<string, ICredentialType> = {
	wagoApi: new WagoApi(),
	wagoAdminApi: new WagoAdminApi(),
};

/** Hands out the given credentials and authenticates requests as the credential classes say. */
class TestCredentialsHelper extends ICredentialsHelper {
	/** How often a credential was read. */
	reads = 0;

	constructor(readonly credentials: TestCredentials) {
		super();
	}

	getParentTypes(): string[] {
		return [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions,
		workflow: Workflow,
		node: INode,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = CREDENTIAL_TYPES[typeName];
		if (typeof authenticate !== 'object')
			throw new Error(`${typeName} is not a generic credential`);
		const headers: IDataObject = { ...requestOptions.headers };
		for (const [name, expression] of Object.entries(authenticate.properties.headers ?? {})) {
			headers[name] = workflow.expression.getSimpleParameterValue(
				node,
				expression as string,
				'internal',
				{
					$credentials: credentials,
				},
			) as string;
		}
		return { ...requestOptions, headers };
	}

	async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async getCredentials(): Promise<never> {
		throw new Error('Encrypted credentials are not part of these tests');
	}

	/** Resolves expressions as n8n's own helper does: with the item it is asked for, or without any data. */
	async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		_details: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		_raw?: boolean,
		values?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		this.reads++;
		const credential = this.credentials[type];
		if (!credential) throw new Error(`No credential of type ${type}`);
		if (!values) return { ...credential };
		return values.workflow.expression.getParameterValue(
			{ ...credential } as INodeParameters,
			values.runExecutionData,
			values.runIndex,
			values.itemIndex,
			values.node.name,
			values.connectionInputData,
			mode,
			getAdditionalKeys(additionalData, mode, null, { isCredential: true }),
			executeData,
		) as ICredentialDataDecryptedObject;
	}

	async updateCredentials(): Promise<void> {}

	async updateCredentialsOauthTokenData(): Promise<void> {}

	getCredentialsProperties() {
		return [];
	}
}

/** Node types by the name they have in a workflow; every version is the same class. */
function nodeTypesOf(types: Record<string, INodeType>): INodeTypes {
	return {
		getByName: (name) => types[name],
		getByNameAndVersion: (name) => types[name],
		getKnownTypes: () => ({}),
	};
}

export interface TestWorkflow {
	readonly id?: string;
	readonly nodes: INode[];
	readonly connections?: IConnections;
	/** The static data that the database holds for the workflow. */
	readonly staticData?: IDataObject;
	readonly active?: boolean;
}

export interface HarnessOptions {
	readonly nodeTypes: Record<string, INodeType>;
	readonly credentials: TestCredentials;
	/** Where n8n believes to be reachable. */
	readonly baseUrl?: string;
}

/** A node of a workflow with both credentials attached. */
export function testNode(
	node: Pick<INode, 'type'> & Partial<INode>,
	parameters: INode['parameters'] = {},
): INode {
	return {
		id: `${node.type}-id`,
		name: node.type,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: {
			wagoApi: { id: 'wagoApi-1', name: 'WaGo' },
			wagoAdminApi: { id: 'wagoAdminApi-1', name: 'WaGo Admin' },
		},
		...node,
	};
}

/** n8n for tests: `runWorkflow` for action nodes, `hookContext` and `webhookContext` for triggers. */
export class Harness {
	readonly credentialsHelper: TestCredentialsHelper;

	private readonly nodeTypes: INodeTypes;

	constructor(private readonly options: HarnessOptions) {
		this.credentialsHelper = new TestCredentialsHelper(options.credentials);
		this.nodeTypes = nodeTypesOf(options.nodeTypes);
	}

	get baseUrl(): string {
		return this.options.baseUrl ?? 'http://n8n.test:5678/';
	}

	/** Starts n8n's binary store in the temporary user folder. Needed once, before binary data is used. */
	static async startBinaryStore(): Promise<BinaryDataService> {
		const service = container().get(BinaryDataService);
		await service.init();
		return service;
	}

	workflow({
		id = 'workflow-1',
		nodes,
		connections = {},
		staticData,
		active,
	}: TestWorkflow): Workflow {
		return new Workflow({
			id,
			name: 'Test workflow',
			nodes,
			connections,
			active: active ?? true,
			nodeTypes: this.nodeTypes,
			staticData,
			settings: { executionOrder: 'v1' },
		});
	}

	additionalData(
		overrides: Partial<IWorkflowExecuteAdditionalData> = {},
	): IWorkflowExecuteAdditionalData {
		const base = this.baseUrl;
		return {
			credentialsHelper: this.credentialsHelper,
			currentNodeExecutionIndex: 0,
			restApiUrl: `${base}rest`,
			instanceBaseUrl: base,
			formBaseUrl: `${base}form`,
			formWaitingBaseUrl: `${base}form-waiting`,
			formTestBaseUrl: `${base}form-test`,
			webhookBaseUrl: `${base}webhook`,
			webhookWaitingBaseUrl: `${base}webhook-waiting`,
			webhookTestBaseUrl: `${base}webhook-test`,
			mcpBaseUrl: `${base}mcp`,
			mcpTestBaseUrl: `${base}mcp-test`,
			variables: {},
			setExecutionStatus: () => {},
			sendDataToUI: () => {},
			logAiEvent: () => {},
			...overrides,
		} as IWorkflowExecuteAdditionalData;
	}

	/** Runs a workflow from `startNode` on with `items` as its input, in n8n-core's own engine. */
	async runWorkflow(
		workflowData: TestWorkflow & {
			startNode: string;
			items: INodeExecutionData[];
			executionId?: string;
		},
		mode: WorkflowExecuteMode = 'manual',
	): Promise<IRun> {
		const workflow = this.workflow(workflowData);
		const node = workflow.getNode(workflowData.startNode);
		if (!node) throw new Error(`No node ${workflowData.startNode}`);
		const executionId = workflowData.executionId ?? 'execution-1';
		const hooks = new ExecutionLifecycleHooks(mode, executionId, {
			id: workflow.id,
			name: 'Test workflow',
			active: false,
			nodes: workflowData.nodes,
			connections: workflowData.connections ?? {},
		} as unknown as IWorkflowBase);
		const runData = createRunExecutionData({
			executionData: {
				nodeExecutionStack: [{ node, data: { main: [workflowData.items] }, source: null }],
			},
		});
		const execution = new WorkflowExecute(
			this.additionalData({ hooks, executionId }),
			mode,
			runData,
		);
		return await execution.processRunExecutionData(workflow);
	}

	/** What a node's checkExists, create and delete get. `isTest` gives the test URL, as test listening does. */
	hookContext(
		workflow: Workflow,
		nodeName: string,
		options: {
			mode?: WorkflowExecuteMode;
			activation?: WorkflowActivateMode;
			isTest?: boolean;
		} = {},
	): HookContext {
		const node = requiredNode(workflow, nodeName);
		const { mode = 'trigger', activation = 'activate', isTest = false } = options;
		const additionalData = this.additionalData();
		const webhookData = this.webhookData(workflow, node, additionalData, isTest);
		return new HookContext(workflow, node, additionalData, mode, activation, webhookData);
	}

	/** What a node's webhook() gets for a request that n8n has parsed already. */
	webhookContext(
		workflow: Workflow,
		nodeName: string,
		http: Pick<IWorkflowExecuteAdditionalData, 'httpRequest' | 'httpResponse'>,
		mode: WorkflowExecuteMode = 'webhook',
	): WebhookContext {
		const node = requiredNode(workflow, nodeName);
		const additionalData = this.additionalData(http);
		const webhookData = this.webhookData(workflow, node, additionalData, mode === 'manual');
		return new WebhookContext(workflow, node, additionalData, mode, webhookData, [], null);
	}

	private webhookData(
		workflow: Workflow,
		node: INode,
		workflowExecuteAdditionalData: IWorkflowExecuteAdditionalData,
		isTest: boolean,
	): IWebhookData {
		const description = this.nodeTypes.getByNameAndVersion(node.type).description.webhooks?.[0];
		if (!description) throw new Error(`${node.type} has no webhook`);
		return {
			httpMethod: 'POST',
			node: node.name,
			path: `${node.webhookId}/${description.path}`,
			webhookDescription: description,
			workflowId: workflow.id,
			workflowExecuteAdditionalData,
			webhookId: node.webhookId,
			isTest,
		} as IWebhookData;
	}
}

/** The items that a node of a finished run put out; throws the run's error. */
export function outputOf(run: IRun, nodeName: string, output = 0): INodeExecutionData[] {
	const { error, runData } = run.data.resultData;
	if (error) throw error;
	return runData[nodeName]?.[0]?.data?.main?.[output] ?? [];
}

/** The bytes behind an item's binary property. */
export async function bytesOf(binary: IBinaryData | undefined): Promise<Buffer> {
	if (!binary) throw new Error('The item has no binary data');
	if (!binary.id) return Buffer.from(binary.data, 'base64');
	return await container().get(BinaryDataService).getAsBuffer(binary);
}

function requiredNode(workflow: Workflow, name: string): INode {
	const node = workflow.getNode(name);
	if (!node) throw new Error(`No node ${name}`);
	return node;
}

interface Container {
	get<T>(type: abstract new (...args: never[]) => T): T;
}

/** The container of n8n-core: the development tools bring an older copy of the same package. */
function container(): Container {
	const path = require.resolve('@n8n/di', { paths: [require.resolve('n8n-core')] });
	// eslint-disable-next-line @typescript-eslint/no-require-imports
	return (require(path) as { Container: Container }).Container;
}
