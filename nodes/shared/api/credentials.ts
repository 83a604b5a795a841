import { z } from 'zod/v3';
import type { FunctionsBase } from 'n8n-workflow';

export type CredentialName = 'wagoApi' | 'wagoAdminApi';

export interface WagoCredentials {
	/** Without a trailing slash. */
	readonly baseUrl: string;
	/** The session token (`wagoApi`) or the admin token (`wagoAdminApi`), as WaGo stores it. */
	readonly secret: string;
}

const credentialsSchema = z.object({
	baseUrl: z.string().default(''),
	token: z.string().optional(),
	adminToken: z.string().optional(),
});

/** WaGo removes spaces from a token before it stores it (WaGo docs, /sessions/create-token). */
export function cleanToken(token: string): string {
	return token.replace(/\s/g, '');
}

/** The base URL without spaces around it and without a trailing slash. */
export function cleanBaseUrl(baseUrl: string): string {
	return baseUrl.trim().replace(/\/+$/, '');
}

/** The credential of a node, cleaned. Throws what n8n throws where the node has none. */
export async function readCredentials(
	context: Pick<FunctionsBase, 'getCredentials'>,
	name: CredentialName,
): Promise<WagoCredentials> {
	const { baseUrl, token, adminToken } = credentialsSchema.parse(
		await context.getCredentials(name),
	);
	return {
		baseUrl: cleanBaseUrl(baseUrl),
		secret: cleanToken((name === 'wagoApi' ? token : adminToken) ?? ''),
	};
}
