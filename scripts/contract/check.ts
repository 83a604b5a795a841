import { maskText } from '../../nodes/shared/api/secrets';
import { compareWithDescription, notDescribed } from './compare';
import { findDescription } from './description';
import { expectedEndpoints } from './expectations';
import type { Finding, Verdict } from './finding';
import { notAsked, probe } from './probes';
import { RouteFinder } from './routes';
import { sendAll } from './sends';
import { WagoServer, type ServerAddress } from './wagoServer';

export interface CheckOptions extends ServerAddress {
	/** Who gets one message of each kind: digits or a JID. Nothing is sent without it. */
	readonly sendTo?: string;
}

export interface ContractReport {
	readonly url: string;
	/** Where the server describes its API; absent where it does not. */
	readonly description?: string;
	/** The program of WaGo's family that the server is, where it is not WaGo. */
	readonly relative?: string;
	readonly counts: Readonly<Record<Verdict, number>>;
	readonly findings: readonly Finding[];
}

/**
 * Compares a WaGo server with what the operations send to it and read of it. Reads only, unless there is a
 * number to send messages to.
 *
 * @throws where the server does not answer, or does not know the token: nothing can be compared then
 */
export async function checkContract(options: CheckOptions): Promise<ContractReport> {
	const server = new WagoServer(options);
	await requireToken(server);
	const expected = expectedEndpoints();
	const description = await findDescription(server);
	const routes = await RouteFinder.start(server);
	const relative = await routes.relative();
	const found = [
		...notAsked(expected, Boolean(options.sendTo)),
		...(description
			? compareWithDescription(expected, description.routes)
			: [...notDescribed(expected), ...(await routes.find(expected))]),
		...(await probe(server, expected, Boolean(options.adminToken))),
		...(options.sendTo ? await sendAll(server, expected, options.sendTo) : []),
	];
	const findings = merged(found).map((finding) => withoutSecrets(finding, server.secrets));
	return {
		url: server.baseUrl,
		...(description && { description: description.path }),
		...(relative && { relative }),
		counts: countsOf(findings),
		findings,
	};
}

/** `/webhook` answers whatever the state of the session is. */
async function requireToken(server: WagoServer): Promise<void> {
	const { status } = await server.ask({ method: 'GET', path: '/webhook', auth: 'token' });
	if (status === 401 || status === 403) throw new Error(`${server.baseUrl} refuses the token`);
}

const GRAVITY: readonly Verdict[] = ['unknown', 'confirmed', 'missing', 'refuted'];

/** One finding about each thing: the graver one, and of equals the later, since an answer says more. */
function merged(findings: Finding[]): Finding[] {
	const byThing = new Map<string, Finding>();
	for (const finding of findings) {
		const thing = `${finding.endpoint} ${finding.what}`;
		const known = byThing.get(thing);
		if (!known || gravity(finding) >= gravity(known)) byThing.set(thing, finding);
	}
	return [...byThing.values()];
}

const gravity = ({ verdict }: Finding) => GRAVITY.indexOf(verdict);

/** A server may repeat a token in what it says. */
function withoutSecrets(finding: Finding, secrets: readonly string[]): Finding {
	const { detail } = finding;
	return detail === undefined ? finding : { ...finding, detail: maskText(detail, secrets) };
}

function countsOf(findings: readonly Finding[]): Record<Verdict, number> {
	const counts = { confirmed: 0, refuted: 0, missing: 0, unknown: 0 };
	for (const { verdict } of findings) counts[verdict]++;
	return counts;
}
