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
	const diagnose = async (parameters = {}) => {
		const checks = (await server('diagnose', parameters)) as unknown as Check[];
		return { ok: checks[0].allOk, checks };
	};
	const verdicts = async (parameters = {}) =>
		(await diagnose(parameters)).checks.map(({ ok }) => ok);

	beforeEach(() => {
		bench.session.webhook = OWN;
		bench.session.events = ['Message'];
	});

	it('finds everything in order, in the order of WaGo', async () => {
		const { ok, checks } = await diagnose();
		expect(ok).toBe(true);
		expect(checks.map(({ name }) => name)).toEqual([
			'server reachable',
			'token known',
			'connected',
			'logged in',
			"webhook is this instance's",
			'events subscribed',
		]);
		expect(checks.every((check) => check.ok === true && check.fix === '')).toBe(true);
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
		const { ok, checks } = await diagnose();
		expect(ok).toBe(false);
		expect(checks.map((check) => check.ok)).toEqual([false, null, null, null, null, null]);
		expect(checks[0].fix).not.toBe('');
		expect(bench.requests.map(({ path }) => path)).toEqual(['/server/ok']);
	});

	it('reaches a server without the health endpoint', async () => {
		bench.simulator.state.faults.add({
			path: '/server/ok',
			status: 404,
			body: '404 page not found',
			count: 1,
		});
		expect(await verdicts()).toEqual([true, true, true, true, true, true]);
	});

	it('finds an unknown token', async () => {
		bench.simulator.state.sessions.delete(DEMO_TOKEN);
		expect(await verdicts()).toEqual([true, false, null, null, null, null]);
	});

	it('finds a session that is not connected', async () => {
		bench.session.disconnect();
		bench.session.events = ['Message'];
		const { checks } = await diagnose();
		expect(checks.map((check) => check.ok)).toEqual([true, true, false, null, true, true]);
		expect(checks[2].fix).toContain("'Connect'");
	});

	it('finds a session without a phone', async () => {
		bench.session.logout();
		bench.session.connect(['Message'], bench.simulator.state.settings);
		const { checks } = await diagnose();
		expect(checks.map((check) => check.ok)).toEqual([true, true, true, false, true, true]);
		expect(checks[3].fix).toContain("'Get QR Code'");
	});

	it.each([
		['no webhook', '', 'No webhook is registered'],
		['a foreign one', 'https://other.example.com/x', 'not to http://n8n.test:5678'],
		['that of a test', 'http://n8n.test:5678/webhook-test/abc/webhook', 'that of a test'],
		['one that is no address', 'n8n', 'no address'],
	])('finds %s', async (_case, webhook, detail) => {
		bench.session.webhook = webhook;
		const { checks } = await diagnose();
		expect(checks[4]).toMatchObject({ ok: false, detail: expect.stringContaining(detail) });
		expect(checks[4].fix).not.toBe('');
	});

	it('takes the other address of this n8n for its own', async () => {
		bench.session.webhook = 'http://n8n:5678/webhook/abc/webhook';
		expect((await verdicts())[4]).toBe(false);
		expect((await verdicts({ options: { webhookBaseUrl: 'http://n8n:5678/' } }))[4]).toBe(true);
	});

	it('finds missing events', async () => {
		const { checks } = await diagnose({ events: ['Message', 'Call', 'LoggedOut'] });
		expect(checks[5]).toMatchObject({
			ok: false,
			detail: 'Subscribed: Message. Missing: Call, LoggedOut',
		});
		bench.session.events = ['All'];
		expect((await verdicts({ events: ['Call'] }))[5]).toBe(true);
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
