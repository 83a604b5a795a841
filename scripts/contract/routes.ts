import { EITHER_METHOD } from './compare';
import type { ExpectedEndpoint } from './expectations';
import { judgementOf, type Finding } from './finding';
import { NoAnswer, type WagoServer } from './wagoServer';

/** A route that no server has. */
const NO_ROUTE = '/contract/no-such-route';

interface Relative {
	readonly name: string;
	/** A route that it has and WaGo lacks, and one of WaGo's that it lacks. */
	readonly has: string;
	readonly lacks: string;
}

/** Public programs of WaGo's family that take the same requests for their tokens (their routes as of 2026). */
const RELATIVES: readonly Relative[] = [
	{ name: 'wuzapi', has: '/chat/send/text', lacks: '/send/text' },
	{ name: 'evolution-go', has: '/instance/connect', lacks: '/session/connect' },
];

/** Which of the server's routes exist, as far as it tells somebody without a token. */
export class RouteFinder {
	private constructor(
		private readonly server: WagoServer,
		private readonly tells: boolean,
	) {}

	/** Where a server refuses what it does not have as well, its refusals tell nothing. */
	static async start(server: WagoServer): Promise<RouteFinder> {
		return new RouteFinder(server, (await statusOf(server, NO_ROUTE)) === 404);
	}

	/** The name of WaGo's relative that answers in its stead. */
	async relative(): Promise<string | undefined> {
		for (const { name, has, lacks } of RELATIVES) {
			if ((await this.exists(has)) === true && (await this.exists(lacks)) === false) return name;
		}
		return undefined;
	}

	/** A finding about each `POST` endpoint that wants a token. Nothing can happen: there is none, and no field. */
	async find(expected: readonly ExpectedEndpoint[]): Promise<Finding[]> {
		const findings: Finding[] = [];
		if (!this.tells) return findings;
		for (const endpoint of expected) {
			if (endpoint.method !== 'POST' || endpoint.auth === 'none') continue;
			const exists = await this.exists(endpoint.path);
			const judge = judgementOf(endpoint, 'route');
			if (exists === true) findings.push(judge('confirmed', 'it asks for a token'));
			if (exists === false) {
				const isNeeded = !EITHER_METHOD.has(endpoint.path);
				const detail = 'not there, asked without a token';
				findings.push(judge(isNeeded ? 'missing' : 'unknown', detail));
			}
		}
		return findings;
	}

	/** `undefined` where the server does not tell. */
	private async exists(path: string): Promise<boolean | undefined> {
		const status = await statusOf(this.server, path);
		if (!this.tells || status === undefined) return undefined;
		if (status === 404 || status === 405) return false;
		return status === 401 || status === 403 ? true : undefined;
	}
}

async function statusOf(server: WagoServer, path: string): Promise<number | undefined> {
	const answer = await server.tryToAsk({ method: 'POST', path, auth: 'none', body: {} });
	return answer instanceof NoAnswer ? undefined : answer.status;
}
