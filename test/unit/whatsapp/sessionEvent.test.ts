import { ALICE, ALICE_LID, itemOf, sample } from './events';

const PHONE = '15550100001';

describe('the session', () => {
	test('history says what it holds', () => {
		expect(itemOf(sample('history-sync-recent.json'))).toStrictEqual({
			event: 'historySync',
			type: 'HistorySync',
			dedupKey: expect.stringMatching(/^hist\|[0-9a-f]{32}$/),
			history: { type: 'recent', chunk: 1, progress: 40, conversations: 1, messages: 2 },
		});
		const history = (Data: object) => itemOf({ type: 'HistorySync', event: { Data } });
		const types = [0, 1, 2, 3, 4, 5, 6].map((syncType) => history({ syncType }));
		expect(types.map((item) => (item as { history: { type: string } }).history.type)).toEqual([
			'bootstrap',
			'status',
			'full',
			'recent',
			'pushNames',
			'nonBlocking',
			'onDemand',
		]);
		expect(history({ conversations: [] })).toHaveProperty('history', {
			conversations: 0,
			messages: 0,
		});
		expect(history({ syncType: 99, conversations: [{}, { messages: [1] }] })).toHaveProperty(
			'history',
			{ conversations: 2, messages: 1 },
		);
	});

	test('logged out', () => {
		expect(itemOf(sample('session-logged-out-live.json'))).toStrictEqual({
			event: 'loggedOut',
			type: 'LoggedOut',
			logout: { reason: 401, onConnect: false },
		});
		expect(itemOf({ type: 'LoggedOut', event: { OnConnect: true } })).toMatchObject({
			logout: { onConnect: true },
		});
	});

	test('an unreadable message', () => {
		const envelope = sample('undecryptable.json') as { event: object };
		expect(itemOf(sample('undecryptable.json'))).toStrictEqual({
			event: 'undecryptable',
			type: 'UndecryptableMessage',
			timestamp: '2026-03-02T14:30:00.000Z',
			dedupKey: `undec|${ALICE}|${ALICE}|3A000000000000000BAD`,
			messageId: '3A000000000000000BAD',
			chat: { id: ALICE, type: 'private', phone: PHONE },
			sender: { id: ALICE, phone: PHONE, lid: ALICE_LID, name: 'Alice Example' },
			replyTo: ALICE,
			fromMe: false,
		});
		const unnamed = { ...envelope.event, IsUnavailable: true, UnavailableType: '' };
		expect(itemOf({ ...envelope, event: unnamed })).toMatchObject({ unavailable: 'unknown' });
		const hosted = { ...unnamed, UnavailableType: 'hosted' };
		expect(itemOf({ ...envelope, event: hosted })).toMatchObject({ unavailable: 'hosted' });
	});

	test.each(['Message', 'UndecryptableMessage'])(
		'view once, withheld, under the name %s',
		(type) => {
			const { event } = sample('undecryptable.json') as { event: object };
			const withheld = { ...event, IsUnavailable: true, UnavailableType: 'view_once' };
			const item = itemOf({ type, event: withheld });
			expect(item).toMatchObject({ event: 'message', kind: 'viewOnce', flags: { viewOnce: true } });
			expect(item).not.toHaveProperty('text');
			expect(itemOf({ type, event: { ...withheld, Message: null } })).toEqual(item);
		},
	);

	test('live updates of a channel have their time', () => {
		const event = { JID: '1@newsletter', Time: '2026-03-02T14:30:00Z', Messages: [] };
		expect(itemOf({ type: 'NewsletterLiveUpdate', event })).toMatchObject({
			timestamp: '2026-03-02T14:30:00.000Z',
		});
	});

	test.each(['session-connected.json', 'session-qr.json', 'group-info-join.json'])(
		'%s is passed through as it came',
		(file) => {
			const envelope = sample(file);
			expect(itemOf(envelope)).toMatchObject({
				event: 'other',
				type: envelope.type,
				raw: envelope,
			});
		},
	);
});
