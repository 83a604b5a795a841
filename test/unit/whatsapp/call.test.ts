import { readEvent } from '../../../nodes/shared/whatsapp/event';
import { ALICE, ALICE_LID, GROUP, itemOf, sample } from './events';

const TIME = '2026-03-02T14:30:00-03:00';
const TIMESTAMP = '2026-03-02T17:30:00.000Z';
const PHONE = '15550100001';

describe('calls', () => {
	const call = (Data: object | null, event: object = {}, extras: object = {}) => ({
		type: 'Call',
		event: { From: ALICE, CallCreator: ALICE, CallID: 'C1', Timestamp: TIME, Data, ...event },
		...extras,
	});

	test('are exactly this item', () => {
		expect(itemOf(sample('call-terminate.json'))).toStrictEqual({
			event: 'call',
			type: 'CallTerminate',
			timestamp: '2026-03-02T14:30:00.000Z',
			dedupKey: 'call|0A1B2C3D4E5F60718293A4B5C6D7E8F9|terminate|',
			call: {
				id: '0A1B2C3D4E5F60718293A4B5C6D7E8F9',
				state: 'terminate',
				from: ALICE_LID,
				reason: 'timeout',
			},
			sender: { id: ALICE_LID, phone: PHONE, lid: ALICE_LID },
			replyTo: ALICE,
		});
	});

	test.each([
		['offer', 'offer'],
		['offer_notice', 'offerNotice'],
		['preaccept', 'preAccept'],
		['accept', 'accept'],
		['transport', 'transport'],
		['relaylatency', 'relayLatency'],
		['reject', 'reject'],
		['terminate', 'terminate'],
		['new_tag-name', 'newTagName'],
	])('with tag %s are %s', (Tag, state) => {
		expect(itemOf(call({ Tag }))).toMatchObject({ call: { state }, timestamp: TIMESTAMP });
	});

	test('are no video without a sign of it', () => {
		const audio = { Tag: 'offer', Content: [{ Tag: 'audio' }] };
		expect(itemOf(call(audio))).not.toHaveProperty('call.video');
		expect(itemOf(call({ Tag: 'offer' }, { Media: 'audio' }))).not.toHaveProperty('call.video');
	});

	test('managed by WaGo have its state, in or beside the event', () => {
		expect(itemOf(call(null, { State: 'ringing' }))).toMatchObject({
			call: { state: 'ringing' },
			dedupKey: 'call|C1|ringing|',
		});
		expect(itemOf(call(null, {}, { state: 'ended' }))).toMatchObject({ call: { state: 'ended' } });
	});

	test('whose event is a text have it as their state, and no lasting key', () => {
		const ringing = { type: 'Call', event: 'ringing' };
		expect(itemOf(ringing)).toMatchObject({ event: 'call', call: { id: '', state: 'ringing' } });
		expect(itemOf({ ...ringing, state: 'ended' })).toMatchObject({ call: { state: 'ended' } });
		expect(itemOf({ type: 'CallOffer', event: null })).toMatchObject({ call: { state: 'offer' } });
		const [{ key, ttlSeconds }] = readEvent(ringing).keys;
		expect(ttlSeconds).toBe(60);
		expect(readEvent({ ...ringing, event: 'ended' }).keys[0].key).not.toBe(key);
	});

	test('without any state go by their type, and have no lasting key', () => {
		expect(itemOf({ ...call(null), type: 'CallOfferNotice' })).toMatchObject({
			call: { state: 'offerNotice' },
		});
		expect(itemOf(call(null))).toMatchObject({ call: { state: 'unknown' } });
		expect(itemOf(call(null))).not.toHaveProperty('dedupKey');
		expect(readEvent(call(null)).keys).toEqual([
			{ key: expect.stringMatching(/^call\|[0-9a-f]{32}$/), ttlSeconds: 60 },
		]);
	});

	test('are video by their content or by name', () => {
		const video = { Tag: 'offer', Content: [{ Tag: 'audio' }, { Tag: 'video' }] };
		expect(itemOf(call(video))).toMatchObject({ call: { video: true } });
		expect(itemOf(call({ Tag: 'offer_notice' }, { Media: 'video' }))).toMatchObject({
			call: { video: true },
		});
		expect(itemOf(call({ Tag: 'offer', Content: 'base64' }))).not.toHaveProperty('call.video');
	});

	test('of a group name it, and do not mix up who calls and who answers', () => {
		const event = {
			From: '15550100002@s.whatsapp.net',
			CallCreatorAlt: ALICE_LID,
			GroupJID: GROUP,
		};
		expect(itemOf(call({ Tag: 'accept' }, event))).toMatchObject({
			call: { group: GROUP, from: '15550100002@s.whatsapp.net' },
			sender: { id: '15550100002@s.whatsapp.net', phone: '15550100002' },
		});
		expect(itemOf(call({ Tag: 'accept' }, event))).not.toHaveProperty('sender.lid');
	});

	test('from nobody are from their creator', () => {
		const event = { From: '', CallCreator: ALICE_LID };
		const data = { Tag: 'offer', Attrs: { caller_pn: ALICE } };
		expect(itemOf(call(data, event))).toMatchObject({
			call: { from: ALICE_LID },
			sender: { phone: PHONE },
			replyTo: ALICE,
		});
	});
});
