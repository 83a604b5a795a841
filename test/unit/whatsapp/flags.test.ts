import { messageItem } from './events';

describe('flags', () => {
	const text = (contextInfo: unknown) => ({ extendedTextMessage: { text: 'x', contextInfo } });
	const associated = (associationType: number) => ({
		messageContextInfo: { messageAssociation: { associationType, parentMessageKey: { ID: 'P1' } } },
	});

	test.each<[string, unknown, Record<string, unknown>, unknown]>([
		['none', text({}), {}, undefined],
		['forwarded', text({ isForwarded: true }), {}, { forwarded: true }],
		['ephemeral by timer', text({ expiration: 86400 }), {}, { ephemeral: true }],
		['not ephemeral by a timer of 0', text({ expiration: 0 }), {}, undefined],
		['ephemeral', { conversation: 'x' }, { IsEphemeral: true }, { ephemeral: true }],
		[
			'ephemeral by its holder',
			{ ephemeralMessage: { message: { conversation: 'x' } } },
			{},
			{ ephemeral: true },
		],
		['view once', { imageMessage: { viewOnce: true } }, {}, { viewOnce: true }],
		...['IsViewOnce', 'IsViewOnceV2', 'IsViewOnceV2Extension'].map(
			(flag): [string, unknown, Record<string, unknown>, unknown] => [
				`view once by ${flag}`,
				{ imageMessage: {} },
				{ [flag]: true },
				{ viewOnce: true },
			],
		),
		[
			'view once by its holder',
			{ viewOnceMessageV2: { message: { imageMessage: {} } } },
			{},
			{ viewOnce: true },
		],
		['edited', { conversation: 'x' }, { IsEdit: true }, { edited: true }],
		['edited in a channel', { conversation: 'x' }, { Info: { Edit: '3' } }, { edited: true }],
		['edited by its sender', { conversation: 'x' }, { Info: { Edit: '1' } }, { edited: true }],
		['not edited by a pin', { conversation: 'x' }, { Info: { Edit: '2' } }, undefined],
		[
			'edited at a time',
			{ conversation: 'x' },
			{ NewsletterMeta: { EditTS: '2026-03-02T14:31:00.123456789Z' } },
			{ edited: true },
		],
		[
			'not edited at the zero time',
			{ conversation: 'x' },
			{ NewsletterMeta: { EditTS: '0001-01-01T00:00:00Z' } },
			undefined,
		],
		...[5, 10, 19].map((type): [string, unknown, Record<string, unknown>, unknown] => [
			`a better copy, association ${type}`,
			{ associatedChildMessage: { message: { imageMessage: {} } }, ...associated(type) },
			{},
			{ hd: true },
		]),
		['an album picture', { imageMessage: {}, ...associated(1) }, {}, undefined],
	])('%s', (_name, message, { Info, ...event }, flags) => {
		const info = Info as Record<string, unknown> | undefined;
		expect(messageItem(message, { info, event }).flags).toStrictEqual(flags);
	});

	test.each<[string, number, object]>([
		['an album picture', 1, { albumId: 'P1' }],
		['a better copy of a video', 5, { replacesId: 'P1' }],
		['a better copy of a picture', 10, { replacesId: 'P1' }],
		['a better copy of a video in HEVC', 19, { replacesId: 'P1' }],
		['the clip of a live photo', 12, { partOfId: 'P1' }],
		['the picture of an event', 3, { partOfId: 'P1' }],
		['the picture of an option of a poll', 7, { partOfId: 'P1' }],
		['an answer in a status', 16, {}],
	])('%s names the message it belongs to', (_name, type, parents) => {
		const { albumId, replacesId, partOfId } = messageItem({
			imageMessage: {},
			...associated(type),
		});
		expect(JSON.parse(JSON.stringify({ albumId, replacesId, partOfId }))).toEqual(parents);
	});

	test('an association inside a holder counts', () => {
		const inner = { imageMessage: {}, ...associated(10) };
		expect(messageItem({ associatedChildMessage: { message: inner } }).flags).toEqual({ hd: true });
	});
});
