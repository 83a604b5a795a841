/** WhatsApp's signs around words; the words touch the signs, and nothing but a border of words is outside. */
const SIGNS = { '*': 'bold', _: 'italic', '~': 'strike' };

const CODE = /```([\s\S]+?)```|`([^`\n]+)`/;
const LINK = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'*_~]|www\.[^\s<>"]*[^\s<>".,;:!?)\]}'*_~]/;
const STYLED = /(?<![\p{L}\p{N}*_~])([*_~])(?=\S)((?:(?!\1)[^\n])*\S)\1(?![\p{L}\p{N}])/u;
const MENTION = /@(\d{5,20})(?!\d)/;

/** In this order: what is code or a link is not styled. */
const INLINE = [
	[
		CODE,
		([, block, inline]) => ({
			kind: block === undefined ? 'code' : 'block',
			text: block ?? inline,
		}),
	],
	[LINK, ([text]) => ({ kind: 'link', text })],
	[MENTION, ([text, user]) => ({ kind: 'mention', text, user })],
	[STYLED, ([, sign, text]) => ({ kind: SIGNS[sign], children: inlineOf(text) })],
];

/** A text's parts: `{ kind, text }` or `{ kind, children }`. */
function inlineOf(text) {
	const found = INLINE.map(([pattern, make]) => ({ match: pattern.exec(text), make })).filter(
		({ match }) => match,
	);
	if (found.length === 0) return text === '' ? [] : [{ kind: 'plain', text }];
	const { match, make } = found.reduce((first, other) =>
		other.match.index < first.match.index ? other : first,
	);
	const before = text.slice(0, match.index);
	const after = text.slice(match.index + match[0].length);
	return [...(before && [{ kind: 'plain', text: before }]), make(match), ...inlineOf(after)];
}

/** Signs at the beginning of a line. */
const LINES = [
	['quote', /^> ?(.+)$/],
	['bullet', /^[*-] (.+)$/],
	['number', /^(\d{1,3}\. .+)$/],
];

/**
 * A message's text as WhatsApp shows it: lines `{ kind: 'line' | 'quote' | 'bullet' | 'number', children }`, whose
 * children are `{ kind: 'plain' | 'code' | 'block' | 'link' | 'mention', text }` or
 * `{ kind: 'bold' | 'italic' | 'strike', children }`. A block of code may go over several lines.
 */
export function markupOf(text) {
	const parts = text.split(/\n?(```[\s\S]+?```)\n?/);
	return parts.flatMap((part, index) => {
		if (index % 2 === 1) return [{ kind: 'line', children: inlineOf(part) }];
		// Before a block that begins the text, after one that ends it, and between two is nothing.
		return part === '' && parts.length > 1 ? [] : part.split('\n').map(lineOf);
	});
}

function lineOf(text) {
	for (const [kind, pattern] of LINES) {
		const content = pattern.exec(text)?.[1];
		if (content !== undefined) return { kind, children: inlineOf(content) };
	}
	return { kind: 'line', children: inlineOf(text) };
}
