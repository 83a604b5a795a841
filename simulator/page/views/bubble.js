import { h } from '../lib/dom.js';
import { clock, summary } from '../lib/format.js';
import { icon } from '../lib/icons.js';
import { parts } from './parts.js';
import { openMenu } from './menu.js';
import { ticks } from './ticks.js';

const LONG_PRESS_MS = 500;

/** One message of a chat. */
export function bubble(app, message, isOnWire) {
	const actor = app.actorIn(message.chat);
	const isMine = message.author === actor;
	const classes = [
		'bubble',
		isMine ? 'mine' : 'theirs',
		isOnWire && 'on-wire',
		message.isDeleted && 'deleted',
	];
	const label = `${isMine ? 'You' : app.account.nameOf(message.author)}, ${clock(message.time)}`;
	const article = h(
		'article',
		{
			className: classes.filter(Boolean).join(' '),
			'aria-label': label,
			dataset: { messageId: message.id },
		},
		showsAuthor(app, message) &&
			h('p', { className: 'author' }, app.account.nameOf(message.author)),
		quote(app, message),
		message.isDeleted
			? h('p', { className: 'text' }, 'This message was deleted.')
			: parts(app, message),
		h(
			'p',
			{ className: 'meta' },
			origin(message),
			message.repeats > 0 &&
				h(
					'span',
					{ className: 'chip', title: 'Sent again with the same ID: WhatsApp drops it' },
					`${message.repeats} repeat`,
				),
			message.isEdited && h('span', {}, 'edited'),
			h('time', { dateTime: message.time }, clock(message.time)),
			isMine || message.author === 'me' ? ticks(message) : null,
		),
		message.why && h('p', { className: 'why' }, message.why),
		reactions(app, message),
	);
	listenForLongPress(article, (at) => openMenu(app, message, at));
	return h(
		'li',
		{ className: isMine ? 'row-mine' : 'row-theirs' },
		article,
		menuButton(app, message),
	);
}

function showsAuthor(app, { author, chat }) {
	return chat.endsWith('@g.us') && author !== app.actorIn(chat);
}

/** Of the account's messages: made by a workflow, or typed by a person. */
function origin({ author, origin: by }) {
	if (author !== 'me') return null;
	const title = by === 'workflow' ? 'Sent through WaGo’s API' : 'Typed on the business phone';
	return h('span', { className: 'chip', title }, by === 'workflow' ? 'workflow' : 'typed');
}

function quote(app, { content: { quoted }, isDeleted }) {
	if (!quoted || isDeleted) return null;
	const original = app.account.message(quoted.messageId);
	const text = original ? summary(original) : (quoted.text ?? 'A message that is not here');
	return h(
		'blockquote',
		{ className: 'quote' },
		h('cite', {}, app.account.nameOf(original?.author ?? quoted.participant)),
		h('p', {}, text),
	);
}

function reactions(app, { reactions: byPerson }) {
	const given = Object.entries(byPerson).filter(([, emoji]) => emoji !== '');
	if (given.length === 0) return null;
	const items = given.map(([person, emoji]) =>
		h(
			'li',
			{ title: app.account.nameOf(person) },
			emoji,
			h('span', { className: 'visually-hidden' }, ` from ${app.account.nameOf(person)}`),
		),
	);
	return h('ul', { className: 'reactions', 'aria-label': 'Reactions' }, items);
}

function menuButton(app, message) {
	const onclick = ({ currentTarget }) =>
		openMenu(app, message, currentTarget.getBoundingClientRect());
	const properties = {
		type: 'button',
		className: 'icon-button menu-button',
		'aria-label': 'Message menu',
		'aria-haspopup': 'menu',
	};
	return h('button', { ...properties, onclick, dataset: { focus: 'menu' } }, icon('more'));
}

function listenForLongPress(element, onPress) {
	let timer;
	const stop = () => clearTimeout(timer);
	element.addEventListener('contextmenu', (event) => {
		if (event.target.closest('a, img, audio, video')) return;
		event.preventDefault();
		onPress(new DOMRect(event.clientX, event.clientY, 0, 0));
	});
	element.addEventListener(
		'touchstart',
		({ touches: [{ clientX, clientY }] }) => {
			timer = setTimeout(() => onPress(new DOMRect(clientX, clientY, 0, 0)), LONG_PRESS_MS);
		},
		{ passive: true },
	);
	for (const event of ['touchend', 'touchmove', 'touchcancel'])
		element.addEventListener(event, stop, { passive: true });
}
