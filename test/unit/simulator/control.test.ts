/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as sleep } from 'timers/promises';
import { ALICE, TestSimulator, TOKEN } from './support';

const TEXT = { Phone: ALICE, Body: 'x' };

let simulator: TestSimulator;
beforeEach(async () => {
	simulator = await TestSimulator.startLinked();
});
afterEach(async () => await simulator.stop());

const fault = async (body: object) => await simulator.send('POST', '/simulator/faults', body);
const sendText = async () => await simulator.post('/send/text', TEXT);

describe('a fault', () => {
	it('fails as many requests as it says, and only on its path', async () => {
		await fault({ path: '/send/text', status: 500, count: 2 });
		expect((await simulator.get('/webhook')).status).toBe(200);
		const statuses = [await sendText(), await sendText(), await sendText()].map(
			({ status }) => status,
		);
		expect(statuses).toEqual([500, 500, 200]);
		expect(await simulator.sent()).toHaveLength(1);
	});

	it("answers in WaGo's envelope, in other JSON or in HTML", async () => {
		await fault({ path: '/send/text', status: 500 });
		await fault({ path: '/send/text', status: 200, body: { success: false, error: 'no' } });
		await fault({ path: '/send/text', status: 502, body: '<h1>Bad Gateway</h1>' });
		expect((await sendText()).json).toEqual({
			code: 500,
			error: 'simulated fault',
			success: false,
		});
		expect(await sendText()).toMatchObject({ status: 200, json: { success: false } });
		expect(await sendText()).toMatchObject({ status: 502, text: '<h1>Bad Gateway</h1>' });
	});

	it('can come after the work was done', async () => {
		await fault({ path: '/send/text', status: 504, afterAccept: true });
		expect((await sendText()).status).toBe(504);
		expect(await simulator.sent()).toHaveLength(1);
	});

	it('can delay a request that works', async () => {
		await fault({ path: '/send/text', delayMs: 60 });
		const started = performance.now();
		expect((await sendText()).status).toBe(200);
		expect(performance.now() - started).toBeGreaterThanOrEqual(59);
	});

	it('can leave a request without an answer, which a stop ends', async () => {
		await fault({ path: '/send/text', hang: true });
		const pending = sendText().catch((error: Error) => error.message);
		const first = await Promise.race([pending, sleep(100, 'still waiting')]);
		expect(first).toBe('still waiting');
		await simulator.stop();
		expect(await pending).toBe('fetch failed');
		simulator = await TestSimulator.start();
	});

	it('can close the connection', async () => {
		await fault({ path: '/send/text', drop: true });
		await expect(sendText()).rejects.toThrow('fetch failed');
		expect((await sendText()).status).toBe(200);
	});

	it('can be meant for one method', async () => {
		await fault({ path: '/webhook', method: 'GET', status: 500 });
		expect((await simulator.post('/webhook', { WebhookURL: '' })).status).toBe(200);
		expect((await simulator.get('/webhook')).status).toBe(500);
	});
});

describe('the control interface', () => {
	it.each([
		['faults', { path: 'send/text' }, 'path'],
		['faults', { path: '/send/text', delay: 5 }, 'delay'],
		['settings', { duplicates: -1 }, 'duplicates'],
		['settings', { duplicate: 1 }, 'duplicate'],
		[`sessions/${TOKEN}/messages`, { text: 'x' }, 'from'],
		[`sessions/${TOKEN}/messages`, { from: ALICE, txt: 'x' }, 'txt'],
		[`sessions/${TOKEN}/receipts`, { from: ALICE }, 'messageIds'],
		[`sessions/${TOKEN}/messages?from=${ALICE}&as=photo`, 'bytes', 'media.as'],
	])('refuses a wrong body of %s', async (path, body, problem) => {
		const reply = await simulator.send('POST', `/simulator/${path}`, body);
		expect(reply.status).toBe(400);
		expect(reply.json.error).toContain(problem);
	});

	it('refuses what is no JSON', async () => {
		expect(await simulator.send('POST', '/simulator/faults', '{')).toMatchObject({ status: 400 });
	});

	it.each(['POST /simulator/nothing', `GET /simulator/sessions/${TOKEN}/nothing`])(
		'does not know %s',
		async (route) => {
			const [method, path] = route.split(' ');
			expect((await simulator.send(method, path)).status).toBe(404);
		},
	);

	it('does not know other tokens', async () => {
		for (const action of ['scan', 'messages', 'events']) {
			const path = `/simulator/sessions/unknown/${action}`;
			expect((await simulator.send('POST', path, {})).status).toBe(404);
		}
	});

	it('takes JSON of any content type, as curl sends it', async () => {
		const reply = await simulator.send(
			'POST',
			`/simulator/sessions/${TOKEN}/messages`,
			{ from: ALICE, text: 'x' },
			{ 'Content-Type': 'application/x-www-form-urlencoded' },
		);
		expect(reply.json).toEqual({
			messageId: expect.stringMatching(/^3A/),
			deliveries: [],
			undelivered: 'noWebhook',
		});
	});

	it('lists all requests to the API', async () => {
		await sendText();
		await simulator.post('/send/text', { phone: ALICE });
		const requests = (await simulator.get('/simulator/requests')).json;
		expect(requests.slice(-2)).toMatchObject([
			{ method: 'POST', path: '/send/text', session: 'demo', body: TEXT, status: 200 },
			{ method: 'POST', path: '/send/text', status: 400 },
		]);
	});

	it('lists them with the answer that went out', async () => {
		const drop = { path: '/send/text', drop: true };
		const late = { path: '/send/text', status: 504, afterAccept: true };
		for (const given of [{ path: '/send/text', status: 502 }, drop, late]) await fault(given);
		for (let tries = 0; tries < 3; tries++) await sendText().catch(() => undefined);
		await simulator.get('/send/text');
		const requests = (await simulator.get('/simulator/requests')).json.slice(-4);
		expect(requests).toMatchObject([
			{ session: 'demo', body: TEXT, status: 502 },
			{ session: 'demo', body: TEXT, status: 0 },
			{ session: 'demo', body: TEXT, status: 504 },
			{ method: 'GET', path: '/send/text', session: 'demo', status: 405 },
		]);
	});

	it('keeps its files to itself', async () => {
		for (const path of ['/..%2fmain.ts', '/main.ts', '/%2e%2e/package.json', '/nothing.html']) {
			expect((await simulator.get(path)).status).toBe(404);
		}
	});
});
