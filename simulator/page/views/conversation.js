import { fill, h } from '../lib/dom.js';
import { icon } from '../lib/icons.js';
import { keepAtEnd } from '../lib/keepAtEnd.js';
import { keyedList } from '../lib/keyedList.js';
import { avatar } from './avatar.js';
import { bubble } from './bubble.js';
import { mountComposer } from './composer.js';

/** One chat: who the person at the page is in it, its messages, and the composer. */
export function mountConversation(root, app) {
	const head = h('header', { className: 'screen-head chat-head' });
	const list = h('ol', {
		className: 'messages',
		role: 'log',
		'aria-live': 'off',
		'aria-label': 'Messages',
		tabIndex: 0,
	});
	const foot = h('footer', { className: 'composer' });
	root.append(head, list, foot);
	const renderHead = mountHead(head, app);
	const renderComposer = mountComposer(foot, app);
	const renderMessages = keyedList(list);
	const stayAtEnd = keepAtEnd(list);
	return () => {
		if (document.visibilityState === 'visible') app.markSeen(app.chat);
		renderHead();
		renderMessages(items(app));
		stayAtEnd();
		renderComposer();
	};
}

/** A bubble depends on its message, on who looks at it and on what the wire panel shows. */
function items(app) {
	const { messages, jid } = app.chat;
	const actor = app.actorIn(jid);
	return messages.map((message) => {
		const isOnWire = app.wireMessageId === message.id;
		const draw = () => bubble(app, message, isOnWire);
		return { id: message.id, key: [message, actor, isOnWire], draw };
	});
}

function mountHead(head, app) {
	let drawn;
	let timer;
	return function render() {
		// The timer may fire when the chat is closed.
		if (!app.chat) return;
		const { jid, typing } = app.chat;
		const actor = app.actorIn(jid);
		const left = typing ? typing.until - Date.now() : 0;
		const isTyping = left > 0 && typing.author !== actor;
		clearTimeout(timer);
		if (left > 0) timer = setTimeout(render, left + 50);
		const key = JSON.stringify([
			jid,
			actor,
			isTyping && typing.state,
			app.actorsOf(jid),
			app.account.nameOf(jid),
		]);
		if (key === drawn) return;
		drawn = key;
		fill(head, headContent(app, isTyping ? typing : undefined));
	};
}

const TYPING = { composing: 'typing…', recording: 'recording a voice note…' };

function headContent(app, typing) {
	const { jid } = app.chat;
	const name = app.account.nameOf(jid);
	const back = {
		type: 'button',
		className: 'icon-button',
		'aria-label': 'Back to the chats',
		title: 'Back to the chats',
	};
	const status = typing
		? `${app.account.nameOf(typing.author)} is ${TYPING[typing.state]}`
		: subtitle(app, jid);
	return [
		h(
			'button',
			{ ...back, onclick: () => app.openChat(undefined), dataset: { focus: 'back' } },
			icon('back'),
		),
		avatar(jid, name),
		h(
			'div',
			{ className: 'chat-title' },
			h('h2', {}, name),
			h('p', { className: typing ? 'typing' : 'hint', role: 'status' }, status),
		),
		actorPicker(app, jid),
	];
}

function subtitle(app, jid) {
	if (jid.endsWith('@g.us')) return `Group of ${app.actorsOf(jid).length}`;
	if (jid.endsWith('@newsletter')) return 'Channel';
	if (jid === 'status@broadcast') return 'What contacts show for a day';
	return `+${jid.split('@')[0]}`;
}

function actorPicker(app, jid) {
	const actors = app.actorsOf(jid);
	const options = actors.map((actor) =>
		h('option', { value: actor, selected: actor === app.actorIn(jid) }, app.account.nameOf(actor)),
	);
	const onchange = ({ target }) => app.become(target.value);
	return h(
		'label',
		{ className: 'actor' },
		h('span', {}, 'I am'),
		h('select', { onchange, dataset: { focus: 'actor' } }, options),
	);
}
