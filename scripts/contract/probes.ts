import { readReply } from '../../nodes/shared/api/envelope';
import type { HttpAnswer } from '../../nodes/shared/api/failure';
import { judgeAnswer, type AnswerName, type ExpectedAnswer } from './answers';
import type { ExpectedEndpoint } from './expectations';
import { judgementOf, type Finding } from './finding';
import { judgeFailure, judgeMissed, missedFields } from './refusals';
import { NoAnswer, type WagoServer } from './wagoServer';

interface Probe extends ExpectedAnswer {
	/** `GET` unless said otherwise. */
	readonly method?: 'POST';
	readonly path: string;
}

const GROUP: readonly AnswerName[] = ['groupId', 'name', 'ownerId', 'createdAt', 'participants'];
const CONTACT: readonly AnswerName[] = ['fullName', 'firstName', 'businessName', 'pushName'];
const SESSION: readonly AnswerName[] = ['name', 'jid', 'connected', 'events', 'webhook'];

/**
 * All that is asked of a server: what only reads, and neither links a phone nor looks for an update. `POST` is
 * sent without a field, so that an endpoint can do no more than say which one it misses.
 */
const PROBES: readonly Probe[] = [
	{ path: '/server/ok', provenance: 'documented' },
	{ path: '/webhook', provenance: 'documented', reads: ['webhook', 'subscribe'] },
	{
		path: '/session/status',
		provenance: 'documented',
		reads: ['connected', 'loggedIn', 'jid', 'events'],
	},
	{ path: '/group/list', provenance: 'inferred', listName: 'groups', reads: GROUP },
	{ path: '/group/myall', provenance: 'inferred', listName: 'groups', reads: GROUP },
	{
		path: '/user/contacts',
		provenance: 'inferred',
		listName: 'contacts',
		byId: true,
		reads: CONTACT,
	},
	{ path: '/user/blocklist', provenance: 'inferred', listName: 'blocklist' },
	{ path: '/user/privacy', provenance: 'inferred' },
	{
		path: '/newsletter/list',
		provenance: 'inferred',
		listName: 'newsletters',
		reads: ['newsletterId', 'threadMetadata', 'viewerMetadata'],
	},
	{ path: '/call/status', provenance: 'documented', listName: 'calls', reads: ['callId'] },
	{ path: '/call/webrtc/config', provenance: 'documented', reads: ['iceServers', 'turn'] },
	{
		path: '/session/all',
		provenance: 'inferred',
		listName: 'sessions',
		byId: true,
		reads: SESSION,
	},
	{ method: 'POST', path: '/user/check', provenance: 'inferred' },
	{ method: 'POST', path: '/user/info', provenance: 'inferred' },
	{ method: 'POST', path: '/group/info', provenance: 'inferred' },
	{ method: 'POST', path: '/message/status', provenance: 'documented' },
	{ method: 'POST', path: '/newsletter/info', provenance: 'inferred' },
];

/**
 * Asks what can be asked without changing anything, and compares the answers with what the operations read.
 *
 * @param hasAdminToken without it, what only an admin may ask stays unknown
 */
export async function probe(
	server: WagoServer,
	expected: readonly ExpectedEndpoint[],
	hasAdminToken: boolean,
): Promise<Finding[]> {
	const findings: Finding[] = [];
	for (const row of PROBES) {
		const { method = 'GET', path } = row;
		const endpoint = expected.find((one) => one.path === path && one.method === method);
		if (!endpoint) throw new Error(`No operation calls ${method} ${path}`);
		if (endpoint.auth === 'admintoken' && !hasAdminToken) {
			findings.push(judgementOf(endpoint, 'answer')('unknown', 'not asked without --admin-token'));
			continue;
		}
		const body = method === 'POST' ? {} : undefined;
		const http = await server.tryToAsk({ method, path, auth: endpoint.auth, body });
		findings.push(...judge(row, endpoint, http));
	}
	return findings;
}

/** What no question of this program can be about, because it changes something. */
export function notAsked(expected: readonly ExpectedEndpoint[], sends: boolean): Finding[] {
	const asked = new Set(PROBES.map(({ method = 'GET', path }) => `${method} ${path}`));
	return expected
		.filter(({ method, path }) => !asked.has(`${method} ${path}`))
		.filter(({ path }) => !(sends && path.startsWith('/send/')))
		.map((endpoint) => {
			const reason = endpoint.path.startsWith('/send/')
				? 'without --send-to'
				: 'it may change something';
			return judgementOf(endpoint, 'answer')('unknown', `not asked: ${reason}`);
		});
}

function judge(row: Probe, endpoint: ExpectedEndpoint, http: HttpAnswer | NoAnswer): Finding[] {
	const judgeRoute = judgementOf(endpoint, 'route');
	if (http instanceof NoAnswer) return [judgeRoute('unknown', http.message)];
	const { status } = http;
	if (status === 404 || status === 405) return [judgeRoute('missing', `HTTP status ${status}`)];
	const reply = readReply(http);
	if (reply.ok) {
		return [judgeRoute('confirmed'), ...judgeAnswer(endpoint, row, reply.answer.data)];
	}
	const missed = missedFields(reply.failure);
	if (missed.length === 0) return [judgeFailure(endpoint, reply.failure)];
	return [judgeRoute('confirmed'), ...missed.map((name) => judgeMissed(endpoint, name))];
}
