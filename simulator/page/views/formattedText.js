import { h } from '../lib/dom.js';
import { outside } from '../lib/links.js';
import { markupOf } from '../lib/markup.js';

const TAGS = { bold: 'strong', italic: 'em', strike: 's', code: 'code', block: 'code' };

const LINE_CLASSES = {
	line: 'line',
	quote: 'line quoted',
	bullet: 'line bullet',
	number: 'line number',
};

/** A message's text with WhatsApp's formatting; links open a tab of their own, mentions show a name. */
export function formattedText(text, app) {
	return markupOf(text).map(({ kind, children }) =>
		h(
			'span',
			{ className: LINE_CLASSES[kind] },
			children.map((part) => inline(part, app)),
		),
	);
}

function inline({ kind, text, user, children }, app) {
	if (kind === 'plain') return text;
	if (kind === 'link')
		return h('a', outside(text.startsWith('www.') ? `https://${text}` : text), text);
	if (kind === 'mention') return h('span', { className: 'mention' }, mentioned(user, text, app));
	return h(
		TAGS[kind],
		kind === 'block' ? { className: 'block' } : {},
		children ? children.map((child) => inline(child, app)) : text,
	);
}

/** The name of somebody who is known; other digits behind an @ stay what they are. */
function mentioned(user, text, app) {
	const name = app.account.knownName(user);
	return name === undefined ? text : `@${name}`;
}
