/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error */
import './environment';

import { rm } from 'fs/promises';
import http from 'http';
import type { AddressInfo } from 'net';
import { parse } from 'querystring';
import { Readable } from 'stream';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	IWebhookResponseData,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { deepCopy, jsonParse } from 'n8n-workflow';

import type { Harness } from './harness';

/**
 * The way of a webhook request through n8n, as its server goes it (n8n 2.41, `webhook-helpers` and `live-webhooks`):
 * parse the body, run webhook(), delete the uploads, store the execution, answer, and save the static data
 * if it is marked as changed, which the runner's second copy of the workflow resets on the way.
 */
export interface WebhookServer {
	/** The address of the node's production webhook, without query. */
	readonly url: string;
	/** The items of each execution that was started. */
	readonly executions: INodeExecutionData[][];
	/** How many requests n8n would have shown as failed executions. */
	failedExecutions: number;
	/** What the database holds as static data of the workflow. */
	database: IDataObject | undefined;
	/** How often n8n wrote it, as a whole. */
	saves: number;
	/** Called before an execution counts as stored; throws to make that fail. */
	beforeStore: () => Promise<void> | void;
	stop(): Promise<void>;
}

interface ParsedBody {
	readonly body: unknown;
	readonly uploads: readonly string[];
	/** What n8n keeps of a body that is no form with files. */
	readonly rawBody?: Buffer;
}

interface Formidable {
	on(event: 'fileBegin', listener: (name: string, file: { filepath: string }) => void): void;
	parse(request: http.IncomingMessage): Promise<[Record<string, unknown>, Record<string, unknown>]>;
}

// The version that n8n depends on; it has no types of its own.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const formidable = require('formidable') as {
	default: (options: object) => Formidable;
};

const MEGABYTE = 1024 * 1024;

class StatusError extends Error {
	constructor(readonly status: number) {
		super(`HTTP ${status}`);
	}
}

/** Serves the webhook of `node` on a free port of this machine. */
export async function startWebhookServer(
	harness: Harness,
	nodeType: INodeType,
	node: INode,
	mode: 'webhook' | 'manual' = 'webhook',
): Promise<WebhookServer> {
	const server = http.createServer((request, response) => {
		serve(request, decorate(response)).catch((error: unknown) => {
			const status = error instanceof StatusError ? error.status : 500;
			if (!response.headersSent) response.writeHead(status).end('{}');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const path = `/webhook/${node.webhookId}/webhook`;
	const state: WebhookServer = {
		url: `http://127.0.0.1:${port}${path}`,
		executions: [],
		failedExecutions: 0,
		database: undefined,
		saves: 0,
		beforeStore: () => {},
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return state;

	async function serve(request: http.IncomingMessage, response: http.ServerResponse) {
		const { pathname, searchParams } = new URL(request.url ?? '', 'http://n8n');
		if (request.method !== 'POST' || pathname !== path) throw new StatusError(404);
		const row = state.database && deepCopy(state.database);
		const workflow = harness.workflow({ nodes: [node], staticData: row });
		const { body, uploads, rawBody } = await parseBody(request);
		const express = Object.assign(request, {
			body,
			rawBody,
			query: Object.fromEntries(searchParams),
			params: {},
		});
		const context = harness.webhookContext(
			workflow,
			node.name,
			{ httpRequest: express, httpResponse: response } as unknown as IWorkflowExecuteAdditionalData,
			mode,
		);
		let result: IWebhookResponseData;
		try {
			result = (await nodeType.webhook?.call(context)) ?? {};
		} catch (error) {
			state.failedExecutions++;
			throw error;
		} finally {
			await Promise.all(uploads.map(async (file) => await rm(file, { force: true })));
		}
		// n8n looks whether the answer is a stream before it runs anything.
		void (uploads.length > 0 && result.webhookResponse instanceof Readable);
		if (result.workflowData === undefined) {
			save();
			return answer(result.webhookResponse ?? { message: 'Webhook call received' });
		}
		if (result.noWebhookResponse) save();
		// The runner's own Workflow on the same static data.
		harness.workflow({ nodes: [node], staticData: row });
		await state.beforeStore();
		state.executions.push(result.workflowData[0]);
		// Read twice, as n8n does.
		const hasReply = result.webhookResponse !== undefined;
		const reply: unknown = hasReply ? result.webhookResponse : { message: 'Workflow was started' };
		save();
		answer(reply);

		function save(): void {
			const data = workflow.staticData as IDataObject & { __dataChanged: boolean };
			if (!data.__dataChanged) return;
			state.database = deepCopy(data) as IDataObject;
			state.saves++;
			data.__dataChanged = false;
		}

		function answer(reply: unknown): void {
			if (result.noWebhookResponse || response.writableEnded) return;
			response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
		}
	}
}

/** n8n's body parsers, with their limits and the status that they answer with. */
async function parseBody(request: http.IncomingMessage): Promise<ParsedBody> {
	const contentType = (request.headers['content-type'] ?? '').split(';')[0].trim().toLowerCase();
	if (contentType === 'multipart/form-data') return await parseMultipart(request);
	const raw = await readAll(request);
	if (raw.length > 16 * MEGABYTE) throw new StatusError(500);
	if (raw.length === 0) return { body: undefined, uploads: [], rawBody: raw };
	const text = raw.toString().replace(/^\ufeff/, '');
	if (contentType === 'application/x-www-form-urlencoded') {
		const body = parse(text, undefined, undefined, { maxKeys: 1000 });
		return { body, uploads: [], rawBody: raw };
	}
	if (contentType === 'application/json') {
		return { body: parseJson(text), uploads: [], rawBody: raw };
	}
	return { body: contentType === 'text/plain' ? text : undefined, uploads: [], rawBody: raw };
}

function parseJson(text: string): unknown {
	try {
		return jsonParse(text);
	} catch {
		throw new StatusError(422);
	}
}

async function parseMultipart(request: http.IncomingMessage): Promise<ParsedBody> {
	const uploads: string[] = [];
	const form = formidable.default({
		multiples: true,
		maxFileSize: 200 * MEGABYTE,
		allowEmptyFiles: true,
		minFileSize: 0,
	});
	form.on('fileBegin', (_name, file) => uploads.push(file.filepath));
	try {
		const [data, files] = await form.parse(request);
		return { body: { data: single(data), files: single(files) }, uploads };
	} catch (error) {
		await Promise.all(uploads.map(async (file) => await rm(file, { force: true })));
		throw new StatusError((error as { httpCode?: number }).httpCode ?? 500);
	}
}

/** A field that came once is its value, one that came more often the list of its values. */
function single(values: Record<string, unknown>): Record<string, unknown> {
	for (const [key, value] of Object.entries(values)) {
		if (Array.isArray(value) && value.length === 1) values[key] = value[0] as unknown;
	}
	return values;
}

async function readAll(request: http.IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

/** The two methods of express that a node uses. */
function decorate(response: http.ServerResponse): http.ServerResponse {
	return Object.assign(response, {
		status(code: number) {
			response.statusCode = code;
			return response;
		},
		json(body: unknown) {
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(body));
			return response;
		},
	});
}
