import { ALICE, itemOf } from './events';

describe('any event', () => {
	test('may have no type', () => {
		expect(itemOf({ event: 'code' })).toEqual({ event: 'other', raw: { event: 'code' } });
	});

	test('of noise shows nothing but its type, since keys may be in it', () => {
		const event = {
			Info: { Chat: ALICE, Sender: ALICE, ID: 'A' },
			Message: { protocolMessage: { type: 6, appStateSyncKeyShare: { keys: ['material'] } } },
		};
		const item = itemOf({ type: 'Message', event }, { includeRaw: true });
		expect(item).toMatchObject({ kind: 'noise', raw: { type: 'Message' } });
		expect(JSON.stringify(item)).not.toContain('material');
	});
});
