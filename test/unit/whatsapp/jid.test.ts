import {
	bareJid,
	chatTypeOf,
	parseJid,
	phoneOf,
	readAddress,
} from '../../../nodes/shared/whatsapp/jid';

const NO_ADDRESS = [undefined, null, 7, {}, '', ' ', 'text', '@s.whatsapp.net', 'user@', ':3@lid'];

test.each([
	['15550100001@s.whatsapp.net', '15550100001@s.whatsapp.net'],
	['15550100001:12@s.whatsapp.net', '15550100001@s.whatsapp.net'],
	['15550100001.0:0@s.whatsapp.net', '15550100001@s.whatsapp.net'],
	['15550100001@c.us', '15550100001@s.whatsapp.net'],
	['15550100001@S.WhatsApp.net', '15550100001@s.whatsapp.net'],
	[' 15550100001@s.whatsapp.net ', '15550100001@s.whatsapp.net'],
	['100000000000001:12@lid', '100000000000001@lid'],
	['120363000000000001@g.us', '120363000000000001@g.us'],
	['status@broadcast', 'status@broadcast'],
	['a@b@lid', 'a@b@lid'],
])('%s without its device is %s', (text, bare) => {
	expect(bareJid(text)).toBe(bare);
});

test('what is no address has no parts', () => {
	for (const text of NO_ADDRESS) {
		expect(parseJid(text)).toBeUndefined();
		expect(phoneOf(text)).toBeUndefined();
		expect(chatTypeOf(text)).toBe('private');
	}
	expect(bareJid(' text ')).toBe('text');
	expect(bareJid(null)).toBe('');
});

test.each([
	['15550100001:3@s.whatsapp.net', { id: '15550100001@s.whatsapp.net', phone: '15550100001' }],
	['100000000000001:3@lid', { id: '100000000000001@lid', lid: '100000000000001@lid' }],
	['x1@s.whatsapp.net', { id: 'x1@s.whatsapp.net' }],
	['120363000000000001@g.us', { id: '120363000000000001@g.us' }],
])('%s tells a number or none', (text, expected) => {
	expect(readAddress(text)).toStrictEqual(expected);
});

test.each([
	['15550100001@s.whatsapp.net', 'private'],
	['100000000000001@lid', 'private'],
	['1@bot', 'private'],
	['120363000000000001@g.us', 'group'],
	['120363000000000001@newsletter', 'channel'],
	['status@broadcast', 'status'],
	['status:0@broadcast', 'status'],
	['123@broadcast', 'broadcast'],
	['status@g.us', 'group'],
	['1@constructor', 'private'],
])('%s is %s', (text, type) => {
	expect(chatTypeOf(text)).toBe(type);
});
