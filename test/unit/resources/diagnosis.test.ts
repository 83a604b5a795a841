import type { Outcome } from '../../../nodes/shared/api/session';
import { failureOfAnswer, failureOfError } from '../../../nodes/shared/api/failure';
import type { SessionStatus, WebhookState } from '../../../nodes/shared/api/session';
import {
	diagnosis,
	summaryOf,
	type Findings,
} from '../../../nodes/Wago/resources/server/diagnosis';
import {
	receiversVerdict,
	webhookVerdict,
} from '../../../nodes/Wago/resources/server/webhookVerdict';
import {
	buildWebhookUrl,
	markAsTest,
	withPrevious,
} from '../../../nodes/shared/webhook/webhookUrl';

const TOKEN = 'secret';
const BASE_URL = 'http://wago:1337';
const JID = '15550100099@s.whatsapp.net';

const known = <Value>(value: Value): Outcome<Value> => ({ ok: true, value });
const refusal = (error: string, status = 500): Outcome<never> => ({
	ok: false,
	failure: failureOfAnswer({ status, text: error }, error),
});
const page: Outcome<never> = {
	ok: false,
	failure: failureOfAnswer({ status: 200, text: '' }, '', 'notWago'),
};
const status = (changes: Partial<SessionStatus> = {}): Outcome<SessionStatus> =>
	known({ connected: true, loggedIn: true, events: ['Message'], ...changes });
const webhook = (changes: Partial<WebhookState> = {}): Outcome<WebhookState> =>
	known({ webhookUrl: OWN, subscribe: ['Message'], ...changes });

const own = (path: string, origin = 'https://n8n.example.com') =>
	buildWebhookUrl({
		nodeUrl: `${origin}/webhook/${path}/webhook`,
		nodePath: `/${path}/webhook`,
		token: TOKEN,
	});
const OWN = own('uuid');
const trigger = (url: string, nodeName = 'WaGo Trigger') => ({
	workflowId: 'w1',
	nodeId: url,
	nodeName,
	url,
	events: ['Message'],
});

const findings: Findings = {
	baseUrl: BASE_URL,
	token: TOKEN,
	ownAddresses: ['https://n8n.example.com/rest'],
	triggers: [],
	refusals: [],
	needed: ['Message'],
	health: known('ok'),
	webhook: webhook(),
	status: status(),
};

const checks = (found: Partial<Findings> = {}) => diagnosis({ ...findings, ...found });
const check = (name: string, found: Partial<Findings>) =>
	checks(found).find((one) => one.name === name);

const NAMES = [
	'server reachable',
	'token known',
	'connected',
	'logged in',
	"webhook is this instance's",
	'events subscribed',
	'deliveries refused lately',
	'other receivers',
];
/** What each check says, in the order of WaGo's troubleshooting. */
const verdicts = (found: Partial<Findings>) => NAMES.map((name) => check(name, found)?.ok);

it('is good where all checks hold, and has nothing to mend', () => {
	expect(checks().map(({ name, ok, fix, allOk }) => ({ name, ok, fix, allOk }))).toEqual(
		NAMES.map((name) => ({ name, ok: true, fix: undefined, allOk: true })),
	);
	expect(summaryOf(checks())).toBe('All 8 checks hold.');
});

it('puts first what fails, and says in each check that not all is well', () => {
	const found = checks({ webhook: webhook({ webhookUrl: '', subscribe: [] }) });
	expect(found.map(({ name }) => name)).toEqual([
		"webhook is this instance's",
		'events subscribed',
		...NAMES.filter((name) => !name.startsWith('webhook') && !name.startsWith('events')),
	]);
	expect(found.every(({ allOk }) => !allOk)).toBe(true);
	expect(summaryOf(found)).toMatch(
		/^2 of 8 checks fail\. First: No webhook is registered.*'Repair'/,
	);
});

it('is not good where a check cannot be told', () => {
	const found = { status: refusal('some failure') };
	expect(verdicts(found)).toEqual([true, true, false, null, true, true, true, true]);
	expect(checks(found)[0].allOk).toBe(false);
});

it.each([
	['a network failure', failureOfError({ code: 'ECONNREFUSED' }, 'http://localhost:1337')],
	['an address blocked by n8n', failureOfError({ message: 'The request was blocked' }, BASE_URL)],
])('gives the advice of %s', (_case, failure) => {
	const found = checks({ health: { ok: false, failure }, webhook: undefined, status: undefined });
	expect(found[0]).toMatchObject({ name: 'server reachable', ok: false, fix: failure.advice });
	expect(found.slice(1).map(({ ok }) => ok)).toEqual([null, null, null, null, null, true, null]);
});

it('tells another program from WaGo', () => {
	const found = { health: page, webhook: page, status: page };
	expect(verdicts(found).slice(0, 2)).toEqual([false, null]);
});

it('takes the text of a route that is not there for no sign of WaGo', () => {
	const missing = refusal('404 page not found', 404);
	const found = { health: missing, webhook: missing, status: missing };
	expect(verdicts(found).slice(0, 2)).toEqual([false, null]);
	expect(check('server reachable', found)?.fix).toContain("'Base URL'");
});

it('is reached where only the health endpoint is missing', () => {
	expect(verdicts({ health: refusal('page not found', 404) })[0]).toBe(true);
});

describe('the session', () => {
	it.each<[string, Partial<SessionStatus>, boolean, boolean | null]>([
		['without a connection', { connected: false, loggedIn: false }, false, null],
		['that is linked, but offline', { connected: false, loggedIn: false, jid: JID }, false, true],
		['without a phone', { loggedIn: false }, true, false],
		['whose link has ended', { loggedIn: false, jid: JID }, true, false],
	])('%s', (_case, changes, isConnected, isLoggedIn) => {
		expect(verdicts({ status: status(changes) }).slice(2, 4)).toEqual([isConnected, isLoggedIn]);
	});

	it('is not sent round in a circle where WaGo reconnects by itself', () => {
		const offline = { status: status({ connected: false, loggedIn: false, jid: JID }) };
		expect(check('connected', offline)?.fix).toMatch(/'Connect'.*reconnecting by itself: wait/);
	});
});

describe('the events', () => {
	it.each<[string, string[], string[] | undefined, boolean]>([
		['in force', ['Message'], ['Message'], true],
		['of which the status does not tell', ['Message'], undefined, true],
		['of which All covers each', ['All'], ['All'], true],
		['that are stored, while the status names none', ['All'], [], false],
		['that are missing', ['Call'], ['Call'], false],
	])('%s', (_case, subscribe, events, expected) => {
		const found = { webhook: webhook({ subscribe }), status: status({ events }) };
		const { ok, fix } = check('events subscribed', found)!;
		expect(ok).toBe(expected);
		expect(fix?.includes("'Repair'") ?? false).toBe(!expected);
	});
});

it('tells of deliveries that were refused, with what to do', () => {
	const refused = { workflowId: 'w1', nodeName: 'Bot', count: 3, lastAt: Date.UTC(2026, 0, 2) };
	const found = check('deliveries refused lately', {
		refusals: [{ ...refused, reason: 'credentialChanged' }],
	});
	expect(found).toMatchObject({
		ok: false,
		detail: expect.stringContaining("'Bot' has refused 3, the last at 2026-01-02T00:00:00.000Z"),
		fix: 'Unpublish the workflow, then publish it.',
	});
});

describe('the webhook', () => {
	const verdict = (url: string, changes: Partial<Findings> = {}) =>
		webhookVerdict(url, { ...findings, ...changes });

	it("is this instance's, and its secret is not shown", () => {
		expect(verdict(OWN)).toEqual({
			ok: true,
			detail: 'WaGo delivers to https://n8n.example.com/webhook/uuid/webhook',
		});
	});

	it.each([
		OWN.replace('/webhook/uuid', '/webhook-test/uuid'),
		markAsTest(OWN.replace('/webhook/uuid', '/webhook-test/uuid'), OWN, TOKEN),
	])('is left over from a test: %s', (url) => {
		expect(verdict(url)).toMatchObject({ ok: false, detail: expect.stringContaining('test') });
	});

	it('may be out of reach on localhost', () => {
		const address = 'http://localhost:5678/webhook/a';
		const ownAddresses = ['http://localhost:5678/'];
		expect(verdict(address, { ownAddresses })).toMatchObject({
			ok: true,
			fix: expect.stringContaining('WEBHOOK_URL'),
		});
		const near = verdict(address, { ownAddresses, baseUrl: 'http://localhost:1337' });
		expect(near).not.toHaveProperty('fix');
	});

	it.each(['', 'n8n', 'https://other.example.com/webhook/a', 'http://n8n.example.com/webhook/a'])(
		'is not this instance (%j), which Repair mends',
		(url) => {
			expect(verdict(url)).toMatchObject({ ok: false, fix: expect.stringContaining("'Repair'") });
		},
	);

	it('is that of a trigger elsewhere', () => {
		const { ok, detail } = verdict(own('uuid', 'https://staging.example.com'));
		expect(ok).toBe(false);
		expect(detail).toContain('a WaGo Trigger of another n8n');
	});

	it('is this instance under the address at which the trigger was published', () => {
		const url = own('uuid', 'http://n8n:5678');
		expect(verdict(url).ok).toBe(false);
		expect(verdict(url, { triggers: [trigger(url)] }).ok).toBe(true);
	});
});

describe('other receivers', () => {
	const FOREIGN = 'https://other.example.com/hook?key=theirs';
	const verdict = (url: string, changes: Partial<Findings> = {}) =>
		receiversVerdict(url, { ...findings, ...changes });

	it.each([
		['none', OWN, true, 'No other receiver is known'],
		[
			'the one that was before',
			withPrevious(OWN, FOREIGN, TOKEN),
			true,
			'https://other.example.com/hook was',
		],
		['the one that has the webhook', FOREIGN, false, 'https://other.example.com/hook gets all'],
	])('are told: %s', (_case, url, ok, detail) => {
		const found = verdict(url);
		expect(found).toMatchObject({ ok, detail: expect.stringContaining(detail) });
		expect(JSON.stringify(found)).not.toContain('theirs');
	});

	it('are other published triggers, which get nothing', () => {
		const triggers = [trigger(OWN), trigger(own('second'), 'Second')];
		expect(verdict(OWN, { triggers })).toMatchObject({
			ok: false,
			detail: expect.stringContaining("'Second' of workflow w1"),
		});
		expect(verdict(OWN, { triggers: [trigger(OWN)] }).ok).toBe(true);
	});
});
