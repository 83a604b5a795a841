import { WagoBench } from '../wagoBench';

let bench: WagoBench;

beforeAll(async () => {
	bench = await WagoBench.start();
});
beforeEach(() => bench.reset());
afterAll(async () => await bench.stop());

const sendText = async (parameters = {}, input = {}) =>
	await bench.run(
		{
			resource: 'message',
			operation: 'sendText',
			recipient: { __rl: true, mode: 'phone', value: '+1 (555) 010-0001' },
			text: 'Hello',
			...parameters,
		},
		input,
	);

it('sends a text with an ID of its own', async () => {
	const [item] = await sendText();
	expect(item).toEqual({
		messageId: expect.stringMatching(/^3EB0[0-9A-F]{28}$/),
		timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
		recipient: '15550100001',
	});
	expect(bench.lastRequest).toEqual({
		method: 'POST',
		path: '/send/text',
		body: { Phone: '15550100001', Body: 'Hello', Id: item.messageId },
	});
});
