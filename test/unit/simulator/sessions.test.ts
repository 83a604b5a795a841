/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import path from 'path';
import { setTimeout as sleep } from 'timers/promises';
import { inflateSync } from 'zlib';
import { ADMIN_TOKEN, Receiver, TestSimulator, TOKEN } from './support';

const CONNECT = { Subscribe: ['Message'], Immediate: true };
const ADMIN = { admintoken: ADMIN_TOKEN };

let simulator: TestSimulator;
afterEach(async () => await simulator.stop());

describe('the life of a session', () => {
	beforeEach(async () => {
		simulator = await TestSimulator.start();
	});

	const status = async () => (await simulator.get('/session/status')).json.data;

	it('begins without a client', async () => {
		for (const endpoint of ['/session/status', '/session/qr']) {
			expect((await simulator.get(endpoint)).json).toEqual({
				code: 500,
				error: 'No session',
				success: false,
			});
		}
		expect((await simulator.post('/session/disconnect')).json.error).toBe('No session');
		expect((await simulator.post('/send/text', { Phone: '1', Body: 'x' })).json.error).toBe(
			'No session',
		);
		expect((await simulator.get('/webhook')).json.data).toEqual({ webhook: '', subscribe: [''] });
	});

	it('connects, shows a QR code, is scanned and is logged in', async () => {
		const connected = await simulator.post('/session/connect', CONNECT);
		expect(connected.json.data).toMatchObject({ events: 'Message', details: 'Connected!' });
		expect(await status()).toEqual({
			Connected: true,
			LoggedIn: false,
			Jid: null,
			Events: 'Message',
		});
		expect((await simulator.post('/send/text', { Phone: '1', Body: 'x' })).json.error).toBe(
			'not logged in',
		);
		expect((await simulator.get('/session/qr')).json.data.QRCode).toMatch(
			/^data:image\/png;base64,iVBORw0KGgo/,
		);

		await simulator.control('scan');

		expect(await status()).toMatchObject({
			LoggedIn: true,
			Jid: { User: '15550100099', Server: 's.whatsapp.net' },
		});
		expect((await simulator.get('/session/qr')).json).toMatchObject({
			code: 500,
			error: 'Already Logged in',
		});
	});

	it('refuses to connect twice, without a change', async () => {
		await simulator.post('/session/connect', CONNECT);
		const again = await simulator.post('/session/connect', {
			Subscribe: ['Call'],
			Immediate: true,
		});
		expect(again.json).toEqual({ code: 500, error: 'Already Connected', success: false });
		expect((await status()).Events).toBe('Message');
	});

	it('loses its subscription with a disconnect and keeps its link', async () => {
		await simulator.post('/session/connect', CONNECT);
		await simulator.control('scan');
		expect((await simulator.post('/session/disconnect')).json.data).toEqual({
			Details: 'Disconnected',
		});
		expect((await simulator.get('/session/status')).json.error).toBe('No session');
		expect((await simulator.get('/webhook')).json.data.subscribe).toEqual(['']);

		await simulator.post('/session/connect', CONNECT);
		expect(await status()).toMatchObject({ LoggedIn: true, Events: 'Message' });
	});

	it('keeps its client while WhatsApp cannot be reached', async () => {
		await simulator.post('/session/connect', CONNECT);
		await simulator.control('scan');
		await simulator.control('unreachable');
		expect(await status()).toMatchObject({
			Connected: false,
			LoggedIn: false,
			Jid: { User: '15550100099' },
		});
		expect((await simulator.post('/session/connect', CONNECT)).json.error).toBe(
			'Already Connected',
		);
		expect((await simulator.post('/session/disconnect')).json.error).toBe(
			'Cannot disconnect because it is not logged in',
		);
		await simulator.control('reachable');
		expect(await status()).toMatchObject({ Connected: true, LoggedIn: true });
	});

	describe('answers as a relative of 2026', () => {
		beforeEach(async () => await simulator.settings({ relative: '2026' }));

		it('to what comes before the scan', async () => {
			expect(await status()).toEqual({ Connected: false, LoggedIn: false, Jid: null, Events: '' });
			await simulator.post('/session/connect', CONNECT);
			const { json } = await simulator.post('/send/text', { Phone: '1', Body: 'x' });
			expect(json.error).toBe("the store doesn't contain a device JID");
		});

		it('to pairing what is linked, and to a token that is taken', async () => {
			await simulator.control('scan');
			const pairing = await simulator.post('/session/pair', { ...CONNECT, Phone: '15550100099' });
			expect([pairing.status, pairing.json.error]).toEqual([400, 'Already paired']);
			const taken = await simulator.post(
				'/session/init',
				{ Name: 'other', Token: 'demo-token', Os: 'linux' },
				{ admintoken: 'demo-admin-token' },
			);
			expect([taken.status, taken.json.error]).toEqual([
				409,
				'user with this token already exists',
			]);
		});
	});

	it('is muted by a new webhook where the settings say so', async () => {
		await simulator.settings({ webhookEndsDeliveries: true });
		await simulator.post('/session/connect', { ...CONNECT, Subscribe: ['All'] });
		await simulator.control('scan');
		await simulator.setWebhook('http://127.0.0.1:9/nobody');
		expect((await simulator.get('/webhook')).json.data.subscribe).toEqual(['All']);
		expect((await status()).Events).toBe('');
		const { json } = await simulator.control('messages', { from: '15550100001', text: 'x' });
		expect(json).toMatchObject({ deliveries: [], undelivered: 'notSubscribed' });
	});

	it('needs a new scan after a logout', async () => {
		await simulator.post('/session/connect', CONNECT);
		await simulator.control('scan');
		await simulator.post('/session/logout');
		await simulator.post('/session/connect', CONNECT);
		expect(await status()).toMatchObject({ LoggedIn: false, Jid: null });
	});

	it('can be linked by a code', async () => {
		const reply = await simulator.post('/session/pair', { ...CONNECT, Phone: '+15550100099' });
		expect(reply.json.data.LinkingCode).toMatch(/^[1-9A-Z]{4}-[1-9A-Z]{4}$/);
		await simulator.control('scan');
		expect((await status()).LoggedIn).toBe(true);
	});

	it.each([
		[undefined, 'All'],
		[[], 'All'],
		[['Message', 'message', 'Nonsense', 'Call'], 'Message,Call'],
		[['Nonsense'], ''],
		[['message'], ''],
	])('subscribed to %j hears "%s"', async (Subscribe, events) => {
		await simulator.post('/session/connect', { Subscribe, Immediate: true });
		expect((await status()).Events).toBe(events);
	});

	it('blocks without Immediate', async () => {
		await simulator.settings({ connectWaitMs: 80 });
		const started = performance.now();
		await simulator.post('/session/connect', { Subscribe: ['Message'], Immediate: false });
		expect(performance.now() - started).toBeGreaterThanOrEqual(79);
	});

	it('gives its JID as a string where it is set so', async () => {
		await simulator.settings({ jidForm: 'string' });
		await simulator.control('scan');
		expect((await status()).Jid).toBe('15550100099@s.whatsapp.net');
	});
});

describe('the QR code', () => {
	const qrCode = async () => (await simulator.get('/session/qr')).json;

	/** The distinct answers within a time. */
	async function watch(milliseconds: number): Promise<string[]> {
		const seen: string[] = [];
		for (const end = performance.now() + milliseconds; performance.now() < end; ) {
			const { data, error } = await qrCode();
			const answer = error ?? data.QRCode;
			if (seen.at(-1) !== answer) seen.push(answer);
			await sleep(5);
		}
		return seen;
	}

	it('rotates, is away in between and ends with the client', async () => {
		const settings = { qrPeriodMs: 120, qrGapMs: 60, qrCodes: 2 };
		simulator = await TestSimulator.start({ settings });
		await simulator.post('/session/connect', CONNECT);
		const [first, gap, second, end, ...rest] = await watch(600);
		expect(first).toMatch(/^data:image/);
		expect(gap).toBe('');
		expect(second).toMatch(/^data:image/);
		expect(second).not.toBe(first);
		expect(end).toBe('');
		expect(rest).toEqual(['No session']);
	});

	it('is a whole PNG', async () => {
		simulator = await TestSimulator.start();
		await simulator.post('/session/connect', CONNECT);
		const png = Buffer.from((await qrCode()).data.QRCode.split(',')[1], 'base64');
		const width = png.readUInt32BE(16);
		expect(png.readUInt32BE(20)).toBe(width);
		const data = png.indexOf('IDAT');
		const pixels = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)));
		expect(pixels.length).toBe((width + 1) * width);
	});
});

describe('administration', () => {
	const create = async (Name: string, Token: string) =>
		await simulator.send('POST', '/session/init', { Name, Token, Os: 'linux' }, ADMIN);

	beforeEach(async () => {
		simulator = await TestSimulator.start();
	});

	it('creates a session and strips spaces from its token', async () => {
		expect((await create('Shop', ' a b ')).json.data).toEqual({
			details: 'user created successfully',
			name: 'Shop',
			token: 'ab',
			osName: 'linux',
		});
		expect((await simulator.get('/webhook', { token: 'ab' })).status).toBe(200);
	});

	it('refuses a token of nothing but spaces, which requests without a token would have', async () => {
		expect(await create('Shop', ' \t ')).toMatchObject({
			status: 400,
			json: { error: 'missing Token in payload' },
		});
		expect((await simulator.get('/webhook', { token: '' })).status).toBe(401);
	});

	it('refuses a name or a token that is taken', async () => {
		await create('Shop', 'shop-token');
		for (const reply of [await create('Shop', 'other'), await create('Other', 'shop-token')]) {
			expect(reply).toMatchObject({ status: 500, json: { success: false } });
		}
	});

	it('lists all sessions, and those that were scanned', async () => {
		await create('Shop', 'shop-token');
		await simulator.control('scan');
		const all = await simulator.get('/session/all', ADMIN);
		expect(all.json.data.map((row: { name: string }) => row.name)).toEqual(['demo', 'Shop']);
		const scanned = await simulator.send('POST', '/session/scanned', undefined, ADMIN);
		expect(scanned.json.data).toEqual([
			expect.objectContaining({ name: 'demo', jid: '15550100099@s.whatsapp.net', connected: 1 }),
		]);
	});

	it('deletes a session with both tokens only', async () => {
		await create('Shop', 'shop-token');
		const remove = async (headers: Record<string, string>) =>
			(await simulator.send('POST', '/session/delete', undefined, headers)).status;
		expect(await remove(ADMIN)).toBe(401);
		expect(await remove({ token: 'shop-token' })).toBe(401);
		expect(await remove({ ...ADMIN, token: 'shop-token' })).toBe(200);
		expect((await simulator.get('/webhook', { token: 'shop-token' })).status).toBe(401);
	});

	it('takes the admin token from its options', async () => {
		const other = await TestSimulator.start({ adminToken: 'secret' });
		expect((await other.get('/session/all', ADMIN)).json.error).toBe('invalid admin token');
		expect((await other.get('/session/all', { admintoken: 'secret' })).status).toBe(200);
		await other.stop();
	});
});

describe('a restarted simulator', () => {
	it('goes on with its sessions', async () => {
		const folder = mkdtempSync(path.join(tmpdir(), 'wago-simulator-'));
		const dataFile = path.join(folder, 'sessions.json');
		const receiver = await Receiver.start();
		const first = await TestSimulator.startLinked({ dataFile });
		await first.setWebhook(receiver.url);
		await first.stop();

		simulator = await TestSimulator.start({ dataFile });
		await simulator.control('messages', { from: '15550100001', text: 'still there?' });
		expect(receiver.events[0].event.Message.conversation).toBe('still there?');
		await receiver.stop();
		rmSync(folder, { recursive: true });
	});

	it('is as new after a reset', async () => {
		simulator = await TestSimulator.startLinked({ settings: { duplicates: 1 } });
		await simulator.settings({ duplicates: 5 });
		await simulator.post('/send/text', { Phone: '15550100001', Body: 'x' });
		await simulator.send('POST', '/simulator/reset');
		expect(await simulator.sent()).toEqual([]);
		expect((await simulator.get('/session/status')).json.error).toBe('No session');
		expect((await simulator.get('/simulator/settings')).json.duplicates).toBe(1);
		expect((await simulator.get('/simulator/sessions')).json).toMatchObject([{ token: TOKEN }]);
	});
});
