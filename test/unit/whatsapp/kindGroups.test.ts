import { MESSAGE_KINDS } from '../../../nodes/shared/whatsapp/item';
import { KIND_CHOICES, kindsOf } from '../../../nodes/shared/whatsapp/kindGroups';

it('all are every kind, and no noise', () => {
	expect([...kindsOf(['all'])]).toEqual([...MESSAGE_KINDS]);
});

it('content is what people send, not what is said about other messages or by WhatsApp', () => {
	const content = kindsOf(['content']);
	const left = MESSAGE_KINDS.filter((kind) => !content.has(kind));
	expect(left).toEqual(
		expect.arrayContaining([
			'reaction',
			'edit',
			'editEncrypted',
			'revoke',
			'album',
			'pin',
			'keep',
			'callLog',
			'disappearingSetting',
			'encrypted',
		]),
	);
	for (const kind of [
		'text',
		'location',
		'contacts',
		'order',
		'poll',
		'pollVote',
		'other',
	] as const)
		expect(content.has(kind)).toBe(true);
});

it('media is every kind of file, and all of it is content', () => {
	const media = kindsOf(['media']);
	for (const kind of [
		'image',
		'gif',
		'videoNote',
		'voice',
		'audio',
		'document',
		'sticker',
	] as const)
		expect(media.has(kind)).toBe(true);
	expect(media.has('text')).toBe(false);
	expect([...media].filter((kind) => !kindsOf(['content']).has(kind))).toEqual([]);
});

it('adds groups and single kinds up', () => {
	expect([...kindsOf(['revoke', 'text', 'revoke'])]).toEqual(['revoke', 'text']);
	expect(kindsOf(['media', 'revoke']).has('revoke')).toBe(true);
});

it('offers no choice twice', () => {
	expect(new Set(KIND_CHOICES).size).toBe(KIND_CHOICES.length);
});
