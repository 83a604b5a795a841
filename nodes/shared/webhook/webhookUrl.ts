import { createHmac, timingSafeEqual } from 'crypto';

import { isLoopback, parseWebAddress } from '../lib/webAddress';
import { openSealed, seal } from './seal';

/** The secret part of the URL: WaGo signs nothing, so an address that nobody can guess is the first lock. */
const SECRET_FIELD = 'secret';
/** Marks the URL of a test listening; holds, sealed, the URL that it has pushed aside. */
const TEST_FIELD = 'test';
const SECRET_LENGTH = 32;

/** A webhook of this trigger: what WaGo is to call, and how to recognise it. */
export interface WebhookUrl {
	/** With the secret part, as it is registered. */
	readonly url: string;
	/** The end of the path that production and test URL of one node share. */
	readonly nodePath: string;
}

/** Why a URL can't be built, in words for the person who set it. */
export class WebhookUrlError extends Error {}

export interface WebhookUrlParts {
	/** The URL that n8n gives, production or test. */
	readonly nodeUrl: string;
	readonly nodeId: string;
	/** Whether the path begins with an ID of its own; without one, n8n builds it of workflow and node name. */
	readonly hasWebhookId: boolean;
	readonly token: string;
	/** Replaces everything before n8n's own path, for a WaGo that reaches n8n under another name. */
	readonly baseUrl?: string;
}

/** The URL to register. Throws {@link WebhookUrlError} for a base URL that is none. */
export function buildWebhookUrl(parts: WebhookUrlParts): WebhookUrl {
	const url = new URL(parts.nodeUrl);
	const segments = url.pathname.split('/').filter(Boolean);
	const nodePath = `/${segments.slice(parts.hasWebhookId ? -2 : -3).join('/')}`;
	const based = parts.baseUrl ? rebase(segments, nodePath, parts.baseUrl) : url;
	based.searchParams.set(SECRET_FIELD, secretOf(parts.token, parts.nodeId));
	return { url: based.toString(), nodePath };
}

/** n8n's own path is the endpoint (`webhook` or `webhook-test`) and what belongs to the node. */
function rebase(segments: string[], nodePath: string, text: string): URL {
	const base = parseWebAddress(text);
	if (!base) {
		throw new WebhookUrlError(
			`'${text}' is not an address: write it with http:// or https://, e.g. http://n8n:5678`,
		);
	}
	const endpoint = segments[segments.length - nodePath.split('/').length];
	base.pathname = `${base.pathname.replace(/\/+$/, '')}/${endpoint}${nodePath}`;
	base.search = '';
	base.hash = '';
	return base;
}

/** 128 bits that depend on the session token and the node, in hexadecimal. */
export function secretOf(token: string, nodeId: string): string {
	const purpose = `n8n-nodes-wago webhook ${nodeId}`;
	return createHmac('sha256', token).update(purpose).digest('hex').slice(0, SECRET_LENGTH);
}

/** Whether a delivery's query holds the secret, in a time that does not depend on how much of it is right. */
export function hasSecret(query: unknown, token: string, nodeId: string): boolean {
	const given = Object(query)[SECRET_FIELD] as unknown;
	if (typeof given !== 'string' || given.length !== SECRET_LENGTH) return false;
	const expected = Buffer.from(secretOf(token, nodeId));
	const actual = Buffer.from(given);
	return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/**
 * The URL for a test listening. It carries the URL that it pushes aside, so that whoever meets it later knows what
 * to give back, even when n8n was killed while listening. Sealed, because that URL may hold secrets of others
 * and this one is written into the logs of proxies.
 */
export function markAsTest(url: string, previous: string, token: string): string {
	const marked = new URL(url);
	marked.searchParams.set(TEST_FIELD, seal(previous, token));
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

/** Whether `registered` leads to the node of `own`: its production or test URL, under any address of n8n. */
export function belongsToNode(registered: string, { nodePath }: WebhookUrl): boolean {
	return parseWebAddress(registered)?.pathname.endsWith(nodePath) ?? false;
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
