import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { sendText } from '../../../nodes/Wago/resources/message/sendText';
import { sendOptions } from '../../../nodes/Wago/sending/sendFields';
import { WagoBench } from '../wagoBench';

const ALICE = '15550100001';

/** What the trigger puts out for a message in a group, as far as it matters here. */
const RECEIVED = {
	messageId: '3EB0C431C26A1916E07A',
	chat: { id: '120363000000000001@g.us', type: 'group' },
	sender: { id: `${ALICE}@s.whatsapp.net`, phone: ALICE },
	replyTo: '120363000000000001@g.us',
};

let bench: WagoBench;

beforeAll(async () => {
	bench = await WagoBench.start();
});
beforeEach(() => bench.reset());
afterAll(async () => await bench.stop());

const text = (options: object = {}, parameters: INodeParameters = {}): INodeParameters => ({
	resource: 'message',
	operation: 'sendText',
	recipient: { __rl: true, mode: 'phone', value: ALICE },
	text: 'Hello',
	options: options as INodeParameters,
	...parameters,
});

const paths = () => bench.requests.map(({ path }) => path);
const bodies = () => bench.requests.map(({ body }) => body as IDataObject);

it('sends a text with an ID of its own', async () => {
	const [item] = await bench.run(text({}, { recipient: '+1 (555) 010-0001' }));
	expect(item).toEqual({
		messageId: expect.stringMatching(/^3EB0[0-9A-F]{28}$/),
		timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
		recipient: ALICE,
	});
	expect(bench.lastRequest).toEqual({
		method: 'POST',
		path: '/send/text',
		body: { Phone: ALICE, Body: 'Hello', Id: item.messageId },
	});
});

it.each([
	'\u202a+1 555\u2011010\u20110001\u202c',
	'\u200e15550100001\u200b',
	"'+1\u2013555\u2013010\u20130001",
	'\uff0b\uff11 \u0665\u0665\u0665 010 0001',
	'https://wa.me/15550100001',
])('reads the number in %j', async (value) => {
	const [item] = await bench.run(text({}, { recipient: { __rl: true, mode: 'phone', value } }));
	expect(item.recipient).toBe(ALICE);
	expect(bodies()[0]).toMatchObject({ Phone: ALICE });
});

it('mentions people as the text names them', async () => {
	await bench.run(text({ mentions: '@\u2068+1 555 010 0002\u2069, @15550100003' }));
	expect(bodies()[0].ContextInfo).toEqual({
		MentionedJID: ['15550100002@s.whatsapp.net', '15550100003@s.whatsapp.net'],
	});
});

it('answers where the message came from without any setting', async () => {
	const { recipient, ...parameters } = text();
	expect(recipient).toBeDefined();
	await bench.run(parameters as INodeParameters, RECEIVED);
	expect(bodies()[0]).toMatchObject({ Phone: RECEIVED.replyTo, Body: 'Hello' });
});

it.each([
	['nobody', '={{ $json.phone }}', /'Recipient' is empty/],
	['a name', 'Alice', /neither a phone number nor a JID: Alice/],
	[
		'a national number',
		'08123456789',
		/'Recipient' begins with 0, which no country code does: 0812/,
	],
	['a number with a trunk zero', '+44 (0)20 7946 0958', /has a 0 after the country code 44/],
	['zeros', '00000000000', /begins with 0/],
	['decimals', '5511912345678.0', /number with decimals/],
	['an e-mail address', 'ana@example.com', /is an e-mail address: ana@example.com/],
])('does not send to %s', async (_, value, message) => {
	const parameters = text({}, { recipient: { __rl: true, mode: 'phone', value } });
	await expect(bench.run(parameters)).rejects.toMatchObject({
		message: expect.stringMatching(message),
	});
	expect(bench.requests).toHaveLength(0);
});

describe('Quote Message', () => {
	const quote = { message: { quotedMessageId: 'A1', quotedSenderId: '+1 555 010-0002' } };

	it('quotes by ID and full JID', async () => {
		await bench.run(text({ quote }));
		expect(bodies()[0].ContextInfo).toEqual({
			StanzaId: 'A1',
			Participant: '15550100002@s.whatsapp.net',
		});
	});

	it('has the right defaults after a trigger', async () => {
		const field = sendOptions(sendText).find(({ name }) => name === 'quote');
		await bench.run(text({ quote: field?.default }), RECEIVED);
		expect(bodies()[0].ContextInfo).toEqual({
			StanzaId: RECEIVED.messageId,
			Participant: RECEIVED.sender.id,
		});
	});

	it('is refused when half is missing', async () => {
		const half = { message: { quotedMessageId: 'A1', quotedSenderId: '' } };
		await expect(bench.run(text({ quote: half }))).rejects.toMatchObject({
			message: expect.stringMatching(/needs both/),
		});
		expect(bench.requests).toHaveLength(0);
	});
});

it.each([
	['text', '+1 555 010-0001, 100000000000001@lid'],
	['a list', `={{ ["${ALICE}", "100000000000001@lid"] }}`],
])('mentions people given as %s', async (_, mentions) => {
	await bench.run(text({ mentions }));
	expect(bodies()[0].ContextInfo).toEqual({
		MentionedJID: [`${ALICE}@s.whatsapp.net`, '100000000000001@lid'],
	});
});

it('marks a message as forwarded', async () => {
	await bench.run(text({ forward: true }));
	expect(bodies()[0].Forward).toBe(true);
});

it('merges additional body fields last', async () => {
	await bench.run(text({ additionalBodyFields: '{"Body": "Changed", "Forward": true}' }));
	expect(bodies()[0]).toMatchObject({ Body: 'Changed', Forward: true });
});

it('splits a long text at its paragraphs, in order, and quotes with the first part', async () => {
	const paragraphs = ['a', 'b', 'c'].map((letter) => letter.repeat(3000));
	const quote = { message: { quotedMessageId: 'A1', quotedSenderId: ALICE } };
	const parameters = text({ splitLongText: true, quote }, { text: paragraphs.join('\n\n') });
	const [item] = await bench.run(parameters);
	expect(bodies().map(({ Body }) => Body)).toEqual(paragraphs);
	expect(bodies().map(({ ContextInfo }) => ContextInfo !== undefined)).toEqual([
		true,
		false,
		false,
	]);
	expect(item.messageIds).toEqual(bodies().map(({ Id }) => Id));
	expect(item.messageId).toBe(bodies()[0].Id);
});

it('sends a long text whole by default', async () => {
	await bench.run(text({}, { text: 'a'.repeat(9000) }));
	expect(bodies()).toHaveLength(1);
});

describe('requests that make a send nicer', () => {
	const markAsRead = {
		message: {
			messageId: '={{ $json.messageId }}',
			chatId: '={{ $json.chat.id }}',
			senderId: '={{ $json.sender.id }}',
		},
	};

	it('come before it: read, then typing', async () => {
		await bench.run(text({ markAsRead, showTyping: true }), RECEIVED);
		expect(paths()).toEqual(['/message/markread', '/message/presence', '/send/text']);
		expect(bodies()[0]).toEqual({
			Id: [RECEIVED.messageId],
			Chat: RECEIVED.chat.id,
			Sender: RECEIVED.sender.id,
		});
		expect(bodies()[1]).toEqual({ Phone: ALICE, State: 'composing', Media: '' });
	});

	it('never make it fail', async () => {
		for (const path of ['/message/markread', '/message/presence', '/user/check']) {
			bench.simulator.state.faults.add({ path, status: 500, count: 1 });
		}
		const options = { markAsRead, showTyping: true, correctNumber: true };
		const recipient = { __rl: true, mode: 'phone', value: '5511912345678' };
		const [item] = await bench.run(text(options, { recipient }), RECEIVED);
		expect(item.recipient).toBe('5511912345678');
		expect(bench.session.sent).toHaveLength(1);
	});
});

describe('Correct Phone Number', () => {
	const sendTo = async (value: string) =>
		await bench.run(
			text({ correctNumber: true }, { recipient: { __rl: true, mode: 'phone', value } }),
		);

	it('sends to the spelling that WhatsApp knows, and asks once', async () => {
		const [first] = await sendTo('+52 55 1234 5678');
		const [second] = await sendTo('525512345678');
		const corrected = { recipient: '5215512345678', normalizedFrom: '525512345678' };
		expect(first).toMatchObject(corrected);
		expect(second).toMatchObject(corrected);
		expect(paths()).toEqual(['/user/check', '/send/text', '/send/text']);
		expect(bodies()[0]).toEqual({ Phone: ['525512345678', '5215512345678'] });
		expect(bodies()[1].Phone).toBe('5215512345678');
	});

	it('keeps the given spelling where both are accounts, in whatever order WaGo lists them', async () => {
		const users = ['525512349999', '5215512349999'].map((user) => ({
			IsInWhatsapp: true,
			JID: `${user}@s.whatsapp.net`,
		}));
		const body = { code: 200, data: { Users: users }, success: true };
		bench.simulator.state.faults.add({ path: '/user/check', status: 200, body, count: 1 });
		const [item] = await sendTo('5215512349999');
		expect(item).not.toHaveProperty('normalizedFrom');
		expect(item.recipient).toBe('5215512349999');
	});

	it('takes the number that it asked for where WhatsApp answers with a hidden number', async () => {
		const users = [
			{ Query: '525512348888', IsInWhatsapp: false, JID: '' },
			{ Query: '+5215512348888', IsInWhatsapp: true, JID: '100000000000001@lid' },
		];
		const body = { code: 200, data: { Users: users }, success: true };
		bench.simulator.state.faults.add({ path: '/user/check', status: 200, body, count: 1 });
		const [item] = await sendTo('525512348888');
		expect(item).toMatchObject({ recipient: '5215512348888', normalizedFrom: '525512348888' });
	});

	it('does not ask for numbers with one spelling, nor for groups', async () => {
		await sendTo(ALICE);
		await sendTo('120363000000000001@g.us');
		expect(paths()).toEqual(['/send/text', '/send/text']);
	});

	it('sends to the number as it is where WhatsApp knows no spelling', async () => {
		const [item] = await sendTo('5215512340000');
		expect(item).not.toHaveProperty('normalizedFrom');
		expect(bodies()[1].Phone).toBe('5215512340000');
	});
});

describe('Pacing', () => {
	it('keeps the gap between the messages of a session, over executions', async () => {
		const pacing = { limits: { minimumGap: 0.3, jitter: 0, maxMessages: 0 } };
		const items = [{ json: {} }, { json: {} }];
		await Promise.all([bench.items(text({ pacing }), items), bench.items(text({ pacing }), items)]);
		const times = bench.requests.map(({ time }) => new Date(time).getTime());
		const gaps = times.slice(1).map((time, index) => time - times[index]);
		expect(gaps).toHaveLength(3);
		// The gap is kept where a message leaves; it arrives sooner or later after that on a busy machine.
		expect(Math.min(...gaps)).toBeGreaterThanOrEqual(200);
	});

	it('sends no more in one run than it may', async () => {
		const pacing = { limits: { minimumGap: 0, jitter: 0, maxMessages: 2 } };
		const items = [{ json: {} }, { json: {} }, { json: {} }];
		await expect(bench.items(text({ pacing }), items)).rejects.toMatchObject({
			message: expect.stringMatching(/This run has sent 2 messages.*\[Item 2\]/),
		});
		expect(bodies()).toHaveLength(2);
	});
});

it('does not mix the parts of items of executions at the same time', async () => {
	const parts = (letter: string) => [letter.repeat(3000), letter.toUpperCase().repeat(3000)];
	const send = async (letter: string) =>
		await bench.run(text({ splitLongText: true }, { text: parts(letter).join('\n\n') }));
	await Promise.all(['a', 'b', 'c', 'd'].map(send));
	const order = bodies().map(({ Body }) => (Body as string)[0]);
	expect(order.join('')).toMatch(/^(aA|bB|cC|dD){4}$/);
});
