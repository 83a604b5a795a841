import { DEMO_TOKEN } from '../../../simulator/state';
import { WagoBench } from '../wagoBench';

let bench: WagoBench;

beforeAll(async () => {
	bench = await WagoBench.start();
});
beforeEach(() => bench.reset());
afterAll(async () => await bench.stop());

const token = (operation: string, parameters = {}) =>
	bench.run({ resource: 'token', operation, ...parameters });

const failure = (operation: string, parameters = {}) =>
	bench.failure({ resource: 'token', operation, ...parameters });

describe('create', () => {
	it('creates a session and does not repeat the given token', async () => {
		const items = await token('create', { name: 'Sales', token: 'sales secret', os: 'chrome' });
		expect(bench.lastRequest).toEqual({
			method: 'POST',
			path: '/session/init',
			body: { Name: 'Sales', Token: 'salessecret', Os: 'chrome' },
		});
		expect(items).toEqual([{ name: 'Sales', os: 'chrome' }]);
		expect(bench.simulator.state.session('salessecret').name).toBe('Sales');
	});

	it('hands out a token that it made itself, another one each time', async () => {
		const [one] = await token('create', { name: 'one' });
		const [two] = await token('create', { name: 'two' });
		expect(one).toEqual({ name: 'one', os: 'n8n', token: expect.stringMatching(/^[0-9a-f]{48}$/) });
		expect(two.token).not.toBe(one.token);
		expect(bench.simulator.state.session(String(two.token)).name).toBe('two');
	});

	it('says that a name or token is taken, without the token', async () => {
		const { message } = await failure('create', { name: 'another', token: DEMO_TOKEN });
		expect(message).toContain('already exists');
		expect(message).not.toContain(DEMO_TOKEN);
	});
});

it('shows no given token that WaGo repeats', async () => {
	const body = { code: 500, error: 'token sales-secret is too short', success: false };
	bench.simulator.state.faults.add({ path: '/session/init', status: 500, body, count: 1 });
	const { message } = await failure('create', { name: 'Sales', token: 'sales-secret' });
	expect(message).toContain('token *** is too short');
});

describe('delete', () => {
	it('deletes the session of the token', async () => {
		expect(await token('delete', { targetToken: ` ${DEMO_TOKEN} ` })).toEqual([{ deleted: true }]);
		expect(bench.lastRequest).toMatchObject({ method: 'POST', path: '/session/delete' });
		expect([...bench.simulator.state.sessions]).toEqual([]);
	});

	it('says which token may be unknown, and shows none', async () => {
		const { message, description } = await failure('delete', { targetToken: 'no-such-token' });
		expect(message).toContain('Unauthorized');
		expect(description).toContain("'Target Token'");
		expect(message).not.toContain('no-such-token');
	});
});

describe.each([
	['getAll', 'GET', '/session/all', ['demo', 'other']],
	['getScanned', 'POST', '/session/scanned', ['demo']],
])('%s', (operation, method, path, names) => {
	it('lists the sessions without their tokens', async () => {
		bench.simulator.state.createSession('other', 'other-token', 'linux');
		bench.session.webhook = 'https://n8n.example.com/webhook/a';
		const items = await token(operation);
		expect(bench.lastRequest).toMatchObject({ method, path });
		expect(items.map(({ name }) => name)).toEqual(names);
		expect(items[0]).toMatchObject({
			id: 1,
			jid: bench.session.jid,
			phone: bench.session.phone,
			connected: true,
			events: ['All'],
			webhookUrl: 'https://n8n.example.com/webhook/a',
		});
		expect(JSON.stringify(items)).not.toMatch(/demo-token|other-token|data:image|"token"/);
	});
});

it('tells a wrong admin token', async () => {
	bench.simulator.state.faults.add({
		path: '/session/all',
		status: 401,
		body: { code: 401, error: 'Unauthorized', success: false },
		count: 1,
	});
	const { message, description } = await failure('getAll');
	expect(message).toContain('WaGo refused the admin token');
	expect(description).toContain('WaGo Admin credential');
});
