import type {
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
	IWebhookFunctions,
	JsonObject,
} from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import type { WagoAnswer } from './answer';
import type { CredentialName } from './credentials';
import { readCredentials } from './credentials';
import type { Endpoint } from './endpoint';
import { readReply, type WagoReply } from './envelope';
import { failureOfError, type HttpAnswer, type Repetition, type WagoFailure } from './failure';
import { maskText, maskValues } from './secrets';

/** The contexts of n8n that can talk to WaGo. */
export type ApiContext =
	| IExecuteFunctions
	| IHookFunctions
	| ILoadOptionsFunctions
	| IWebhookFunctions;

export interface WagoRequest {
	readonly endpoint: Pick<Endpoint, 'method' | 'path' | 'auth' | 'changes'>;
	readonly body?: IDataObject;
	/** For the endpoint that wants both tokens; the credential adds its own header. */
	readonly headers?: Readonly<Record<string, string>>;
	/** Milliseconds. */
	readonly timeout?: number;
	/** Secrets of the request beside the credential's and those of `headers`, never to be shown. */
	readonly secrets?: readonly string[];
	/** Whether repeating the request does no harm, because it carries the ID of its message. */
	readonly keepsMessageId?: boolean;
}

const JSON_HEADERS = { Accept: 'application/json', 'Content-Type': 'application/json' };

/** Milliseconds that one request may take unless the user sets 'Timeout'. */
export const DEFAULT_TIMEOUT = 30_000;

/**
 * Sends one request and reads the answer; failures come back as a value, so that callers decide what they mean.
 * Redirects are not followed, because a custom `token` header would follow them to a foreign host. Nothing is
 * repeated: a send that timed out may have been accepted. The credential is that of the item, the first unless said
 * otherwise.
 */
export async function askWago(
	context: ApiContext,
	credential: CredentialName,
	request: WagoRequest,
	itemIndex?: number,
): Promise<WagoReply> {
	const { baseUrl, secret, ignoreSslIssues, data } = await readCredentials(
		context,
		credential,
		itemIndex,
	);
	const options: IHttpRequestOptions = {
		method: request.endpoint.method,
		url: baseUrl + request.endpoint.path,
		headers: { ...JSON_HEADERS, ...request.headers },
		body: bodyOf(request),
		timeout: request.timeout ?? DEFAULT_TIMEOUT,
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		skipSslCertificateValidation: ignoreSslIssues,
	};
	const secrets = [secret, ...Object.values(request.headers ?? {}), ...(request.secrets ?? [])];
	const repetition = repetitionOf(request);
	try {
		const response = (await context.helpers.httpRequestWithAuthentication.call(
			context,
			credential,
			options,
			// Without it n8n would authenticate every item with the credential of the first.
			{ credentialsDecrypted: { id: '', name: '', type: credential, data } },
		)) as IN8nHttpFullResponse;
		const reply = readReply({ ...httpAnswer(response), credential, repetition });
		return withoutSecrets(named(reply, request), secrets);
	} catch (error) {
		const failure = failureOfError(error, baseUrl, repetition);
		return withoutSecrets(named({ ok: false, failure }, request), secrets);
	}
}

function repetitionOf({ endpoint, keepsMessageId }: WagoRequest): Repetition {
	if (keepsMessageId) return 'keepsMessageId';
	return (endpoint.changes ?? endpoint.method !== 'GET') ? 'unknown' : 'reads';
}

/** A failure with the request that failed; what a query holds is nobody's business. */
function named(reply: WagoReply, { endpoint: { method, path } }: WagoRequest): WagoReply {
	if (reply.ok) return reply;
	return {
		ok: false,
		failure: { ...reply.failure, request: `${method} ${path.split('?', 1)[0]}` },
	};
}

/**
 * WaGo refuses a request without a JSON body (inferred from wuzapi), and n8n sends none for an empty object: so that
 * goes out as text.
 */
function bodyOf({ endpoint, body = {} }: WagoRequest): IHttpRequestOptions['body'] {
	if (endpoint.method === 'GET') return undefined;
	return Object.keys(body).length > 0 ? body : '{}';
}

function httpAnswer({ statusCode, body, headers }: IN8nHttpFullResponse): HttpAnswer {
	const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
	const { location } = headers;
	return {
		status: statusCode,
		text,
		location: typeof location === 'string' ? location : undefined,
	};
}

/** {@link askWago} for callers that only want the answer. Throws a {@link NodeApiError} for every failure. */
export async function callWago(
	context: ApiContext,
	credential: CredentialName,
	request: WagoRequest,
	itemIndex?: number,
): Promise<WagoAnswer> {
	const reply = await askWago(context, credential, request, itemIndex);
	if (!reply.ok) throw toNodeApiError(context, reply.failure, itemIndex);
	return reply.answer;
}

/** The failure as n8n shows it: what happened, to which request of which item, and what to do next. */
export function toNodeApiError(
	context: Pick<ApiContext, 'getNode'>,
	failure: WagoFailure,
	itemIndex?: number,
): NodeApiError {
	const request = failure.request === undefined ? '' : ` [${failure.request}]`;
	const place = itemIndex === undefined ? '' : ` [Item ${itemIndex}]`;
	const response: JsonObject = { code: failure.code, message: failure.message };
	return new NodeApiError(context.getNode(), response, {
		message: failure.message + request + place,
		description: failure.advice,
		httpCode: failure.status === undefined ? undefined : String(failure.status),
		itemIndex,
	});
}

/** Nobody should read a token in an execution or a log. */
function withoutSecrets(reply: WagoReply, secrets: readonly string[]): WagoReply {
	if (reply.ok) {
		const data = maskValues(reply.answer.data, secrets);
		return { ok: true, answer: { ...reply.answer, data } };
	}
	const { message, request = '' } = reply.failure;
	const masked = { message: maskText(message, secrets), request: maskText(request, secrets) };
	return { ok: false, failure: { ...reply.failure, ...masked } };
}
