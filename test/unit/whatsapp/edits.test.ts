import { readEvent } from '../../../nodes/shared/whatsapp/event';
import { ALICE, messageItem, MESSAGE_ID, sample } from './events';

const SEALED = { secretEncryptedMessage: { secretEncType: 2, targetMessageKey: { ID: 'O' } } };

const FILE = {
	URL: 'https://mmg.whatsapp.net/x.enc',
	directPath: '/x.enc',
	mediaKey: 'a2V5',
	mimetype: 'audio/ogg; codecs=opus',
	fileSHA256: 'c2hh',
	fileEncSHA256: 'ZW5j',
	fileLength: 9321,
};

describe('edits', () => {
	test('carry the mentions of the new text and no media', () => {
		const editedMessage = {
			imageMessage: {
				...FILE,
				caption: '@new',
				contextInfo: { mentionedJID: ['100000000000002@lid'] },
			},
		};
		const item = messageItem({ protocolMessage: { type: 14, key: { ID: 'O1' }, editedMessage } });
		expect(item).toMatchObject({ kind: 'edit', targetId: 'O1', mentions: ['100000000000002@lid'] });
		expect(item).not.toHaveProperty('media');
	});

	const EDITED: Array<[string, object, string]> = [
		['a caption', { imageMessage: { caption: 'new' } }, 'new'],
		[
			'a caption of a document',
			{ documentWithCaptionMessage: { message: { documentMessage: { caption: 'new' } } } },
			'new',
		],
		['a poll', { pollCreationMessageV3: { name: 'Lunch?' } }, 'Lunch?'],
		['an event', { eventMessage: { name: 'Opening' } }, 'Opening'],
		['buttons', { buttonsMessage: { contentText: 'Choose' } }, 'Choose'],
		['a template', { templateMessage: { hydratedTemplate: { hydratedContentText: 'T' } } }, 'T'],
		['a native flow', { interactiveMessage: { body: { text: 'Pay' } } }, 'Pay'],
		['a comment', { commentMessage: { message: { conversation: 'nice' } } }, 'nice'],
		['an answer', { questionResponseMessage: { text: 'yes' } }, 'yes'],
		["an AI's words", { richResponseMessage: { submessages: [{ messageText: 'Hm' }] } }, 'Hm'],
		['what nobody knows', { futureMessage: { text: 'hello' } }, 'hello'],
	];

	const editOf = (editedMessage: object) => ({
		protocolMessage: { type: 14, key: { ID: 'O1' }, editedMessage },
	});

	test.each(EDITED)('of %s give the new text', (_name, editedMessage, text) => {
		const expected = { kind: 'edit', targetId: 'O1', text };
		const edit = editOf(editedMessage);
		expect(messageItem(edit)).toMatchObject(expected);
		expect(messageItem(editOf({ editedMessage: { message: edit } }))).toMatchObject(expected);
	});

	test('of a channel post share its ID and not its key', () => {
		const post = sample('newsletter-message.json') as { event: Record<string, unknown> };
		const edit = {
			...post,
			event: { ...post.event, NewsletterMeta: { EditTS: '2026-03-02T15:00:00Z' } },
		};
		const [before] = readEvent(post).keys;
		const [after] = readEvent(edit).keys;
		expect(after.key).toBe(`${before.key}2026-03-02T15:00:00Z`);
	});

	describe('that the phone sent again', () => {
		const protocolMessage = {
			type: 14,
			key: { ID: 'ORIGINAL' },
			editedMessage: { conversation: 'better' },
			timestampMS: 1772461860000,
		};
		const recovered = (key: unknown) => ({
			info: { ID: 'ORIGINAL', Type: '' },
			event: {
				IsEdit: true,
				SourceWebMsg: { key },
				UnavailableRequestID: 'R1',
				RawMessage: { editedMessage: { message: { protocolMessage } } },
			},
		});

		test('are edits, under their own ID and key', () => {
			const again = messageItem({ conversation: 'better' }, recovered({ ID: 'EDIT' }));
			expect(again).toMatchObject({
				kind: 'edit',
				messageId: 'EDIT',
				targetId: 'ORIGINAL',
				text: 'better',
				flags: { edited: true },
			});
			const first = messageItem({ protocolMessage }, { info: { ID: 'EDIT' } });
			expect(again.dedupKey).toBe(first.dedupKey);
		});

		test('are told apart by their time where the ID is lost', () => {
			const again = messageItem({ conversation: 'better' }, recovered({ ID: 'ORIGINAL' }));
			expect(again).toMatchObject({ kind: 'edit', messageId: 'ORIGINAL', targetId: 'ORIGINAL' });
			expect(again.dedupKey).toBe(`msg|${ALICE}|${ALICE}|ORIGINAL|edit|1772461860000`);
			expect(messageItem({ conversation: 'better' }, recovered(null)).dedupKey).toBe(
				again.dedupKey,
			);
		});

		test('have no media', () => {
			const again = messageItem({ imageMessage: { ...FILE, caption: 'better' } }, recovered({}));
			expect(again).toMatchObject({ kind: 'edit', text: 'better' });
			expect(again).not.toHaveProperty('media');
		});

		test.each<[string, Record<string, unknown>, object]>([
			['a server hides the edit itself but not its ID', {}, { SourceWebMsg: { key: { ID: 'E' } } }],
			['a server gives it sealed', {}, { RawMessage: SEALED }],
			['only the event says so', {}, { IsEdit: true }],
			['only its attributes say so', { Edit: '1' }, {}],
			['a server repeats the content', { Edit: '1' }, { RawMessage: { conversation: 'better' } }],
		])('are edits also where %s', (_name, info, event) => {
			const parts = { info, event: { SourceWebMsg: { key: { ID: MESSAGE_ID } }, ...event } };
			const edit = messageItem({ conversation: 'better' }, parts);
			expect(edit).toMatchObject({ kind: 'edit', targetId: MESSAGE_ID, text: 'better' });
			const another = messageItem({ conversation: 'best' }, parts);
			const original = messageItem({ conversation: 'good' });
			expect(edit.dedupKey).toBe(messageItem({ conversation: 'better' }, parts).dedupKey);
			expect(edit.dedupKey).not.toBe(original.dedupKey);
			expect(edit.dedupKey === another.dedupKey).toBe(edit.messageId === 'E');
		});

		test('a message that the phone sent again stays what it is', () => {
			const event = { SourceWebMsg: { key: { ID: MESSAGE_ID } }, UnavailableRequestID: 'R1' };
			const again = messageItem({ conversation: 'hi' }, { event });
			expect(again).toMatchObject({ kind: 'text', messageId: MESSAGE_ID });
			expect(again.dedupKey).toBe(messageItem({ conversation: 'hi' }).dedupKey);
		});
	});
});
