import { h } from '../lib/dom.js';
import { clock, summary } from '../lib/format.js';
import { keyedList } from '../lib/keyedList.js';
import { avatar } from './avatar.js';
import { ticks } from './ticks.js';

/** All chats, those with news first. */
export function mountChatList(root, app) {
	const list = h('ul', { className: 'chats' });
	root.append(
		h(
			'header',
			{ className: 'screen-head' },
			h('h2', {}, 'Chats'),
			h('span', { className: 'hint' }, `+${app.session.phone}`),
		),
		list,
		newChat(app),
	);
	const render = keyedList(list);
	return () => render(sorted(app.account.chats).map((chat, index) => item(app, chat, index === 0)));
}

function sorted(chats) {
	const newest = ({ messages }) => messages.at(-1)?.entryId ?? 0;
	return [...chats.values()].sort((a, b) => newest(b) - newest(a));
}

function item(app, chat, isFirst) {
	const { jid, messages } = chat;
	const shown = {
		name: app.account.nameOf(jid),
		last: messages.at(-1),
		isTyping: chat.typing?.author === 'me' && chat.typing.until > Date.now(),
		unread: app.unreadIn(chat),
		isFirst,
	};
	return { id: jid, key: Object.values(shown), draw: () => row(app, jid, shown) };
}

function row(app, jid, { name, last, isTyping, unread, isFirst }) {
	const isMine = last?.author === app.actorIn(jid);
	const onclick = () => app.openChat(jid);
	const dataset = { focus: jid, jid, ...(isFirst && { firstFocus: '' }) };
	const preview = isTyping ? h('em', {}, 'typing…') : last ? summary(last) : 'No messages yet';
	return h(
		'li',
		{},
		h(
			'button',
			{ type: 'button', className: 'chat-row', onclick, dataset },
			avatar(jid, name),
			h('span', { className: 'chat-name' }, name),
			h('span', { className: 'chat-time' }, last ? clock(last.time) : ''),
			h('span', { className: 'chat-last' }, isMine && ticks(last), preview),
			unread > 0 &&
				h(
					'span',
					{ className: 'unread' },
					unread,
					h('span', { className: 'visually-hidden' }, ' unread'),
				),
		),
	);
}

/** A chat with a number that is in no address book. */
function newChat(app) {
	const onsubmit = (event) => {
		event.preventDefault();
		const phone = new FormData(event.target).get('phone').replace(/\D/g, '');
		if (phone) app.openChat(app.account.chat(phone).jid);
	};
	return h(
		'form',
		{ className: 'new-chat', onsubmit },
		h('label', {}, h('span', { className: 'visually-hidden' }, 'Be another number'), phoneField()),
		h('button', { type: 'submit' }, 'Open'),
	);
}

const phoneField = () =>
	h('input', {
		name: 'phone',
		type: 'tel',
		autocomplete: 'off',
		placeholder: 'Another number, e.g. 15550100007',
		pattern: '[+0-9 .\\-]{5,}',
		required: true,
	});
