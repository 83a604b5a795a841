import {
	normalisePhone,
	normaliseRecipient,
	phoneCandidates,
	toJid,
} from '../../../nodes/shared/whatsapp/phone';

test.each([
	['15550100001', '15550100001'],
	['+1 (555) 010-0001', '15550100001'],
	['0015550100001', '15550100001'],
	[' 49.170/123\u00a0456 ', '49170123456'],
	['1234567', '1234567'],
	['123456', undefined],
	['123456789012345', '123456789012345'],
	['1234567890123456', undefined],
	['++15550100001', undefined],
	['1555010000a', undefined],
	['', undefined],
	['+', undefined],
])('the phone %j is %j', (text, expected) => {
	expect(normalisePhone(text)).toBe(expected);
});

test.each([
	['+1 555 010 0001', '15550100001'],
	['15550100001:3@s.whatsapp.net', '15550100001'],
	['15550100001@c.us', '15550100001'],
	['100000000000001:3@lid', '100000000000001@lid'],
	['120363000000000001@g.us', '120363000000000001@g.us'],
	['abc@s.whatsapp.net', undefined],
	['@g.us', undefined],
	['me', undefined],
])('the recipient %j is %j', (text, expected) => {
	expect(normaliseRecipient(text)).toBe(expected);
});

test('an address is made of a phone only', () => {
	expect(toJid('15550100001')).toBe('15550100001@s.whatsapp.net');
	expect(toJid('1@g.us')).toBe('1@g.us');
});

test.each([
	['5511987654321', ['5511987654321', '551187654321']],
	['551187654321', ['551187654321', '5511987654321']],
	['551123456789', ['551123456789']],
	['5215512345678', ['5215512345678', '525512345678']],
	['525512345678', ['525512345678', '5215512345678']],
	['5491123456789', ['5491123456789', '541123456789']],
	['541123456789', ['541123456789', '5491123456789']],
	['15550100001', ['15550100001']],
	// Other numbers that hold such a number.
	...[
		'5511987654321',
		'551187654321',
		'5215512345678',
		'525512345678',
		'5491123456789',
		'541123456789',
	]
		.flatMap((digits) => [`4${digits}`, `${digits}00`])
		.map((digits): [string, string[]] => [digits, [digits]]),
])('%s may be known as %j', (digits, candidates) => {
	expect(phoneCandidates(digits)).toEqual(candidates);
});
