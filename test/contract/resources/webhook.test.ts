import { WagoBench } from '../wagoBench';

const MINE = 'https://n8n.example.com/webhook/mine';
const THEIRS = 'https://elsewhere.example.com/hook';

let bench: WagoBench;

beforeAll(async () => {
	bench = await WagoBench.start();
});
beforeEach(() => bench.reset());
afterAll(async () => await bench.stop());

const webhook = (operation: string, parameters = {}) =>
	bench.run({ resource: 'webhook', operation, ...parameters });

it('gets the webhook and its events', async () => {
	bench.session.webhook = MINE;
	bench.session.events = ['Message', 'ReadReceipt'];
	expect(await webhook('get')).toEqual([
		{ webhookUrl: MINE, subscribe: ['Message', 'ReadReceipt'] },
	]);
});

it('gets nothing where nothing is registered', async () => {
	bench.session.disconnect();
	expect(await webhook('get')).toEqual([{ webhookUrl: '', subscribe: [] }]);
	expect(await webhook('get', { simplify: false })).toEqual([{ webhook: '', subscribe: [''] }]);
});

it('sets the webhook and tells which it replaced', async () => {
	bench.session.webhook = THEIRS;
	expect(await webhook('set', { webhookUrl: ` ${MINE} ` })).toEqual([
		{ webhookUrl: MINE, previousWebhookUrl: THEIRS },
	]);
	expect(bench.lastRequest).toEqual({
		method: 'POST',
		path: '/webhook',
		body: { WebhookURL: MINE },
	});
	expect(bench.session.webhook).toBe(MINE);
});

it.each(['n8n.example.com/webhook', 'ftp://example.com', 'https://'])(
	'refuses %s as a webhook',
	async (webhookUrl) => {
		const parameters = { resource: 'webhook', operation: 'set', webhookUrl };
		expect((await bench.failure(parameters)).message).toContain("'Webhook URL' is no address");
		expect(bench.requests).toEqual([]);
	},
);

it('clears the webhook', async () => {
	bench.session.webhook = THEIRS;
	expect(await webhook('clear')).toEqual([
		{ webhookUrl: '', previousWebhookUrl: THEIRS, cleared: true },
	]);
	expect(bench.lastRequest.body).toEqual({ WebhookURL: '' });
	expect(bench.session.webhook).toBe('');
});
