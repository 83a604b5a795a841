import { h } from '../lib/dom.js';
import { initials } from '../lib/format.js';
import { icon } from '../lib/icons.js';

const TINTS = 6;

/** A round badge with the initials of a person, or a sign for a group or channel. */
export function avatar(jid, name) {
	const tint = [...jid].reduce((sum, character) => sum + character.charCodeAt(0), 0) % TINTS;
	return h('span', { className: `avatar tint-${tint}`, 'aria-hidden': 'true' }, sign(jid, name));
}

function sign(jid, name) {
	if (jid.endsWith('@g.us')) return icon('group');
	if (jid.endsWith('@newsletter')) return icon('bolt');
	return initials(name) || icon('person');
}
