/* eslint-disable @n8n/community-nodes/no-restricted-imports, @typescript-eslint/no-explicit-any */
import { setTimeout as sleep } from 'timers/promises';
import { ALICE, Receiver, TestSimulator } from './support';

interface StreamEvent {
	readonly name: string;
	readonly data: any;
}

/** Reads the events of the stream, as a page does. */
class Reader {
	readonly events: StreamEvent[] = [];
	private readonly abort = new AbortController();

	constructor(url: string) {
		void this.read(`${url}/simulator/stream`).catch(() => undefined);
	}

	stop(): void {
		this.abort.abort();
	}

	/** The newest event that matches, once there is one. */
	async next(matches: (event: StreamEvent) => boolean): Promise<any> {
		for (;;) {
			const found = this.events.filter(matches).at(-1);
			if (found) return found.data;
			await sleep(5);
		}
	}

	async entry(kind: string): Promise<any> {
		return await this.next(({ name, data }) => name === 'entry' && data.kind === kind);
	}

	private async read(url: string): Promise<void> {
		const response = await fetch(url, { signal: this.abort.signal });
		const decoder = new TextDecoder();
		let text = '';
		for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
			text += decoder.decode(chunk, { stream: true });
			const blocks = text.split('\n\n');
			text = blocks.pop() ?? '';
			this.events.push(...blocks.map(parse));
		}
	}
}

function parse(block: string): StreamEvent {
	const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
	return { name, data: JSON.parse(data) };
}

let simulator: TestSimulator;
let receiver: Receiver;
let reader: Reader;

beforeEach(async () => {
	simulator = await TestSimulator.startLinked();
	receiver = await Receiver.start();
	await simulator.setWebhook(receiver.url);
	reader = new Reader(simulator.simulator.url);
});

afterEach(async () => {
	reader.stop();
	await simulator.stop();
	await receiver.stop();
});

describe('the stream', () => {
	it('begins with the sessions and what happened before', async () => {
		const { sessions } = await reader.next(({ name }) => name === 'state');
		expect(sessions).toMatchObject([{ name: 'demo', loggedIn: true, webhook: receiver.url }]);
		expect((await reader.entry('request')).request).toMatchObject({
			path: '/webhook',
			status: 200,
		});
		expect(reader.events[0]).toEqual({ name: 'clear', data: {} });
	});

	it('tells what a person writes, and how its delivery went', async () => {
		const { messageId } = (await simulator.control('messages', { from: ALICE, text: 'hi' })).json;
		expect((await reader.entry('action')).action).toMatchObject({ messageId, text: 'hi' });
		const { delivery } = await reader.next(
			({ data }) => data.kind === 'delivery' && data.delivery.attempts.length === 1,
		);
		expect(delivery.about).toEqual([messageId]);
		expect(delivery.attempts).toEqual([{ status: 200, ms: expect.any(Number) }]);
		expect(Buffer.from(delivery.body, 'latin1')).toEqual(receiver.requests[0].body);
	});

	it('tells which message a reaction is about', async () => {
		const reaction = { messageId: '3EB0AA', emoji: '👍' };
		const { messageId } = (await simulator.control('messages', { from: ALICE, reaction })).json;
		expect((await reader.entry('delivery')).delivery.about).toEqual([messageId, '3EB0AA']);
	});

	it('tells what a workflow asks for, with the answer', async () => {
		const { json } = await simulator.post('/send/text', { Phone: ALICE, Body: 'hello' });
		const { sent } = await reader.entry('sent');
		expect(sent).toMatchObject({ path: '/send/text', messageId: json.data.Id });
		const { request } = await reader.next(({ data }) => data.request?.path === '/send/text');
		expect(request).toMatchObject({ method: 'POST', status: 200 });
		expect(JSON.parse(request.body)).toEqual({ Phone: ALICE, Body: 'hello' });
		expect(JSON.parse(request.answer)).toEqual(json);
	});

	it('tells of requests that a fault leaves without an answer', async () => {
		await simulator.send('POST', '/simulator/faults', { path: '/send/text', drop: true });
		await expect(simulator.post('/send/text', { Phone: ALICE, Body: 'x' })).rejects.toThrow();
		const { request } = await reader.next(({ data }) => data.request?.path === '/send/text');
		expect(request.status).toBe(0);
		expect(request).not.toHaveProperty('answer');
	});

	it('cuts a file that is sent in base64', async () => {
		const Image = `data:image/png;base64,${'A'.repeat(200_000)}`;
		await simulator.post('/send/image', { Phone: ALICE, Image });
		const { sent } = await reader.entry('sent');
		expect(sent.body.Image.length).toBeLessThan(70_000);
		expect(sent.body.Image).toMatch(/… \(200022 characters\)$/);
	});

	it('tells of a session that changes, and forgets everything with a reset', async () => {
		await simulator.control('logout');
		await reader.next(({ name, data }) => name === 'state' && !data.sessions[0].loggedIn);
		reader.events.length = 0;
		await simulator.send('POST', '/simulator/reset');
		await reader.next(({ name }) => name === 'clear');
	});
});

describe('a contact that types', () => {
	it.each([
		['composing', 'composing', ''],
		['recording', 'composing', 'audio'],
		['paused', 'paused', ''],
	])('is delivered: %s', async (state, State, Media) => {
		await simulator.control('presence', { from: ALICE, state });
		expect(receiver.events).toMatchObject([
			{ type: 'ChatPresence', event: { Chat: `${ALICE}@s.whatsapp.net`, State, Media } },
		]);
	});
});

describe('a press', () => {
	it.each([
		[
			{ templateButton: { messageId: '3EB0AA', id: 't1', text: 'Call me', index: 2 } },
			'templateButtonReplyMessage',
			{ selectedID: 't1', selectedDisplayText: 'Call me', selectedIndex: 2 },
		],
		[
			{ flow: { messageId: '3EB0AA', id: 'c1', text: 'Take it' } },
			'interactiveResponseMessage',
			{
				body: { text: 'Take it', format: 0 },
				InteractiveResponseMessage: {
					NativeFlowResponseMessage: {
						name: 'quick_reply',
						paramsJSON: '{"id":"c1","display_text":"Take it"}',
						version: 1,
					},
				},
			},
		],
	])('names its message: %j', async (press, field, content) => {
		await simulator.control('messages', { from: ALICE, ...press });
		const [{ event }] = receiver.events;
		expect(event.Message[field]).toEqual({
			...content,
			contextInfo: { stanzaID: '3EB0AA', participant: '15550100099@s.whatsapp.net' },
		});
	});
});
