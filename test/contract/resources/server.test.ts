import { DEMO_TOKEN } from '../../../simulator/state';
import { WagoBench } from '../wagoBench';

/** Where the harness says that n8n is. */
const OWN = 'http://n8n.test:5678/webhook/abc/webhook?secret=0123456789abcdef';

let bench: WagoBench;

beforeAll(async () => {
	bench = await WagoBench.start();
});
beforeEach(() => bench.reset());
afterAll(async () => await bench.stop());

const server = (operation: string, parameters = {}) =>
	bench.run({ resource: 'server', operation, ...parameters });

describe('getHealth', () => {
	it('says that the server answers, also for an unknown token', async () => {
		bench.simulator.state.sessions.delete(DEMO_TOKEN);
		expect(await server('getHealth')).toEqual([{ ok: true, status: 200, details: 'ok' }]);
		expect(bench.lastRequest).toMatchObject({ method: 'GET', path: '/server/ok' });
	});
});

describe('diagnose', () => {
	interface Check {
		name: string;
		ok: boolean | null;
		detail: string;
		fix?: string;
		allOk: boolean;
	}
	const diagnose = async (parameters = {}) =>
		(await server('diagnose', parameters)) as unknown as Check[];
	const named = (checks: Check[], name: string) => checks.find((check) => check.name === name);
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
	const [REACHABLE, TOKEN, CONNECTED, LOGGED_IN, WEBHOOK, EVENTS] = NAMES;
	/** The names of the checks that fail, in the order in which they come. */
	const failing = (checks: Check[]) =>
		checks.filter(({ ok }) => ok === false).map(({ name }) => name);

	beforeEach(() => {
		bench.session.webhook = OWN;
		bench.session.events = ['Message'];
	});

	it('finds everything in order, in the order of WaGo', async () => {
		const checks = await diagnose();
		expect(checks.map(({ name }) => name)).toEqual(NAMES);
		for (const check of checks) {
			expect(check).toMatchObject({ ok: true, allOk: true });
			expect(check).not.toHaveProperty('fix');
		}
		expect(JSON.stringify(checks)).not.toMatch(/0123456789abcdef|demo-token/);
	});

	it('reads only', async () => {
		await diagnose();
		expect(bench.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
			'GET /server/ok',
			'GET /webhook',
			'GET /session/status',
		]);
	});

	it('stops asking where nothing answers', async () => {
		bench.simulator.state.faults.add({ path: '/server/ok', drop: true, count: 1 });
		const checks = await diagnose();
		expect(checks[0]).toMatchObject({ name: REACHABLE, ok: false, allOk: false });
		expect(checks[0].fix).toBeTruthy();
		expect(failing(checks)).toEqual([REACHABLE]);
		expect(named(checks, CONNECTED)?.ok).toBeNull();
		expect(bench.requests.map(({ path }) => path)).toEqual(['/server/ok']);
	});

	it('reaches a server without the health endpoint', async () => {
		bench.simulator.state.faults.add({
			path: '/server/ok',
			status: 404,
			body: '404 page not found',
			count: 1,
		});
		expect(failing(await diagnose())).toEqual([]);
	});

	it('does not take a page that is not found everywhere for WaGo', async () => {
		for (const path of ['/server/ok', '/webhook', '/session/status']) {
			const body = '404 page not found';
			bench.simulator.state.faults.add({ path, status: 404, body, count: 1 });
		}
		expect(failing(await diagnose())).toContain(REACHABLE);
	});

	it('finds an unknown token', async () => {
		bench.simulator.state.sessions.delete(DEMO_TOKEN);
		const checks = await diagnose();
		expect(failing(checks)).toEqual([TOKEN]);
		expect(named(checks, REACHABLE)?.ok).toBe(true);
	});

	it('finds a session that is not connected', async () => {
		bench.session.disconnect();
		bench.session.events = ['Message'];
		const checks = await diagnose();
		expect(failing(checks)).toEqual([CONNECTED]);
		expect(checks[0].fix).toContain("'Connect'");
	});

	it('finds a session without a phone', async () => {
		bench.session.logout();
		bench.session.connect(['Message'], bench.simulator.state.settings);
		const checks = await diagnose();
		expect(failing(checks)).toEqual([LOGGED_IN]);
		expect(checks[0].fix).toContain("'Get QR Code'");
	});

	it.each([
		['no webhook', '', 'No webhook is registered'],
		['a foreign one', 'https://other.example.com/x', 'not to http://n8n.test:5678'],
		['that of a test', 'http://n8n.test:5678/webhook-test/abc/webhook', 'that of a test'],
		['one that is no address', 'n8n', 'no address'],
	])('finds %s', async (_case, webhook, detail) => {
		bench.session.webhook = webhook;
		const check = named(await diagnose(), WEBHOOK);
		expect(check).toMatchObject({ ok: false, detail: expect.stringContaining(detail) });
		expect(check?.fix).toBeTruthy();
	});

	it('takes the other address of this n8n for its own', async () => {
		bench.session.webhook = 'http://n8n:5678/webhook/abc/webhook';
		expect(named(await diagnose(), WEBHOOK)?.ok).toBe(false);
		const checks = await diagnose({ options: { webhookBaseUrl: 'http://n8n:5678/' } });
		expect(named(checks, WEBHOOK)?.ok).toBe(true);
	});

	it('finds missing events', async () => {
		const checks = await diagnose({ events: ['Message', 'Call', 'LoggedOut'] });
		expect(named(checks, EVENTS)).toMatchObject({
			ok: false,
			detail: 'Subscribed: Message. Missing: Call, LoggedOut',
		});
		bench.session.events = ['All'];
		expect(named(await diagnose({ events: ['Call'] }), EVENTS)?.ok).toBe(true);
	});
});

describe('request', () => {
	it('sends what it is told and puts out an item for each element', async () => {
		const [item] = await server('request', {
			method: 'POST',
			path: '/user/check',
			body: '{"Phone": ["15550100001"]}',
		});
		expect(bench.lastRequest).toEqual({
			method: 'POST',
			path: '/user/check',
			body: { Phone: ['15550100001'] },
		});
		expect(item).toHaveProperty('Users');
	});

	it('reads without a body', async () => {
		expect(await server('request', { path: '/session/status' })).toEqual([
			expect.objectContaining({ Connected: true }),
		]);
	});

	it.each(['http://evil.example', '//evil.example/x', '/../x', '/a/%2e%2E/b', '/\\evil', 'status'])(
		'refuses the path %s',
		async (path) => {
			const parameters = { resource: 'server', operation: 'request', path };
			expect((await bench.failure(parameters)).message).toContain("'Path' is not a path");
			expect(bench.requests).toEqual([]);
		},
	);

	it('says what WaGo says of an endpoint that it does not have', async () => {
		const parameters = { resource: 'server', operation: 'request', path: '/no/such' };
		await expect(bench.failure(parameters)).resolves.toMatchObject({ message: expect.any(String) });
	});
});

describe('with the admin token', () => {
	it('gets the license', async () => {
		expect(await server('getLicense')).toEqual([
			expect.objectContaining({ Details: 'License is valid' }),
		]);
		expect(bench.lastRequest).toMatchObject({ method: 'POST', path: '/server/license' });
	});

	it('lets the server update itself', async () => {
		expect(await server('update')).toEqual([{ Details: 'Already up to date' }]);
		expect(bench.simulator.state.updates).toBe(1);
	});
});

it('says so for an operation that does not exist, as that of a custom call', async () => {
	const parameters = { resource: 'server', operation: '__CUSTOM_API_CALL__' };
	expect((await bench.failure(parameters)).message).toContain("no operation '__CUSTOM_API_CALL__'");
});
