import { readStatus } from '../../../nodes/shared/api/session';
import { callOf, itemsOf } from './operationBench';

const getAll = callOf('token', 'getAll');

const JID = '15550100099@s.whatsapp.net';

describe('the sessions of a server', () => {
	const row = { name: 'demo', token: 'secret-token', jid: '15550100099:7@s.whatsapp.net' };
	const expected = { name: 'demo', jid: JID, phone: '15550100099', events: [] };

	it.each([
		['a list', [row]],
		['a list under a name', { Sessions: [row] }],
		["a list under wuzapi's name", { users: [row] }],
		['an object by ID', { 'secret-token': row }],
	])('are read from %s', (_case, data) => {
		expect(itemsOf(getAll, data)).toEqual([expected]);
	});

	it('never hold a secret, however deep', () => {
		const data = [{ Name: 'demo', Proxy: { AuthToken: 'a', Password: 'b' }, QRCode: 'c' }];
		expect(itemsOf(getAll, data)).toEqual([{ name: 'demo', proxy: {}, events: [] }]);
	});

	it('never hold a token in another value, nor the password of an address', () => {
		const webhook = 'https://me:pass@n8n/hook?session=secret-token';
		const proxyUrl = 'socks5://me:pass@proxy:1080';
		expect(itemsOf(getAll, [{ ...row, webhook, proxyUrl }])[0]).toEqual({
			...expected,
			webhookUrl: 'https://n8n/hook?session=***',
			proxyUrl: 'socks5://proxy:1080',
		});
	});

	it.each([
		[true, true],
		[1, true],
		[0, false],
		[false, false],
	])('are connected (%j): %j', (connected, value) => {
		expect(itemsOf(getAll, [{ name: 'demo', connected }])[0].connected).toBe(value);
	});

	it('are read from a list of JIDs, but not of tokens', () => {
		expect(itemsOf(getAll, [JID, 'secret-token'])).toEqual([
			{ jid: JID, phone: '15550100099', events: [] },
		]);
	});

	it.each([null, undefined, 'text', {}, []])('are none in %j', (data) => {
		expect(itemsOf(getAll, data)).toEqual([]);
	});
});

describe('the status of a session', () => {
	it.each([
		['an object', { User: '15550100099', Server: 's.whatsapp.net' }],
		['text', JID],
		['text with a device', '15550100099:12@s.whatsapp.net'],
	])('has the account from %s', (_case, Jid) => {
		expect(readStatus({ Connected: true, LoggedIn: true, Jid, Events: 'All' })).toEqual({
			connected: true,
			loggedIn: true,
			jid: JID,
			phone: '15550100099',
			events: ['All'],
		});
	});

	it.each([null, '', {}, undefined])('has no account in %j', (jid) => {
		const status = readStatus({ connected: true, loggedIn: false, jid, events: 'Message,Call' });
		expect(status).toEqual({ connected: true, loggedIn: false, events: ['Message', 'Call'] });
	});

	it('is nothing in an answer without one', () => {
		expect(readStatus(null)).toEqual({ connected: false, loggedIn: false });
	});
});
