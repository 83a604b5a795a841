import { sleep } from 'n8n-workflow';

import { DEMO_TOKEN } from '../../../simulator/state';
import { WagoBench } from '../wagoBench';

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

let bench: WagoBench;

beforeAll(async () => {
	bench = await WagoBench.start();
});
beforeEach(() => bench.simulator.state.reset());
afterAll(async () => await bench.stop());

const session = (operation: string, parameters = {}) =>
	bench.run({ resource: 'session', operation, ...parameters });

const failure = (operation: string, parameters = {}) =>
	bench.failure({ resource: 'session', operation, ...parameters });

const scan = () => bench.session.scan(bench.simulator.state.settings);
const scanAfter = async (milliseconds: number) => await sleep(milliseconds).then(scan);

describe('connect', () => {
	it('sends the three fields and subscribes to the chosen events', async () => {
		const [item] = await session('connect', { subscribe: ['Message', 'Call'] });
		expect(bench.lastRequest).toEqual({
			method: 'POST',
			path: '/session/connect',
			body: { Subscribe: ['Message', 'Call'], Immediate: true, Phone: '' },
		});
		expect(item).toEqual({
			alreadyConnected: false,
			details: 'Connected!',
			subscribe: ['Message', 'Call'],
		});
		expect(bench.session.events).toEqual(['Message', 'Call']);
	});

	it('is fine on a connected session and says that nothing has changed', async () => {
		await session('connect');
		const [item] = await session('connect', { subscribe: ['Call'] });
		expect(item.alreadyConnected).toBe(true);
		expect(item.details).toContain('Already Connected');
		expect(bench.session.events).toEqual(['Message']);
	});

	it('keeps the subscribed events where it is told to', async () => {
		bench.session.events = ['ReadReceipt', 'Message'];
		const options = { keepSubscribed: true };
		const [item] = await session('connect', { subscribe: ['Message', 'Call'], options });
		expect(item.subscribe).toEqual(['ReadReceipt', 'Message', 'Call']);
		expect(bench.session.events).toEqual(item.subscribe);
	});

	it('tells the account that is linked', async () => {
		scan();
		bench.session.disconnect();
		const [item] = await session('connect');
		expect(item).toMatchObject({ jid: bench.session.jid, phone: bench.session.phone });
	});

	it('waits at least 20 seconds without Immediate, whatever the time-out', async () => {
		bench.simulator.state.configure({ connectWaitMs: 300 });
		const parameters = { immediate: false, options: { timeout: 100 } };
		expect((await session('connect', parameters))[0].alreadyConnected).toBe(false);
		expect(bench.lastRequest.body).toMatchObject({ Immediate: false });
	});

	it.each([
		['no event', '={{ [] }}', "'Subscribe' is empty"],
		['an unknown event', ['Mesage'], "'Subscribe' holds a name that WaGo does not know: Mesage"],
	])('refuses %s', async (_case, subscribe, message) => {
		expect((await failure('connect', { subscribe })).message).toContain(message);
		expect(bench.requests).toEqual([]);
	});

	it('sends the additional fields of the user', async () => {
		const options = { additionalBodyFields: '{"Subscribe": ["All"]}' };
		await session('connect', { options });
		expect(bench.session.events).toEqual(['All']);
	});
});

describe('getStatus', () => {
	it('tells a session without a client from an unknown one', async () => {
		const { message, description } = await failure('getStatus');
		expect(message).toContain('No session');
		expect(description).toContain("'Connect'");
	});

	it.each(['object', 'string'] as const)(
		'reads the account from a JID of the form %s',
		async (jidForm) => {
			bench.simulator.state.configure({ jidForm });
			scan();
			bench.session.events = ['Message', 'Call'];
			expect(await session('getStatus')).toEqual([
				{
					connected: true,
					loggedIn: true,
					events: ['Message', 'Call'],
					jid: bench.session.jid,
					phone: bench.session.phone,
				},
			]);
		},
	);

	it('gives the data as it came without Simplify', async () => {
		scan();
		const [raw] = await session('getStatus', { simplify: false });
		expect(raw).toMatchObject({
			Connected: true,
			LoggedIn: true,
			Jid: { Server: 's.whatsapp.net' },
		});
	});
});

describe('getQrCode', () => {
	const getQrCode = async (parameters = {}) =>
		await bench.items({ resource: 'session', operation: 'getQrCode', ...parameters });

	it('returns the picture as text and as a PNG file', async () => {
		await session('connect');
		const [{ json, binary }] = await getQrCode({ binaryPropertyName: 'qr' });
		expect(json.qrCode).toMatch(/^data:image\/png;base64,/);
		expect(binary?.qr).toMatchObject({ mimeType: 'image/png', fileName: 'qr.png' });
		const bytes = Buffer.from(binary?.qr.data ?? '', 'base64');
		expect(bytes.subarray(0, 8)).toEqual(PNG_SIGNATURE);
		expect(json.qrCode).toBe(`data:image/png;base64,${binary?.qr.data}`);
	});

	it('tries again while no code is shown', async () => {
		await session('connect');
		bench.simulator.state.faults.add({
			path: '/session/qr',
			status: 200,
			body: { code: 200, data: { QRCode: '' }, success: true },
			count: 1,
		});
		expect((await getQrCode())[0].json.qrCode).toMatch(/^data:image/);
	});

	it('says what to do where a phone is linked already', async () => {
		scan();
		const { message, description } = await failure('getQrCode');
		expect(message).toContain('Already Logged in');
		expect(description).toContain("'Log Out'");
		expect(bench.requests).toHaveLength(1);
	});

	it('says what to do where the session is not connected', async () => {
		const { message, description } = await failure('getQrCode');
		expect(message).toContain('No session');
		expect(description).toContain("'Connect'");
	});
});

describe('pair', () => {
	it('returns the code to type in', async () => {
		const [item] = await session('pair', { phone: '+1 (555) 010-0099' });
		expect(bench.lastRequest).toEqual({
			method: 'POST',
			path: '/session/pair',
			body: { Subscribe: ['Message'], Immediate: true, Phone: '15550100099' },
		});
		expect(item).toEqual({
			linkingCode: expect.stringMatching(/^\w{4}-\w{4}$/),
			phone: '15550100099',
		});
	});

	it.each([
		['my phone', 'is not a phone number'],
		['0811699778', 'begins with 0'],
		['+62 (0)812 3456 7890', 'has a 0 after the country code 62'],
	])('refuses %s, which %s', async (phone, problem) => {
		expect((await failure('pair', { phone })).message).toContain(`'Phone' ${problem}`);
		expect(bench.requests).toEqual([]);
	});
});

describe('disconnect', () => {
	it('keeps the link to the phone', async () => {
		scan();
		expect(await session('disconnect')).toEqual([
			{ disconnected: true, alreadyDisconnected: false, details: 'Disconnected' },
		]);
		expect(bench.session).toMatchObject({ connected: false, linked: true });
	});

	it('is fine on a session that is not connected', async () => {
		const [item] = await session('disconnect');
		expect(item).toMatchObject({ disconnected: true, alreadyDisconnected: true });
	});
});

describe('logout', () => {
	it('ends the link to the phone', async () => {
		scan();
		expect(await session('logout')).toEqual([{ loggedOut: true, details: 'Logged out' }]);
		expect(bench.session).toMatchObject({ connected: false, linked: false });
	});
});

describe('waitForLogin', () => {
	const options = { pollInterval: 0.1 };
	const wait = async (waitTimeout = 5) => await session('waitForLogin', { waitTimeout, options });
	const paths = () => bench.requests.map(({ method, path }) => `${method} ${path}`);
	const connections = () => paths().filter((path) => path === 'POST /session/connect').length;

	/** Scans once the node has connected the session so many times, however busy the machine is. */
	async function scanAfterConnections(count: number): Promise<void> {
		while (connections() < count) await sleep(20);
		await scanAfter(20);
	}

	it('returns the status as soon as a phone is linked', async () => {
		await session('connect');
		const waiting = wait();
		void scanAfter(200);
		expect((await waiting)[0]).toMatchObject({
			connected: true,
			loggedIn: true,
			phone: bench.session.phone,
		});
		expect(paths()).not.toContain('POST /session/logout');
	});

	it('connects again with the same subscription when the QR codes have run out', async () => {
		bench.simulator.state.configure({ qrPeriodMs: 30, qrGapMs: 5, qrCodes: 2 });
		await session('connect', { subscribe: ['Message', 'Call'] });
		const waiting = wait();
		void scanAfterConnections(2);
		expect((await waiting)[0]).toMatchObject({ loggedIn: true, events: ['Message', 'Call'] });
		expect(connections()).toBeGreaterThan(1);
	});

	it('connects a session that never was connected', async () => {
		const waiting = wait();
		void scanAfterConnections(1);
		expect((await waiting)[0]).toMatchObject({ loggedIn: true, events: ['Message'] });
	});

	it('survives a restart of the server', async () => {
		scan();
		bench.simulator.state.faults.add({ path: '/session/status', drop: true, count: 3 });
		expect((await wait())[0]).toMatchObject({ loggedIn: true });
	});

	it.each<[string, string, number, unknown]>([
		["a proxy's page", '/session/status', 502, '<h1>502 Bad Gateway</h1>'],
		['an empty answer', '/session/status', 502, ''],
		['a failure while it connects', '/webhook', 500, { error: 'busy', success: false }],
	])(
		'goes on after %s',
		async (_, path, status, body) => {
			bench.simulator.state.faults.add({ path, status, body, count: 3 });
			const waiting = wait();
			void scanAfterConnections(1);
			expect((await waiting)[0]).toMatchObject({ loggedIn: true });
		},
		10_000,
	);

	it('takes the answer that nobody is logged in for one, however often it comes', async () => {
		scan();
		const body = { code: 500, error: 'not logged in', success: false };
		bench.simulator.state.faults.add({ path: '/session/status', status: 500, body, count: 7 });
		expect((await wait())[0]).toMatchObject({ loggedIn: true });
	});

	it('gives up when nobody links a phone', async () => {
		await session('connect');
		const { message, description } = await failure('waitForLogin', { waitTimeout: 0.2, options });
		expect(message).toContain('No phone was linked within 0.2 seconds');
		expect(description).toContain("'Get QR Code'");
	});

	it('gives up at once for an unknown token', async () => {
		bench.simulator.state.sessions.delete(DEMO_TOKEN);
		expect((await failure('waitForLogin', { options })).message).toContain('Unauthorized');
		expect(bench.requests).toHaveLength(1);
	});

	it('gives up where the server stays away', async () => {
		bench.simulator.state.faults.add({ path: '/session/status', drop: true, count: 100 });
		await expect(failure('waitForLogin', { options })).resolves.toMatchObject({
			message: expect.stringContaining('The connection to WaGo broke'),
		});
	});
});
