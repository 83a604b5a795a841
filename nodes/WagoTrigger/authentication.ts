import { createHash, timingSafeEqual } from 'crypto';
import type { INode, IWebhookFunctions } from 'n8n-workflow';

import { readCredentials } from '../shared/api/credentials';
import { IdleMap } from '../shared/lib/idleMap';
import type { RefusalReason } from '../shared/webhook/refusedDeliveries';
import { hasSecret } from '../shared/webhook/webhookUrl';
import { readConfiguration } from './configuration';
import type { DeliveryBody } from './deliveryBody';
import { nodePathIn } from './publication';
import { isSigned } from './signature';
import { triggerKey } from './triggerKey';

/**
 * Milliseconds that the expected token is remembered. Reading a credential costs a fifth of the deliveries that
 * n8n can take. The price: after a rotation the old token is accepted for as long as this, unless a delivery with
 * another token comes first, because whatever does not match makes the credential be read anew.
 */
const LIFETIME = 5_000;

interface Expectation {
	readonly credentialId?: string | null;
	readonly digest: Buffer;
	readonly readAt: number;
}

/** Digests of the expected tokens, by trigger; tokens themselves are not kept. */
const expectations = new IdleMap<Expectation>({ capacity: 1000, idle: 60_000 });

/** Whose delivery it is: that of the session with this token, or nobody's that is known. */
export type Verdict =
	| { readonly token: string }
	| {
			readonly token?: undefined;
			/** Set where the address is right, so that somebody should be told. */
			readonly refusal?: RefusalReason;
			/** The token of the credential, where it was read. */
			readonly expected?: string;
	  };

const UNKNOWN: Verdict = {};

/**
 * Whether a delivery comes from the session of the node's credential: it knows the secret part of the URL and
 * brings the session's token, which WaGo sends with every delivery (WaGo docs, /webhooks/events). Both are compared
 * in constant time. With the option *Accept Deliveries Without Token* the secret is enough where no token comes, and
 * where the credential has a signing key, the signature. Throws where the credential cannot be read.
 */
export async function authenticate(
	context: IWebhookFunctions,
	node: INode,
	body: DeliveryBody,
	token: string | undefined,
): Promise<Verdict> {
	return token === undefined
		? await judgeWithoutToken(context, node, body)
		: await judgeToken(context, node, token);
}

/** Forgets what a trigger expects. */
export function forgetExpectation(trigger: string): void {
	expectations.delete(trigger);
}

async function judgeToken(
	context: IWebhookFunctions,
	node: INode,
	token: string,
): Promise<Verdict> {
	const query = context.getQueryData();
	const nodePath = nodePathIn(context, node);
	const key = triggerKey(context, node);
	const credentialId = node.credentials?.wagoApi?.id;
	const given = digestOf(token);
	const known = expectations.get(key);
	const isFresh =
		known !== undefined &&
		known.credentialId === credentialId &&
		Math.abs(Date.now() - known.readAt) < LIFETIME;
	const isRemembered = isFresh && timingSafeEqual(given, known.digest);
	if (isRemembered) return hasSecret(query, token, nodePath) ? { token } : UNKNOWN;

	const { secret: expected } = await readCredentials(context, 'wagoApi');
	const digest = digestOf(expected);
	expectations.set(key, { credentialId, digest, readAt: Date.now() });
	const isOfToken = hasSecret(query, token, nodePath);
	if (timingSafeEqual(given, digest)) return isOfToken ? { token } : UNKNOWN;
	// The address belongs to the token that comes with it, so it was registered when that was the credential's.
	if (isOfToken) return { refusal: 'credentialChanged', expected };
	return hasSecret(query, expected, nodePath) ? { refusal: 'otherToken', expected } : UNKNOWN;
}

async function judgeWithoutToken(
	context: IWebhookFunctions,
	node: INode,
	body: DeliveryBody,
): Promise<Verdict> {
	const { secret: expected, signingSecret } = await readCredentials(context, 'wagoApi');
	const nodePath = nodePathIn(context, node);
	if (!hasSecret(context.getQueryData(), expected, nodePath)) return UNKNOWN;
	const { acceptWithoutToken } = readConfiguration(context).options;
	if (!acceptWithoutToken) return { refusal: 'noToken', expected };
	const isGenuine = signingSecret === undefined || isSigned(context, body, signingSecret);
	return isGenuine ? { token: expected } : { refusal: 'signature', expected };
}

/** Digests are of one length, so that comparing them does not tell how long the token is. */
function digestOf(token: string): Buffer {
	return createHash('sha256').update(token).digest();
}
