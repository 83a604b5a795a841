import * as fc from 'fast-check';

import {
	normalisePhone,
	normaliseRecipient,
	parsePhone,
	parseRecipient,
	phoneCandidates,
	toJid,
} from '../../../nodes/shared/whatsapp/phone';

describe('a phone number', () => {
	test.each([
		['15550100001', '15550100001'],
		['+1 (555) 010-0001', '15550100001'],
		['0015550100001', '15550100001'],
		['00 1 555 010 0001', '15550100001'],
		[' 49.170/123\u00a0456 ', '49170123456'],
		['(+49) 170 [123] 456', '49170123456'],
		['1234567', '1234567'],
		['123456789012345', '123456789012345'],
		// What WhatsApp Web and Windows copy.
		['\u202a+1 555\u2011010\u20110001\u202c', '15550100001'],
		['\u200e+15550100001\u200b', '15550100001'],
		['\u2066+1\u202f555\u2069\u2060\ufeff 010\u200d0001', '15550100001'],
		['+1\u2009555\u3000010\t0001\n', '15550100001'],
		['+1\u2013555\u2014010\u22120001', '15550100001'],
		['+81\u30fc90\u30fc1234\u30fc5678', '819012345678'],
		['\u2b1a+1 555', undefined],
		// Digits of other scripts: full-width, Arabic-Indic, Persian, Devanagari, mathematical.
		['\uff0b\uff11\uff08\uff15\uff15\uff15\uff09\uff10\uff11\uff10\uff0d0001', '15550100001'],
		['+\u0669\u0667\u0661\u0665\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667', '971501234567'],
		['\u06f9\u06f8\u06f9\u06f1\u06f2 345 6789', '989123456789'],
		['+\u096f\u0967 98765 43210', '919876543210'],
		['\u{1d7cf}\u{1d7d3}\u{1d7df}\u{1d7e9}0100001', '15770100001'],
		// Signs before it, and addresses that hold one.
		["'+15550100001", '15550100001'],
		['\u2019+15550100001', '15550100001'],
		['"+1 555 010 0001"', '15550100001'],
		['@15550100001', '15550100001'],
		['@\u206815550100001\u2069', '15550100001'],
		['tel:+1-555-010-0001', '15550100001'],
		['TEL:+1-555-010-0001;ext=12', '15550100001'],
		['https://wa.me/15550100001', '15550100001'],
		['wa.me/+15550100001?text=Hi%20@you', '15550100001'],
		['https://api.whatsapp.com/send?phone=15550100001&text=Hi', '15550100001'],
		['https://api.whatsapp.com/send/?text=Hi&phone=%2B15550100001', '15550100001'],
		['whatsapp://send?phone=+15550100001', '15550100001'],
		['15550100001:3@s.whatsapp.net', '15550100001'],
		['+15550100001@c.us', '15550100001'],
		// Countries whose own numbers begin with 0.
		['+39 06 6982 1234', '390669821234'],
		['+225 07 12 34 56 78', '2250712345678'],
		['+229 01 97 12 34 56', '2290197123456'],
	])('%j is %j', (text, expected) => {
		expect(normalisePhone(text)).toBe(expected);
	});

	test.each<[string, RegExp, RegExp]>([
		['08123456789', /^begins with 0/, /'\+62 812 3456 7890' for '0812 3456 7890'/],
		['011912345678', /^begins with 0/, /country code instead of the 0/],
		['07700 900123', /^begins with 0/, /country code/],
		['00000000000', /^begins with 0/, /country code/],
		['0', /^begins with 0/, /country code/],
		['+0 812 345 6789', /^begins with 0/, /country code/],
		['\u0660\u0668\u0661\u0662\u0663\u0664\u0665\u0666', /^begins with 0/, /country code/],
		['https://wa.me/08123456789', /^begins with 0/, /country code/],
		['08123456789@s.whatsapp.net', /^begins with 0/, /country code/],
		['+55 (0)11 91234-5678', /0 after the country code 55$/, /Write '\+55 11912345678'/],
		['+44 (0)20 7946 0958', /0 after the country code 44$/, /Write '\+44 2079460958'/],
		['+44 (020) 7946 0958', /0 after the country code 44$/, /Write '\+44 2079460958'/],
		['62 0812-3456-7890', /0 after the country code 62$/, /Write '\+62 81234567890'/],
		['+971 050 123 4567', /0 after the country code 971$/, /Write '\+971 501234567'/],
		['+1 0 555 010 0001', /0 after the country code 1$/, /Write '\+1 5550100001'/],
		['5511912345678.0', /with decimals$/, /spreadsheet as text/],
		['5511912345678,00', /with decimals$/, /spreadsheet as text/],
		['5.511912345678E+12', /scientific notation/, /spreadsheet as text/],
		['5,51191E+12', /scientific notation/, /spreadsheet as text/],
		['5e12', /scientific notation/, /spreadsheet as text/],
		['+15550100001, +15550100002', /more than one number$/, /one number/],
		['15550100001;15550100002', /more than one number$/, /one number/],
		['ana@example.com', /^is an e-mail address$/, /phone number/],
		['15550100001@gmail.com', /^is an e-mail address$/, /phone number/],
		['123456', /^has 6 digits/, /country code/],
		['1234567890123456', /^has 16 digits/, /country code/],
		['', /^is not a phone number$/, /country code/],
		['+', /^is not a phone number$/, /country code/],
		['++15550100001', /^is not a phone number$/, /country code/],
		['1555010000a', /^is not a phone number$/, /country code/],
		['+49 30 1234567 ext. 12', /^is not a phone number$/, /country code/],
		['https://wa.me/message/ABCDEF', /^is not a phone number$/, /country code/],
		['https://example.com/15550100001', /^is not a phone number$/, /country code/],
		['15550100001@lid', /^is not a phone number$/, /country code/],
		['undefined', /^is not a phone number$/, /country code/],
	])('%j is refused', (text, problem, advice) => {
		expect(parsePhone(text)).toEqual({
			problem: expect.stringMatching(problem),
			advice: expect.stringMatching(advice),
		});
		expect(normalisePhone(text)).toBeUndefined();
	});
});

describe('a recipient', () => {
	test.each([
		['+1 555 010 0001', '15550100001'],
		['15550100001:3@s.whatsapp.net', '15550100001'],
		['15550100001@c.us', '15550100001'],
		['\u202a15550100001@S.WhatsApp.net\u202c', '15550100001'],
		['100000000000001:3@lid', '100000000000001@lid'],
		['120363000000000001@g.us', '120363000000000001@g.us'],
		['\u200e120363000000000001@g.us\u200b', '120363000000000001@g.us'],
		['15550100001-1600000000@g.us', '15550100001-1600000000@g.us'],
		['15550100001\u20111600000000@g.us', '15550100001-1600000000@g.us'],
		['120363000000000009@newsletter', '120363000000000009@newsletter'],
		['status@broadcast', 'status@broadcast'],
		['1600000000@broadcast', '1600000000@broadcast'],
		['13135550002@bot', '13135550002@bot'],
	])('%j is %j', (text, expected) => {
		expect(normaliseRecipient(text)).toBe(expected);
	});

	test.each<[string, RegExp]>([
		['abc@s.whatsapp.net', /^is neither a phone number nor a JID$/],
		['Team@g.us', /^is neither a phone number nor a JID$/],
		['@g.us', /^is neither a phone number nor a JID$/],
		['15550100001@', /^is neither a phone number nor a JID$/],
		['15550100001@whatsapp', /^is neither a phone number nor a JID$/],
		['me', /^is neither a phone number nor a JID$/],
		['ana.souza@example.com', /^is an e-mail address$/],
		['08123456789', /^begins with 0/],
		['6208123456789@s.whatsapp.net', /0 after the country code 62$/],
	])('%j is refused', (text, problem) => {
		expect(parseRecipient(text)).toEqual({
			problem: expect.stringMatching(problem),
			advice: expect.stringContaining('+'),
		});
	});
});

describe('whatever is written', () => {
	const NOISE = [...'\u200b\u200e\u202a\u202c\u2060\ufeff\u00a0\u2009 ()[]-\u2011\u2013\u2212'];
	const SCRIPTS = ['0', '\uff10', '\u0660', '\u06f0', '\u0966', '\u{1d7ce}'];
	const digits = fc
		.tuple(fc.constantFrom('1', '49', '55', '62', '971'), fc.stringMatching(/^[1-9]\d{6,10}$/))
		.map((parts) => parts.join(''));

	/** One digit of a script, with something invisible or a separator before it. */
	const spelled = (digit: string) =>
		fc
			.tuple(fc.constantFrom(...SCRIPTS), fc.array(fc.constantFrom(...NOISE), { maxLength: 2 }))
			.map(
				([zero, noise]) =>
					noise.join('') + String.fromCodePoint(zero.codePointAt(0)! + Number(digit)),
			);

	test('marks, separators and scripts never change the digits', () => {
		const written = digits.chain((number) =>
			fc
				.tuple(...[...number].map(spelled))
				.map((parts) => ({ number, text: ['+', ...parts].join('') })),
		);
		fc.assert(
			fc.property(written, ({ number, text }) => {
				expect(parsePhone(text)).toEqual({ address: number });
			}),
		);
	});

	test('a number is 7 to 15 digits that begin with 1 to 9, and reads the same again', () => {
		const text = fc.oneof(
			fc.string({ unit: fc.constantFrom(...'0123456789+-.() @,eE'), maxLength: 24 }),
			fc.string({ unit: 'binary', maxLength: 24 }),
			digits.map((number) => `${number.slice(0, 3)} (0)${number.slice(3)}`),
		);
		fc.assert(
			fc.property(text, (candidate) => {
				const reading = parsePhone(candidate);
				if ('address' in reading) {
					expect(reading.address).toMatch(/^[1-9]\d{6,14}$/);
					expect(parsePhone(reading.address)).toEqual(reading);
				} else {
					expect(reading.problem).not.toBe('');
					expect(reading.advice).toMatch(/[.]$/);
				}
			}),
			{ numRuns: 5_000 },
		);
	});

	test('long text takes no time', () => {
		const started = performance.now();
		for (const unit of ['1', '1 ', '1,', '+1@', '\u200b', 'phone='])
			parseRecipient(unit.repeat(1e5));
		expect(performance.now() - started).toBeLessThan(500);
	});
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
