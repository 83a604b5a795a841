import { pick, pickEntries, pickList, pickText } from '../../../nodes/shared/api/answer';
import { cleanBaseUrl, cleanToken, readCredentials } from '../../../nodes/shared/api/credentials';

describe('pick', () => {
	it.each([{ Id: '3EB0' }, { id: '3EB0' }, { messageId: '3EB0' }, { MessageID: '3EB0' }])(
		'finds the message ID in %j',
		(data) => expect(pick(data, 'messageId')).toBe('3EB0'),
	);

	it('prefers the likelier name and passes over null', () => {
		expect(pick({ messageid: 'b', Id: 'a' }, 'messageId')).toBe('a');
		expect(pick({ Id: null, messageid: 'b' }, 'messageId')).toBe('b');
	});

	it.each([undefined, null, 'text', 3, ['Id'], {}])('finds nothing in %j', (data) =>
		expect(pick(data, 'messageId')).toBeUndefined(),
	);
});

describe('pickText', () => {
	it('turns numbers into text and leaves out everything else', () => {
		expect(pickText({ Timestamp: 1700000000 }, 'timestamp')).toBe('1700000000');
		expect(pickText({ Timestamp: {} }, 'timestamp')).toBeUndefined();
	});
});

describe('lists', () => {
	it('are read bare and under their name', () => {
		expect(pickList([1], 'groups')).toEqual([1]);
		expect(pickList({ Groups: [1] }, 'groups')).toEqual([1]);
		expect(pickList({ Groups: null }, 'groups')).toEqual([]);
		expect(pickList('x', 'groups')).toEqual([]);
	});

	it('are read from objects keyed by ID', () => {
		const entry = { key: 'a@s.whatsapp.net', value: { Found: true } };
		expect(pickEntries({ 'a@s.whatsapp.net': { Found: true } }, 'contacts')).toEqual([entry]);
		expect(pickEntries({ Contacts: { 'a@s.whatsapp.net': { Found: true } } }, 'contacts')).toEqual([
			entry,
		]);
		expect(pickEntries([1], 'contacts')).toEqual([{ value: 1 }]);
		expect(pickEntries(null, 'contacts')).toEqual([]);
	});
});

describe('credentials', () => {
	it('are cleaned of what people paste with them', () => {
		expect(cleanBaseUrl('  http://wago:1337// ')).toBe('http://wago:1337');
		expect(cleanBaseUrl('wago:1337')).toBe('http://wago:1337');
		expect(cleanBaseUrl('HTTPS://wago')).toBe('HTTPS://wago');
		expect(cleanToken(' my token\n')).toBe('mytoken');
	});

	it('give the secret of their own type', async () => {
		const data = { baseUrl: 'http://wago:1337/', token: ' a b ', adminToken: 'admin' };
		const context = { getCredentials: async <T>() => data as T, getNode: jest.fn() };
		const session = await readCredentials(context, 'wagoApi');
		expect(session).toMatchObject({ baseUrl: 'http://wago:1337', secret: 'ab' });
		expect((await readCredentials(context, 'wagoAdminApi')).secret).toBe('admin');
	});
});
