import { createHmac, timingSafeEqual } from 'crypto';
import { NodeHelpers, type INode } from 'n8n-workflow';

import { isLoopback, parseWebAddress } from '../lib/webAddress';
import { openSealed, seal } from './seal';

/** The secret part of the URL: WaGo signs nothing, so an address that nobody can guess is the first lock. */
const SECRET_FIELD = 'secret';
/** Marks the URL of a test listening; holds, sealed, the URL that it has pushed aside. */
const TEST_FIELD = 'test';
/** Holds, sealed, the URL of somebody else that a published trigger has pushed aside. */
const PREVIOUS_FIELD = 'previous';
const SECRET_LENGTH = 32;

/** The `path` in the description of the WaGo Trigger. */
const WEBHOOK_PATH = 'webhook';
/** Segments of {@link nodePathOf}: with an ID of the node's own, and without. */
const NODE_PATH_LENGTHS = [2, 3];

/** Why a URL can't be built, in words for the person who set it. */
export class WebhookUrlError extends Error {}

export interface WebhookUrlParts {
	/** The URL that n8n gives, production or test. */
	readonly nodeUrl: string;
	/** See {@link nodePathOf}. */
	readonly nodePath: string;
	readonly token: string;
	/** Replaces everything before n8n's own path, for a WaGo that reaches n8n under another name. */
	readonly baseUrl?: string;
}

/** The end of the path that production and test URL of one node share, under any address of n8n. */
export function nodePathOf(node: INode, workflowId: string): string {
	return `/${NodeHelpers.getNodeWebhookPath(workflowId, node, WEBHOOK_PATH)}`;
}

/** The URL to register. Throws {@link WebhookUrlError} for a base URL that is none. */
export function buildWebhookUrl({ nodeUrl, nodePath, token, baseUrl }: WebhookUrlParts): string {
	const url = new URL(nodeUrl);
	const based = baseUrl ? rebase(url, nodePath, baseUrl) : url;
	based.searchParams.set(SECRET_FIELD, secretOf(token, nodePath));
	return based.toString();
}

/**
 * The URL to register for a trigger's production URL as n8n shows it; `undefined` for any other. The path of the node
 * begins after n8n's endpoint, `webhook` unless N8N_ENDPOINT_WEBHOOK says otherwise.
 */
export function secretUrl(productionUrl: string, token: string): string | undefined {
	const url = parseWebAddress(productionUrl);
	const segments = url?.pathname.split('/').filter(Boolean) ?? [];
	const isTest = segments.includes('webhook-test');
	if (!url || isTest || segments.length < 3 || segments.at(-1) !== WEBHOOK_PATH) return undefined;
	const isWithoutId = segments.at(-3) !== WEBHOOK_PATH && segments.at(-4) === WEBHOOK_PATH;
	const nodePath = `/${segments.slice(isWithoutId ? -3 : -2).join('/')}`;
	return buildWebhookUrl({ nodeUrl: url.origin + url.pathname, nodePath, token });
}

/** n8n's own path is the endpoint (`webhook` or `webhook-test`) and what belongs to the node. */
function rebase({ pathname }: URL, nodePath: string, text: string): URL {
	const base = parseWebAddress(text);
	if (!base) {
		throw new WebhookUrlError(
			`'${text}' is not an address: write it with http:// or https://, e.g. http://n8n:5678`,
		);
	}
	const segments = pathname.split('/').filter(Boolean);
	const endpoint = segments[segments.length - nodePath.split('/').length];
	base.pathname = `${base.pathname.replace(/\/+$/, '')}/${endpoint}${nodePath}`;
	base.search = '';
	base.hash = '';
	return base;
}

/**
 * 128 bits that depend on the session token and the path of the node, in hexadecimal. The path is in the URL as well,
 * so that a URL of ours can be told by itself, whichever workflow it belongs to: see {@link isOfTrigger}.
 */
export function secretOf(token: string, nodePath: string): string {
	const purpose = `n8n-nodes-wago webhook ${nodePath}`;
	return createHmac('sha256', token).update(purpose).digest('hex').slice(0, SECRET_LENGTH);
}

/** Whether a delivery's query holds the secret, in a time that does not depend on how much of it is right. */
export function hasSecret(query: unknown, token: string, nodePath: string): boolean {
	const given = Object(query)[SECRET_FIELD] as unknown;
	if (typeof given !== 'string' || given.length !== SECRET_LENGTH) return false;
	const expected = Buffer.from(secretOf(token, nodePath));
	const actual = Buffer.from(given);
	return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/**
 * The URL for a test listening. It carries the URL that it pushes aside, so that whoever meets it later knows what
 * to give back, even when n8n was killed while listening. Sealed, because that URL may hold secrets of others
 * and this one is written into the logs of proxies.
 */
export function markAsTest(url: string, pushedAside: string, token: string): string {
	return withSealed(url, TEST_FIELD, pushedAside, token);
}

/**
 * The URL of a published trigger. It carries the webhook of somebody else that was there before, so that the next
 * trigger of the session knows it too; `''` for none.
 */
export function withPrevious(url: string, previous: string, token: string): string {
	return previous === '' ? url : withSealed(url, PREVIOUS_FIELD, previous, token);
}

function withSealed(url: string, field: string, text: string, token: string): string {
	const marked = new URL(url);
	marked.searchParams.set(field, seal(text, token));
	return marked.toString();
}

/**
 * What is registered when test listenings are looked through: they end, and give back what was before them. The
 * name of the field alone proves nothing, since others may call a field of theirs the same; n8n's own path for
 * tests does.
 */
export function lastingUrl(registered: string, token: string): string {
	const url = parseWebAddress(registered);
	if (!url) return registered.trim();
	const pushedAside = openSealed(url.searchParams.get(TEST_FIELD) ?? '', token);
	if (pushedAside !== undefined) return pushedAside;
	return url.pathname.includes('/webhook-test/') ? '' : registered;
}

/** Whether `registered` is the URL of a test listening, which does not last. */
export function isTestUrl(registered: string, token: string): boolean {
	return lastingUrl(registered, token) !== registered;
}

/**
 * Whether a WaGo Trigger has made the URL for the session of `token`, in whichever workflow and n8n: only who knows the
 * token can make the secret that fits the path.
 */
export function isOfTrigger(registered: string, token: string): boolean {
	const url = parseWebAddress(registered);
	if (!url) return false;
	const segments = url.pathname.split('/').filter(Boolean);
	return NODE_PATH_LENGTHS.some((length) =>
		hasSecret(Object.fromEntries(url.searchParams), token, `/${segments.slice(-length).join('/')}`),
	);
}

/** The webhook of somebody else that is registered, or was before our triggers and tests; `''` for none. */
export function foreignUrl(registered: string, token: string): string {
	const lasting = lastingUrl(registered, token);
	if (!isOfTrigger(lasting, token)) return lasting;
	const sealed = parseWebAddress(lasting)?.searchParams.get(PREVIOUS_FIELD) ?? '';
	return openSealed(sealed, token) ?? '';
}

/** Whether `registered` leads to the same place as `own`, whatever its query holds. */
export function isSamePlace(registered: string, own: string): boolean {
	const [a, b] = [parseWebAddress(registered), parseWebAddress(own)];
	return a !== undefined && b !== undefined && a.origin === b.origin && a.pathname === b.pathname;
}

/** {@link isSamePlace} with the same secret: deliveries to `registered` are accepted. */
export function isSameWebhook(registered: string, own: string): boolean {
	const secret = (url: string) => parseWebAddress(url)?.searchParams.get(SECRET_FIELD);
	return isSamePlace(registered, own) && secret(registered) === secret(own);
}

/** Whether `registered` leads to the node of this path: its production or test URL, under any address of n8n. */
export function belongsToNode(registered: string, nodePath: string): boolean {
	return parseWebAddress(registered)?.pathname.endsWith(nodePath) ?? false;
}

/** An address as it may be shown: without its query, which holds the secret of a WaGo Trigger. */
export function placeOf(url: string): string {
	const { origin, pathname } = new URL(url);
	return origin + pathname;
}

/** Why WaGo may not reach the URL, as far as the addresses alone can tell. */
export function reachabilityWarnings(url: string, wagoBaseUrl: string): string[] {
	const { protocol, hostname } = new URL(url);
	const warnings: string[] = [];
	const wago = parseWebAddress(wagoBaseUrl);
	if (isLoopback(hostname) && wago && !isLoopback(wago.hostname)) {
		warnings.push(
			`WaGo runs on '${wago.hostname}', where '${hostname}' is its own machine and not n8n's. Set WEBHOOK_URL of n8n, or the option 'Webhook Base URL', to an address at which WaGo reaches n8n.`,
		);
	}
	if (protocol === 'http:' && isPublicName(hostname)) {
		warnings.push(
			`The webhook URL begins with 'http://${hostname}'. If that redirects to https, every delivery arrives empty: set WEBHOOK_URL of n8n, or the option 'Webhook Base URL', to the https address.`,
		);
	}
	return warnings;
}

/** A host name with a dot that is neither an address nor one of the endings for private networks. */
function isPublicName(hostname: string): boolean {
	const isAddress = /^[\d.]+$|^\[/.test(hostname);
	const isPrivate = /\.(local|localhost|internal|lan|home|home\.arpa|test)$/.test(hostname);
	return hostname.includes('.') && !isAddress && !isPrivate;
}
