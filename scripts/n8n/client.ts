import { waitFor } from '../lib/wait';
import { parseFlatted } from './flatted';

export interface Owner {
	email: string;
	password: string;
	firstName: string;
	lastName: string;
}

export interface WorkflowNode {
	id?: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
	webhookId?: string;
	[option: string]: unknown;
}

export interface WorkflowDefinition {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
}

export interface SavedWorkflow extends WorkflowDefinition {
	id: string;
	versionId: string;
	active: boolean;
}

export interface SavedCredential {
	id: string;
	name: string;
	type: string;
}

export interface ExecutionSummary {
	id: string;
	status: string;
	mode: string;
	workflowId: string;
	finished: boolean;
}

export interface ExecutionItem {
	json: Record<string, unknown>;
	binary?: Record<string, Record<string, unknown>>;
}

export interface NodeRun {
	executionStatus: string;
	error?: { message: string; description?: string };
	/** Outputs, each with its items; null where an output was not reached. */
	data?: { main: Array<ExecutionItem[] | null> };
}

export interface Execution extends ExecutionSummary {
	data: {
		resultData: {
			runData: Record<string, NodeRun[]>;
			error?: { message: string; description?: string };
		};
	};
}

interface ExecutionPage {
	results: ExecutionSummary[];
	nextCursor?: string | null;
}

interface PublicationStatus {
	status: 'in_progress' | 'not_published' | 'published' | 'partial' | 'failed';
	triggers: Array<{ nodeId: string; status: string; errorMessage: string | null }>;
}

const FINAL_STATES = ['success', 'error', 'crashed', 'canceled'];

/** n8n's REST interface, as its editor uses it. */
export class N8nClient {
	private cookie = '';

	constructor(readonly baseUrl: string) {}

	/** Makes the owner of a new n8n and logs in as such. */
	async setUpOwner(owner: Owner): Promise<void> {
		// The oldest 2.x calls itself ready before it has this address.
		await waitFor('the interface of n8n', async () => await this.isThere('/settings'));
		await this.post('/owner/setup', owner);
	}

	private async isThere(path: string): Promise<boolean> {
		return (await fetch(`${this.baseUrl}/rest${path}`)).ok;
	}

	async logIn({ email, password }: Pick<Owner, 'email' | 'password'>): Promise<void> {
		await this.post('/login', { emailOrLdapLoginId: email, password });
	}

	async createCredential(
		name: string,
		type: string,
		data: Record<string, unknown>,
	): Promise<SavedCredential> {
		return await this.post('/credentials', { name, type, data });
	}

	async listCredentials(): Promise<SavedCredential[]> {
		return await this.request('GET', '/credentials');
	}

	/** What the button "Test" of a credential does. */
	async testCredential(
		credential: SavedCredential,
		data: Record<string, unknown>,
	): Promise<{ status: 'OK' | 'Error'; message?: string }> {
		return await this.post('/credentials/test', { credentials: { ...credential, data } });
	}

	async updateCredential(
		{ id, name, type }: SavedCredential,
		data: Record<string, unknown>,
	): Promise<void> {
		await this.request('PATCH', `/credentials/${id}`, { name, type, data });
	}

	async createWorkflow(workflow: WorkflowDefinition): Promise<SavedWorkflow> {
		// The oldest 2.x wants to be told what later ones assume; without `pinData` n8n stores null, and its editor
		// breaks on that at *Execute step*.
		const defaults = { active: false, settings: { executionOrder: 'v1' }, pinData: {} };
		return await this.post('/workflows', { ...defaults, ...workflow });
	}

	async listWorkflows(): Promise<SavedWorkflow[]> {
		return await this.request('GET', '/workflows');
	}

	/** Publishes a workflow; resolves when every trigger of it is on, or throws n8n's own words. */
	async activate(id: string): Promise<void> {
		const { versionId } = await this.request<SavedWorkflow>('GET', `/workflows/${id}`);
		await this.post(`/workflows/${id}/activate`, { versionId });
		const { status, triggers } = await this.settledPublication(id);
		if (status === 'published') return;
		const reasons = triggers.map(({ errorMessage }) => errorMessage ?? '').join(' ');
		throw new Error(`Workflow ${id} is ${status}: ${reasons}`);
	}

	/** Takes a workflow back; resolves when every trigger of it is off. */
	async deactivate(id: string): Promise<void> {
		await this.post(`/workflows/${id}/deactivate`, {});
		await this.settledPublication(id);
	}

	/** Publishing goes on after the answer to the request: this waits for its end. */
	private async settledPublication(id: string): Promise<PublicationStatus> {
		return await waitFor(`the triggers of workflow ${id}`, async () => {
			const now = await this.publicationStatus(id);
			return now.status === 'in_progress' ? undefined : now;
		});
	}

	/** The oldest 2.x has no such status: it answers to the request itself when all is done. */
	private async publicationStatus(id: string): Promise<PublicationStatus> {
		const path = `/workflows/${id}/publication-status`;
		return await this.request<PublicationStatus>('GET', path).catch((error: Error) => {
			if (error.message.includes(': 404 ')) return { status: 'published', triggers: [] };
			throw error;
		});
	}

	/** Deletes a workflow; n8n wants it archived first. */
	async deleteWorkflow(id: string): Promise<void> {
		await this.post(`/workflows/${id}/archive`, {});
		await this.request('DELETE', `/workflows/${id}`);
	}

	/**
	 * What the editor's "Execute workflow" does with a trigger: a webhook trigger's test URL then takes
	 * the next request; any other trigger runs at once, and its execution's ID is the answer.
	 */
	async runFrom(
		workflow: SavedWorkflow,
		triggerName: string,
	): Promise<{ waitingForWebhook?: boolean; executionId?: string }> {
		return await this.post(`/workflows/${workflow.id}/run`, {
			workflowData: workflow,
			triggerToStartFrom: { name: triggerName },
			startNodes: [],
		});
	}

	/** The newest hundred executions of a workflow, newest first. */
	async executions(workflowId: string): Promise<ExecutionSummary[]> {
		return (await this.executionPage(workflowId)).results;
	}

	/** All executions of a workflow, newest first. */
	async allExecutions(workflowId: string): Promise<ExecutionSummary[]> {
		const all: ExecutionSummary[] = [];
		let cursor: string | undefined;
		do {
			const page = await this.executionPage(workflowId, cursor);
			all.push(...page.results);
			cursor = page.nextCursor ?? undefined;
		} while (cursor);
		return all;
	}

	private async executionPage(workflowId: string, cursor?: string): Promise<ExecutionPage> {
		const filter = JSON.stringify({ workflowId });
		const query = new URLSearchParams({ filter, limit: '100', ...(cursor && { cursor }) });
		const page = await this.request<ExecutionPage>('GET', `/executions?${query}`);
		// n8n asks for those at work and for those that have ended: one that ends in between is in both lists.
		const byId = new Map(page.results.map((execution) => [execution.id, execution]));
		return { ...page, results: [...byId.values()] };
	}

	/** One execution with all its data. */
	async execution(id: string): Promise<Execution> {
		const { data, ...summary } = await this.request<ExecutionSummary & { data: string }>(
			'GET',
			`/executions/${id}`,
		);
		return { ...summary, data: parseFlatted(data) as Execution['data'] };
	}

	/** Waits until a workflow has at least so many ended executions; all of them, newest first. */
	async waitForExecutions(workflowId: string, count: number): Promise<ExecutionSummary[]> {
		return await waitFor(`${count} executions of workflow ${workflowId}`, async () => {
			const all = await this.executions(workflowId);
			const ended = all.filter(({ status }) => FINAL_STATES.includes(status));
			return ended.length >= count ? ended : undefined;
		});
	}

	/** Waits for one execution to end. */
	async waitForExecution(id: string): Promise<Execution> {
		return await waitFor(`execution ${id}`, async () => {
			const execution = await this.execution(id);
			return FINAL_STATES.includes(execution.status) ? execution : undefined;
		});
	}

	/** The file of an item's binary property. */
	async downloadBinary(binary: Record<string, unknown>): Promise<Buffer> {
		if (typeof binary.id !== 'string') return Buffer.from(String(binary.data), 'base64');
		const path = `/binary-data?id=${encodeURIComponent(binary.id)}&action=download`;
		return Buffer.from(await (await this.fetch('GET', path)).arrayBuffer());
	}

	/** Any request to the REST interface; throws with n8n's answer unless it succeeds. */
	async request<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
		const text = await (await this.fetch(method, path, body)).text();
		return text === '' ? (undefined as T) : (JSON.parse(text) as { data: T }).data;
	}

	private async post<T = unknown>(path: string, body: unknown): Promise<T> {
		return await this.request<T>('POST', path, body);
	}

	private async fetch(method: string, path: string, body?: unknown): Promise<Response> {
		const response = await fetch(`${this.baseUrl}/rest${path}`, {
			method,
			headers: {
				'content-type': 'application/json',
				// n8n binds a login to the browser that made it.
				'browser-id': 'n8n-nodes-wago',
				cookie: this.cookie,
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		if (!response.ok) {
			throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
		}
		const cookies = response.headers.getSetCookie();
		if (cookies.length > 0) this.cookie = cookies.map((line) => line.split(';')[0]).join('; ');
		return response;
	}
}
