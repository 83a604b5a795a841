import { WagoBench } from '../wagoBench';

const NEWS = '120363000000000009@newsletter';

let bench: WagoBench;

beforeAll(async () => {
	bench = await WagoBench.start();
});
beforeEach(() => bench.reset());
afterAll(async () => await bench.stop());

const newsletter = (operation: string, parameters = {}) =>
	bench.run({ resource: 'newsletter', operation, ...parameters });

const EXAMPLE_NEWS = {
	id: NEWS,
	name: 'Example News',
	description: 'What is new at Example',
	createdAt: '2026-01-05T09:00:00.000Z',
	inviteCode: '0029VaEXAMPLE',
	subscriberCount: 12,
	verified: false,
	role: 'subscriber',
};

it('lists the channels, one item each', async () => {
	expect(await newsletter('getAll')).toEqual([EXAMPLE_NEWS]);
});

it('creates a channel', async () => {
	const parameters = { name: 'Launch', description: 'All about it' };
	const [channel] = await newsletter('create', parameters);
	expect(channel).toMatchObject({ ...parameters, role: 'owner' });
	expect(await newsletter('getAll')).toHaveLength(2);
});

it.each([
	[NEWS, '/newsletter/info', { jid: NEWS }],
	['120363000000000009', '/newsletter/info', { jid: NEWS }],
	['0029VaEXAMPLE', '/newsletter/link', { key: '0029VaEXAMPLE' }],
	['https://whatsapp.com/channel/0029VaEXAMPLE/137', '/newsletter/link', { key: '0029VaEXAMPLE' }],
])('gets the channel %s', async (newsletterId, path, body) => {
	expect(await newsletter('get', { newsletterId })).toEqual([EXAMPLE_NEWS]);
	expect(bench.lastRequest).toEqual({ method: 'POST', path, body });
});

it('subscribes to a channel', async () => {
	const channel = bench.session.book.channels.get(NEWS);
	if (channel) channel.role = 'guest';
	expect(await newsletter('subscribe', { newsletterId: NEWS })).toEqual([
		{ newsletterId: NEWS, subscribed: true },
	]);
	expect(channel?.role).toBe('subscriber');
});

it('gets the posts of a channel', async () => {
	const posts = await newsletter('getMessages', { newsletterId: NEWS, limit: 5 });
	expect(posts).toEqual([
		expect.objectContaining({
			newsletterId: NEWS,
			messageId: '3EB00000000000000E31',
			serverId: 137,
			kind: 'text',
			text: 'Channel news',
			views: 12,
			reactions: { '👍': 3 },
		}),
	]);
	expect(bench.lastRequest.body).toEqual({ jid: NEWS, count: 5 });
});

it('gets the posts before a certain one', async () => {
	const options = { before: 137 };
	expect(await newsletter('getMessages', { newsletterId: NEWS, options })).toEqual([]);
	expect(bench.lastRequest.body).toEqual({ jid: NEWS, count: 50, before_id: 137 });
});
