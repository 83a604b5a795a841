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

it('keeps a name from breaking out of its line', () => {
	const card = buildVcard({ name: 'Ana\nEND:VCARD', phones: ['5511912345678'] });
	expect(card.split('\n').filter((line) => line === 'END:VCARD')).toHaveLength(1);
});

it('writes what the reader of incoming cards reads', () => {
	const name = 'Ana Souza; Jr., \\o/';
	const phones = ['5511912345678', '551131234567'];
	expect(readVcard(buildVcard({ name, phones, organization: 'A, B' }))).toMatchObject({
		name,
		phones,
	});
});
