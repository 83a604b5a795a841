import { isAskedFor, SUBSCRIPTIONS } from '../../../nodes/shared/whatsapp/subscriptions';

describe('subscriptions', () => {
	const FAMILIES = [
		'message',
		'receipt',
		'presence',
		'chatPresence',
		'call',
		'historySync',
		'loggedOut',
		'undecryptable',
		'other',
	] as const;

	test.each(FAMILIES)('All covers %s', (family) => {
		expect(isAskedFor(['All'], family)).toBe(true);
		expect(isAskedFor([], family)).toBe(false);
	});

	test.each([
		['Message', 'message'],
		['ReadReceipt', 'receipt'],
		['Presence', 'presence'],
		['ChatPresence', 'chatPresence'],
		['Call', 'call'],
		['HistorySync', 'historySync'],
		['LoggedOut', 'loggedOut'],
	] as const)('%s covers %s and nothing else', (name, own) => {
		expect(FAMILIES.filter((family) => isAskedFor([name], family))).toEqual([own]);
	});

	test('a channel post comes under either name, other messages do not', () => {
		expect(isAskedFor(['Newsletter'], 'message', 'channel')).toBe(true);
		expect(isAskedFor(['Message'], 'message', 'channel')).toBe(true);
		expect(isAskedFor(['Newsletter'], 'message', 'group')).toBe(false);
		expect(isAskedFor(['Presence'], 'message', 'channel')).toBe(false);
		expect(isAskedFor(['Newsletter'], 'chatPresence', 'channel')).toBe(false);
	});

	test('are nine', () => expect(SUBSCRIPTIONS).toHaveLength(9));
});
