import { cleanBaseUrl, cleanToken } from '../../nodes/shared/api/credentials';
import type { EndpointAuth } from '../../nodes/shared/api/endpoint';
import type { HttpAnswer } from '../../nodes/shared/api/failure';

export interface ServerAddress {
	readonly url: string;
	readonly token: string;
	readonly adminToken?: string;
}

interface Request {
	readonly method: string;
	readonly path: string;
	/** `none` sends no token, also to an endpoint that wants one. */
	readonly auth: EndpointAuth;
	readonly body?: object;
}

/** No answer came. */
export class NoAnswer extends Error {}

const TIMEOUT_MS = 30_000;

/** A real WaGo, asked without n8n. */
export class WagoServer {
	readonly baseUrl: string;

	private readonly tokens: { token: string; admintoken: string };

	constructor({ url, token, adminToken = '' }: ServerAddress) {
		this.baseUrl = cleanBaseUrl(url);
		this.tokens = { token: cleanToken(token), admintoken: cleanToken(adminToken) };
	}

	/** What nothing that is printed may hold. */
	get secrets(): string[] {
		return Object.values(this.tokens);
	}

	get sessionToken(): string {
		return this.tokens.token;
	}

	/**
	 * Sends one request. Redirects are not followed, since the token would follow them.
	 *
	 * @throws NoAnswer where none comes
	 */
	async ask(request: Request): Promise<HttpAnswer> {
		return await this.send(request).catch((error: Error) => {
			throw new NoAnswer(`${this.baseUrl} does not answer: ${reasonOf(error)}`);
		});
	}

	/** Like {@link ask}, for one question of many: the other answers count also where this one does not come. */
	async tryToAsk(request: Request): Promise<HttpAnswer | NoAnswer> {
		return await this.ask(request).catch((error: NoAnswer) => error);
	}

	private async send({ method, path, auth, body }: Request): Promise<HttpAnswer> {
		const response = await fetch(this.baseUrl + path, {
			method,
			headers: { 'content-type': 'application/json', ...this.headersFor(auth) },
			body: body && JSON.stringify(body),
			redirect: 'manual',
			signal: AbortSignal.timeout(TIMEOUT_MS),
		});
		const location = response.headers.get('location') ?? undefined;
		return { status: response.status, text: await response.text(), location };
	}

	private headersFor(auth: EndpointAuth): Record<string, string> {
		const { token, admintoken } = this.tokens;
		if (auth === 'none') return {};
		return auth === 'token' ? { token } : { admintoken };
	}
}

/** `fetch` says no more than that it failed; the cause says why. */
function reasonOf({ message, cause }: Error): string {
	return cause instanceof Error && cause.message ? cause.message : message;
}
