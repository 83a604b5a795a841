import { readVcard } from '../../../nodes/shared/whatsapp/vcard';

describe('contact cards', () => {
	const phonesOf = (...lines: string[]) => readVcard(lines.join('\r\n')).phones;

	test.each<[string, string[], string[]]>([
		['an account', ['TEL;type=CELL;waid=15550100002:+1 555 010 0002'], ['15550100002']],
		['a number without one', ['TEL;TYPE=work:+1 (555) 010-0003'], ['15550100003']],
		[
			'several, accounts first',
			['TEL:+1 555 010 0003', 'item1.TEL;waid=15550100002:+1 555 010 0002'],
			['15550100002', '15550100003'],
		],
		['the same twice', ['TEL:+15550100002', 'TEL;waid=15550100002:x'], ['15550100002']],
		['a tel address', ['TEL;VALUE=uri:tel:+1-555-010-0002'], ['15550100002']],
		['a folded line', ['TEL;type=CELL;wa', ' id=15550100002:+1'], ['15550100002']],
		['an account without a number', ['TEL;waid=15550100002'], ['15550100002']],
		['no number', ['TEL:call me', 'EMAIL:a@example.com', 'TELEX:123456789'], []],
		['a note that looks like a number', ['NOTE:TEL:+15550100002'], []],
		['an account in the number only', ['TEL:+15550100003;waid=15550100002'], []],
		['tel: in the middle', ['TEL:1555tel:0100002'], []],
	])('with %s', (_name, lines, phones) => {
		expect(phonesOf('BEGIN:VCARD', ...lines, 'END:VCARD')).toEqual(phones);
	});

	test('of absurd length are read as far as a card goes', () => {
		expect(readVcard(`${'\n'.repeat(100_000)}TEL:+15550100002`).phones).toEqual([]);
	});

	test('have the name that was shown, else their own', () => {
		const vcard = 'BEGIN:VCARD\nFN;CHARSET=UTF-8:Bob \\, Builder\nEND:VCARD';
		expect(readVcard(vcard, 'Bob').name).toBe('Bob');
		expect(readVcard(vcard).name).toBe('Bob , Builder');
		expect(readVcard('BEGIN:VCARD\r\nNOTE:FN:Eve\r\nFN:  Bob  \r\n').name).toBe('Bob');
		expect(readVcard('FN:Long\n name').name).toBe('Longname');
		expect(readVcard('')).toStrictEqual({ phones: [], vcard: '' });
	});
});
