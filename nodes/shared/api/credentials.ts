import type { FunctionsBase, ICredentialDataDecryptedObject } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

export type CredentialName = 'wagoApi' | 'wagoAdminApi';

export interface WagoCredentials {
	/** Begins with its protocol, without a trailing slash. */
	readonly baseUrl: string;
	/** The session token (`wagoApi`) or the admin token (`wagoAdminApi`), as WaGo stores it. */
	readonly secret: string;
	/** Whether the server's certificate may be one that nobody vouches for. */
	readonly ignoreSslIssues: boolean;
	/** What the server signs its deliveries with; only where the user has set it (`wagoApi`). */
	readonly signingSecret?: string;
	/** The fields by their names, clean: what n8n authenticates a request with. */
	readonly data: ICredentialDataDecryptedObject;
}

type CredentialContext = Pick<FunctionsBase, 'getCredentials' | 'getNode'>;

interface Field {
	readonly name: string;
	readonly label: string;
}

const BASE_URL: Field = { name: 'baseUrl', label: 'Base URL' };

const SECRETS: Readonly<Record<CredentialName, Field>> = {
	wagoApi: { name: 'token', label: 'Token' },
	wagoAdminApi: { name: 'adminToken', label: 'Admin Token' },
};

const SIGNING_SECRET: Field = { name: 'signingSecret', label: 'Webhook Signing Secret' };

const PROTOCOL = /^[a-z][a-z\d+.-]*:\/\//i;

/** WaGo removes spaces from a token before it stores it (WaGo docs, /sessions/create-token). */
export function cleanToken(token: string): string {
	return token.replace(/\s/g, '');
}

/** The base URL without spaces around it and without a trailing slash, `http://` added where it has no protocol. */
export function cleanBaseUrl(baseUrl: string): string {
	const address = baseUrl.trim().replace(/\/+$/, '');
	return PROTOCOL.test(address) ? address : `http://${address}`;
}

/**
 * The credential of a node, cleaned, its expressions resolved for one item (the first unless said otherwise). Throws
 * what n8n throws where the node has none, and a {@link NodeOperationError} where an address or a token is missing.
 */
export async function readCredentials(
	context: CredentialContext,
	name: CredentialName,
	itemIndex?: number,
): Promise<WagoCredentials> {
	const given = await context.getCredentials(name, itemIndex);
	const text = (field: Field) => textOf(context, given, field, itemIndex);
	const baseUrl = cleanBaseUrl(text(BASE_URL));
	const secret = cleanToken(text(SECRETS[name]));
	return {
		baseUrl,
		secret,
		...(isSet(given[SIGNING_SECRET.name]) && { signingSecret: text(SIGNING_SECRET) }),
		ignoreSslIssues: given.ignoreSslIssues === true,
		data: { ...given, [BASE_URL.name]: baseUrl, [SECRETS[name].name]: secret },
	};
}

/** An expression without a result is set: what it should have given must not be done without. */
function isSet(value: unknown): boolean {
	return value !== undefined && value !== '';
}

/** Expressions also give numbers, and nothing at all. The value stays out of errors: it may be a token. */
function textOf(
	context: CredentialContext,
	given: ICredentialDataDecryptedObject,
	{ name, label }: Field,
	itemIndex: number | undefined,
): string {
	const value = given[name] ?? '';
	const text = typeof value === 'number' ? String(value) : value;
	if (typeof text === 'string' && text.trim() !== '') return text;
	const fault = typeof text === 'string' ? 'empty' : 'not text';
	throw new NodeOperationError(
		context.getNode(),
		`'${label}' of the credential is ${fault}: check its expression`,
		{ itemIndex, description: 'Fill it in there, or correct the expression that it comes from.' },
	);
}
