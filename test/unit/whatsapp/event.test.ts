import { sessionTag } from '../../../nodes/shared/whatsapp/dedup';
import { ALICE, itemOf, sample } from './events';

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

	test('has a key of its own in each session, which tells nothing of the token', () => {
		const keyFor = (token: string) =>
			itemOf(sample('text-group-pn.json'), { session: sessionTag(token) }).dedupKey;
		expect(keyFor('one-token')).toBe(keyFor('one-token'));
		expect(keyFor('one-token')).not.toBe(keyFor('another-token'));
		expect(keyFor('one-token')).toMatch(/^[0-9a-f]{6}\|msg\|/);
	});
});
