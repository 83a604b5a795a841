import { InputError } from '../../engine/parameters';

/** The code at the end of an invite link, or the code itself. Throws {@link InputError} for anything else. */
export function readInviteCode(text: string): string {
	const code = text.trim().replace(/^(https?:\/\/)?chat\.whatsapp\.com\/(invite\/)?/i, '');
	const [bare] = code.split(/[/?#]/, 1);
	if (/^[\w-]+$/.test(bare)) return bare;
	throw new InputError(
		`'Invite Link or Code' is not the invite of a group: ${text}`,
		"It looks like 'https://chat.whatsapp.com/ABCDEFGHIJKLMNOPQRSTUV'.",
	);
}
