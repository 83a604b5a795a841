import { WagoBench } from '../wagoBench';

const CHAT = '15550100001@s.whatsapp.net';
const MESSAGE = { chat: { id: CHAT }, messageId: '3EB0C431C26A1916E07A' };

let bench: WagoBench;

beforeAll(async () => {
	bench = await WagoBench.start();
});
beforeEach(() => bench.reset());
afterAll(async () => await bench.stop());

describe('chat', () => {
	it.each([
		['pin', { pinned: true }],
		['unpin', { pinned: false }],
		['mute', { muted: true }],
		['archive', { archived: true }],
	])('%s takes the chat of the message', async (operation, result) => {
		const items = await bench.run({ resource: 'chat', operation }, MESSAGE);
		expect(items).toEqual([{ chatId: CHAT, ...result }]);
		expect(bench.session.book.chats.get(CHAT)).toMatchObject(result);
	});

	it('takes a phone number for a chat', async () => {
		await bench.run({ resource: 'chat', operation: 'mute', chatId: '+1 555 010 0001' });
		expect(bench.lastRequest).toEqual({
			method: 'POST',
			path: '/chat/mute',
			body: { chat: CHAT },
		});
	});
});

describe('label', () => {
	const label = (operation: string, parameters = {}) =>
		bench.run({ resource: 'label', operation, labelId: '7', ...parameters }, MESSAGE);

	it('marks a chat and takes the label off', async () => {
		expect(await label('addToChat')).toEqual([{ chatId: CHAT, labelId: '7', labelled: true }]);
		expect(bench.session.book.chats.get(CHAT)?.labels).toEqual(new Set(['7']));
		expect(await label('removeFromChat')).toEqual([
			{ chatId: CHAT, labelId: '7', labelled: false },
		]);
		expect(bench.session.book.chats.get(CHAT)?.labels).toEqual(new Set());
	});

	it('marks a message and takes the label off', async () => {
		const { messageId } = MESSAGE;
		const item = { chatId: CHAT, messageId, labelId: '7' };
		expect(await label('addToMessage')).toEqual([{ ...item, labelled: true }]);
		expect(bench.session.book.messageLabels.get(messageId)).toEqual(new Set(['7']));
		expect(await label('removeFromMessage')).toEqual([{ ...item, labelled: false }]);
		expect(bench.session.book.messageLabels.get(messageId)).toEqual(new Set());
	});

	it('makes a label', async () => {
		const parameters = { labelName: 'Paid', color: 3 };
		expect(await label('edit', parameters)).toEqual([{ labelId: '7', name: 'Paid', color: 3 }]);
		expect(bench.lastRequest.body).toEqual({
			labelid: '7',
			name: 'Paid',
			color: 3,
			action: true,
		});
	});

	it('asks for a label to be disabled, and promises nothing', async () => {
		await label('edit', { labelName: 'Paid', options: { enabled: false } });
		expect(bench.lastRequest.body).toMatchObject({ color: 0, action: false });
	});
});
