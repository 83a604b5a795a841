import { createHash, timingSafeEqual } from 'crypto';
import type { INode, IWebhookFunctions } from 'n8n-workflow';

import { readCredentials } from '../shared/api/credentials';
import { hasSecret } from '../shared/webhook/webhookUrl';

/**
 * Milliseconds that the expected token is remembered. Reading a credential costs a fifth of the deliveries that
 * n8n can take. The price: after a rotation the old token is accepted for as long as this, unless a delivery with
 * another token comes first, because whatever does not match makes the credential be read anew.
 */
const LIFETIME = 5_000;

interface Expectation {
	readonly digest: Buffer;
	readonly readAt: number;
}

/** Digests of the expected tokens, by node and credential; tokens themselves are not kept. */
const expectations = new Map<string, Expectation>();

/**
 * Whether a delivery comes from the session of the node's credential: it knows the secret part of the URL and
 * brings the session's token, which WaGo sends with every delivery (WaGo docs, /webhooks/events). Both are compared
 * in constant time. Throws where the credential cannot be read.
 */
export async function isAuthentic(
	context: IWebhookFunctions,
	node: INode,
	token: string,
): Promise<boolean> {
	const isExpected = await isExpectedToken(context, node, token);
	return isExpected && hasSecret(context.getQueryData(), token, node.id);
}

async function isExpectedToken(
	context: IWebhookFunctions,
	node: INode,
	token: string,
): Promise<boolean> {
	const key = [context.getWorkflow().id, node.id, node.credentials?.wagoApi?.id].join('|');
	const given = digestOf(token);
	const remembered = expectations.get(key);
	const isFresh = remembered && Math.abs(Date.now() - remembered.readAt) < LIFETIME;
	if (isFresh && timingSafeEqual(given, remembered.digest)) return true;

	const { secret } = await readCredentials(context, 'wagoApi');
	const digest = digestOf(secret);
	expectations.set(key, { digest, readAt: Date.now() });
	return timingSafeEqual(given, digest);
}

/** Digests are of one length, so that comparing them does not tell how long the token is. */
function digestOf(token: string): Buffer {
	return createHash('sha256').update(token).digest();
}
