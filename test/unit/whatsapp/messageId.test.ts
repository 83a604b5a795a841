import { createMessageId, isWorkflowMessageId } from '../../../nodes/shared/whatsapp/messageId';

const TOKEN = 'session-token';
const ID = createMessageId(TOKEN, ['execution', 'node', 0]);

test('an ID looks like one of WhatsApp’s own', () => {
	expect(ID).toMatch(/^3EB0[0-9A-F]{28}$/);
});

test('the same send has the same ID, another one another', () => {
	expect(createMessageId(TOKEN, ['execution', 'node', 0])).toBe(ID);
	const others = [
		createMessageId(TOKEN, ['execution', 'node', 1]),
		createMessageId(TOKEN, ['execution', 'node', '0']),
		createMessageId(TOKEN, ['execution', 'node0']),
		createMessageId('other', ['execution', 'node', 0]),
	];
	expect(new Set([...others, ID]).size).toBe(5);
});

test('an ID is known by its session only', () => {
	expect(isWorkflowMessageId(TOKEN, ID)).toBe(true);
	expect(isWorkflowMessageId('other', ID)).toBe(false);
});

test.each([0, 4, 19, 20, 31])('an ID changed at place %d is not', (place) => {
	const changed = ID[place] === 'A' ? 'B' : 'A';
	expect(isWorkflowMessageId(TOKEN, ID.slice(0, place) + changed + ID.slice(place + 1))).toBe(
		false,
	);
});

test.each([undefined, null, 7, '', '3EB0', `${'3EB0'}${'A'.repeat(28)}`, '3A00000A1B2C3D4E5F61'])(
	'%j is none of ours',
	(id) => {
		expect(isWorkflowMessageId(TOKEN, id)).toBe(false);
	},
);

test('case and length count', () => {
	expect(isWorkflowMessageId(TOKEN, ID.toLowerCase())).toBe(false);
	expect(isWorkflowMessageId(TOKEN, `${ID}0`)).toBe(false);
});
