import { h } from '../lib/dom.js';
import { icon } from '../lib/icons.js';

const STATES = {
	sent: { sign: 'check', label: 'Sent' },
	failed: { sign: 'close', label: 'Not delivered' },
	ignored: { sign: 'check', label: 'Started no workflow' },
	delivered: { sign: 'checks', label: 'Delivered' },
	read: { sign: 'checks', label: 'Read' },
};

/** How far a message got: the account's to its contact, a contact's to the workflow. */
export function ticks({ progress }) {
	const { sign, label } = STATES[progress];
	return h(
		'span',
		{ className: `ticks ticks-${progress}`, title: label },
		icon(sign),
		h('span', { className: 'visually-hidden' }, label),
	);
}
