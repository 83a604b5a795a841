import { readEvent } from '../../../nodes/shared/whatsapp/event';
import { ALICE, ALICE_LID, GROUP, itemOf, sample } from './events';

const PHONE = '15550100001';

describe('presence', () => {
	test('with a last-seen time', () => {
		expect(itemOf(sample('presence-offline-last-seen.json'))).toStrictEqual({
			event: 'presence',
			type: 'Presence',
			presence: 'offline',
			sender: { id: ALICE, phone: PHONE },
			lastSeen: '2026-03-02T14:30:00.000Z',
		});
	});

	test('online', () => {
		expect(itemOf(sample('presence-online.json'))).toStrictEqual({
			event: 'presence',
			type: 'Presence',
			presence: 'online',
			sender: { id: ALICE, phone: PHONE },
		});
	});

	test('without WaGo’s state goes by the event', () => {
		const event = { From: ALICE, LastSeen: '', Unavailable: true };
		expect(itemOf({ type: 'Presence', event })).toMatchObject({ presence: 'offline' });
		expect(itemOf({ type: 'Presence', event, state: 'Online' })).toMatchObject({
			presence: 'online',
		});
	});

	test('in a chat', () => {
		expect(itemOf(sample('chat-presence-recording-group.json'))).toStrictEqual({
			event: 'chatPresence',
			type: 'ChatPresence',
			presence: 'recording',
			chat: { id: GROUP, type: 'group' },
			sender: { id: ALICE_LID, phone: PHONE, lid: ALICE_LID },
		});
	});

	test.each([
		['composing', '', 'composing'],
		['composing', 'audio', 'recording'],
		['paused', '', 'paused'],
		['paused', 'audio', 'paused'],
	])('in a chat, %s with "%s" is %s', (State, Media, presence) => {
		const event = { Chat: ALICE, Sender: ALICE, State, Media };
		const envelope = { type: 'ChatPresence', event };
		expect(itemOf(envelope)).toMatchObject({ presence });
		expect(readEvent(envelope).keys).toEqual([]);
	});
});
