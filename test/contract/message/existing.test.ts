import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { WagoBench } from '../wagoBench';

/** What the trigger puts out for a message in a group, as far as it matters here. */
const RECEIVED = {
	messageId: '3EB0C431C26A1916E07A',
	chat: { id: '120363000000000001@g.us', type: 'group' },
	sender: { id: '15550100001@s.whatsapp.net', phone: '15550100001' },
	fromMe: false,
};

/** What a send puts out. */
const SENT = { messageId: '3EB0C431C26A1916E07B', recipient: '15550100001' };

let bench: WagoBench;

beforeAll(async () => {
	bench = await WagoBench.start();
});
beforeEach(() => bench.reset());
afterAll(async () => await bench.stop());

/** The body that an operation sends after `input`, everything but `parameters` left at its default. */
async function bodyAfter(
	input: IDataObject,
	operation: string,
	parameters: INodeParameters = {},
): Promise<unknown> {
	await bench.run({ resource: 'message', operation, ...parameters }, input);
	return bench.lastRequest.body;
}

it('reacts to the message that came in', async () => {
	expect(await bodyAfter(RECEIVED, 'react', { emoji: '❤️' })).toEqual({
		Phone: RECEIVED.chat.id,
		Body: '❤️',
		Id: RECEIVED.messageId,
		IsFromMe: false,
		Participant: RECEIVED.sender.id,
	});
	expect(bench.lastRequest.path).toBe('/message/react');
});

it('takes a reaction to an own message away', async () => {
	expect(await bodyAfter(SENT, 'react', { emoji: '' })).toEqual({
		Phone: SENT.recipient,
		Body: 'remove',
		Id: SENT.messageId,
		IsFromMe: true,
	});
});

it('edits what was sent', async () => {
	expect(await bodyAfter(SENT, 'edit', { text: 'Better' })).toEqual({
		Chat: '15550100001@s.whatsapp.net',
		Message: 'Better',
		MessageID: SENT.messageId,
	});
	expect(bench.lastRequest.path).toBe('/message/edit');
});

it('deletes what was sent', async () => {
	const [item] = await bench.run({ resource: 'message', operation: 'delete' }, SENT);
	expect(item).toEqual({ deleted: true, messageId: SENT.messageId });
	expect(bench.lastRequest).toMatchObject({
		path: '/message/delete',
		body: { Chat: '15550100001@s.whatsapp.net', MessageID: SENT.messageId },
	});
});

it('marks the message that came in as read', async () => {
	expect(await bodyAfter(RECEIVED, 'markAsRead')).toEqual({
		Id: [RECEIVED.messageId],
		Chat: RECEIVED.chat.id,
		Sender: RECEIVED.sender.id,
	});
	expect(bench.lastRequest.path).toBe('/message/markread');
});

it.each([
	['text', 'A1, B2'],
	['a list', '={{ ["A1", "B2"] }}'],
])('marks several messages as read, given as %s', async (_, messageId) => {
	expect(
		await bodyAfter(RECEIVED, 'markAsRead', { messageId, chatId: '15550100001', senderId: '' }),
	).toEqual({ Id: ['A1', 'B2'], Chat: '15550100001@s.whatsapp.net' });
});

it('gets the status of what was sent', async () => {
	const [sent] = await bench.run({
		resource: 'message',
		operation: 'sendText',
		recipient: { __rl: true, mode: 'phone', value: '15550100001' },
		text: 'Hello',
	});
	const [status] = await bench.run({ resource: 'message', operation: 'getStatus' }, sent);
	expect(status).toEqual({
		messageId: sent.messageId,
		status: 'Sent',
		timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
		source: expect.any(String),
	});
	expect(bench.lastRequest).toMatchObject({
		path: '/message/status',
		body: { Id: sent.messageId },
	});
});

it.each([
	['composing', 'composing', ''],
	['recording', 'composing', 'audio'],
	['paused', 'paused', ''],
])('shows %s', async (state, State, Media) => {
	const recipient = { __rl: true, mode: 'phone', value: '+15550100001' };
	expect(await bodyAfter({}, 'sendChatPresence', { recipient, state })).toEqual({
		Phone: '15550100001',
		State,
		Media,
	});
	expect(bench.lastRequest.path).toBe('/message/presence');
});
