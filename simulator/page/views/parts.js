import { h } from '../lib/dom.js';
import { icon } from '../lib/icons.js';
import { outside } from '../lib/links.js';
import { buttonRow, listButton } from './buttons.js';
import { formattedText } from './formattedText.js';
import { mediaPart } from './media.js';
import { pollPart } from './poll.js';

/** What a message can consist of, in the order it is shown. */
const PARTS = [
	['title', (title) => h('p', { className: 'title' }, title)],
	['media', mediaPart],
	['preview', previewPart],
	['invite', invitePart],
	[
		'text',
		(text, { content }, app) =>
			h(
				'p',
				{ className: content.isPressed ? 'text pressed' : 'text' },
				content.isPressed ? text : formattedText(text, app),
			),
	],
	['location', locationPart],
	['contact', contactPart],
	['poll', pollPart],
	['payment', paymentPart],
	['footer', (footer) => h('p', { className: 'footer' }, footer)],
	['buttons', buttonRow],
	['list', listButton],
	['cards', cardsPart],
];

/** The elements of a message's content. */
export function parts(app, message) {
	return PARTS.filter(([name]) => isThere(message.content[name])).map(([name, draw]) =>
		draw(message.content[name], message, app),
	);
}

const isThere = (part) => part !== undefined && part !== null && part !== '';

function previewPart({ url, title, description }) {
	return h(
		'a',
		{ className: 'card', ...outside(url) },
		h('strong', {}, title || url),
		description && h('span', {}, description),
		h('span', { className: 'hint' }, icon('link'), ' ', url),
	);
}

function invitePart({ name, code }) {
	return h(
		'div',
		{ className: 'card' },
		h('strong', {}, icon('group'), ' ', name),
		h('span', { className: 'hint' }, `Group invitation ${code}`),
	);
}

function locationPart({ latitude, longitude, name }) {
	const place = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
	return h(
		'div',
		{ className: 'card place' },
		h('span', { className: 'map', 'aria-hidden': 'true' }, icon('pin')),
		h('strong', {}, name || 'Location'),
		h('span', { className: 'hint' }, place),
	);
}

function contactPart({ name, phone }) {
	return h(
		'div',
		{ className: 'card' },
		h('strong', {}, icon('person'), ' ', name),
		h('span', { className: 'hint' }, phone),
	);
}

function paymentPart({ label, lines }) {
	const items = lines.filter(Boolean).map((line) => h('li', {}, line));
	return h(
		'div',
		{ className: 'card' },
		h('strong', {}, label),
		h('ul', { className: 'plain' }, items),
	);
}

/** Focusable, because it scrolls. */
function cardsPart(cards, message, app) {
	const items = cards.map(({ text, media, buttons }) =>
		h(
			'li',
			{ className: 'carousel-card' },
			media && mediaPart(media),
			h('p', { className: 'text' }, formattedText(text, app)),
			buttonRow(buttons, message, app),
		),
	);
	return h('ul', { className: 'carousel', tabIndex: 0, 'aria-label': 'Cards' }, items);
}
