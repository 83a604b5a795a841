import { buildVcard } from '../../../nodes/shared/whatsapp/buildVcard';
import { readVcard } from '../../../nodes/shared/whatsapp/vcard';

it('leaves out what is not known', () => {
	expect(buildVcard({ name: 'Ana', phones: ['5511912345678'] })).toBe(
		[
			'BEGIN:VCARD',
			'VERSION:3.0',
			'N:;Ana;;;',
			'FN:Ana',
			'TEL;type=CELL;type=VOICE;waid=5511912345678:+5511912345678',
			'END:VCARD',
		].join('\n'),
	);
});

it('writes everything that is known', () => {
	const card = buildVcard({
		name: ' Ana Souza ',
		phones: ['5511912345678', '551131234567'],
		organization: 'Example, Ltd; Brazil',
		email: 'ana@example.com',
	});
	expect(card.split('\n')).toEqual([
		'BEGIN:VCARD',
		'VERSION:3.0',
		'N:;Ana Souza;;;',
		'FN:Ana Souza',
		'ORG:Example\\, Ltd\\; Brazil;',
		'TEL;type=CELL;type=VOICE;waid=5511912345678:+5511912345678',
		'TEL;type=CELL;type=VOICE;waid=551131234567:+551131234567',
		'EMAIL;type=INTERNET:ana@example.com',
		'END:VCARD',
	]);
});

it('keeps a name from breaking out of its line', () => {
	const card = buildVcard({ name: 'Ana\nEND:VCARD', phones: ['5511912345678'] });
	expect(card.split('\n').filter((line) => line === 'END:VCARD')).toHaveLength(1);
	expect(card).toContain('FN:Ana\\nEND:VCARD\n');
});

it('writes what the reader of incoming cards reads', () => {
	const name = 'Ana Souza; Jr., \\o/';
	const phones = ['5511912345678', '551131234567'];
	expect(readVcard(buildVcard({ name, phones, organization: 'A, B' }))).toMatchObject({
		name,
		phones,
	});
});
