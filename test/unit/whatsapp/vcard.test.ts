/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync } from 'fs';
import { join } from 'path';

import { buildItem, readEvent } from '../../../nodes/shared/whatsapp/event';
import type { MessageItem } from '../../../nodes/shared/whatsapp/item';
import { readVcard } from '../../../nodes/shared/whatsapp/vcard';

const CASES = join(__dirname, '../../data/cases/receiving');

/** A delivery of the kind that public reports tell of. */
function caseOf(name: string): { delivery: Record<string, unknown> } {
	return JSON.parse(readFileSync(join(CASES, `${name}.json`), 'utf8'));
}

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
		['an account in the number only', ['TEL:+15550100003;waid=15550100002'], ['15550100003']],
		['an account in quotes', ['TEL;type="home:1";waid="+15550100002":x'], ['15550100002']],
		['marks', ['TEL:\u202a+1 555\u2011010\u20110009\u202c'], ['15550100009']],
		['digits of another script', ['TEL:+\u0661 \u0665\u0665\u0665 010 0002'], ['15550100002']],
		['the international prefix', ['TEL;CELL:0049 30 1234567'], ['49301234567']],
		['a 0 that is not dialled abroad', ['TEL:+49 (0)30 1234567'], ['49301234567']],
		['a 0 that is dialled from everywhere', ['TEL:+39 (0)6 6982 1234'], ['390669821234']],
		['a 0 that is wrong', ['TEL:+49 030 1234567'], []],
		['a national number', ['TEL;type=CELL:030 1234567', 'TEL:(555) 010-0002'], []],
		[
			'a national number of an account',
			['TEL;waid=4915112345678:0151 12345678'],
			['4915112345678'],
		],
		[
			'an extension',
			['TEL:+1 555 010 0002,,123#', 'TEL:+1-555-010-0003 ext. 4'],
			['15550100002', '15550100003'],
		],
		[
			'parameters of the tel address',
			['TEL;VALUE=uri:tel:+1-555-010-0002;ext=102'],
			['15550100002'],
		],
		[
			'quoted-printable',
			['TEL;CELL;ENCODING=QUOTED-PRINTABLE:=2B1=20555=20=', '0100002'],
			['15550100002'],
		],
		['lower case', ['tel;type=cell;WAID=15550100002:+1'], ['15550100002']],
		['tel: in the middle', ['TEL:1555tel:0100002'], []],
	])('with %s', (_name, lines, phones) => {
		expect(phonesOf('BEGIN:VCARD', ...lines, 'END:VCARD')).toEqual(phones);
	});

	test('of absurd length are read as far as a card goes', () => {
		expect(readVcard(`${'\n'.repeat(100_000)}TEL:+15550100002`).phones).toEqual([]);
	});

	test.each([
		[['N:Souza;Ana;;;'], 'Ana Souza'],
		[['N:Souza;Ana;Maria;Dr.;Jr.', 'FN:'], 'Dr. Ana Maria Souza Jr.'],
		[['N:;Ana Souza;;;'], 'Ana Souza'],
		[['N:Souza\\; Lima;Ana'], 'Ana Souza; Lima'],
		[['N:Souza', 'FN:Ana'], 'Ana'],
		[['N:;;;;', 'ORG:Example\\, Ltd;Sales'], 'Example, Ltd'],
		[['N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=9Cnal;Ay=C5=9Fe;;;'], 'Ayşe Ünal'],
		[['FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Jos=C3=A9=', '=20da Silva'], 'José da Silva'],
		[['FN;QUOTED-PRINTABLE:J=F6rg 100%'], 'Jörg 100%'],
		[['item1.FN:Ana'], 'Ana'],
		[['FN:Ana=20'], 'Ana=20'],
	])('%j have the name %j', (lines, name) => {
		expect(readVcard(['BEGIN:VCARD', ...lines, 'END:VCARD'].join('\n')).name).toBe(name);
	});

	test.each([
		'"',
		';',
		'QUOTED-PRINTABLE',
		'a=\n',
		'FN;QUOTED-PRINTABLE:=\n',
		'N:;',
		' \n',
		'TEL:+1',
	])('of nothing but %j take no time', (unit) => {
		const started = performance.now();
		readVcard(unit.repeat(100_000 / unit.length));
		readVcard(`N:${unit.repeat(100_000 / unit.length)}`);
		expect(performance.now() - started).toBeLessThan(1_000);
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

test.each([
	['vcard-invisible-marks', [['15550100009'], ['15550100010'], ['49301234567']]],
	['contact-national-number', [[]]],
])('the delivery %s', (name, phones) => {
	const { delivery } = caseOf(name);
	const item = buildItem(readEvent(delivery, 'T')) as MessageItem;
	expect(item.contacts?.map((card) => card.phones)).toEqual(phones);
});
