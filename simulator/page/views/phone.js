import { h, fill } from '../lib/dom.js';
import { mountChatList } from './chatList.js';
import { mountConversation } from './conversation.js';
import { mountLink } from './link.js';

/** The phone: a screen with the QR to scan, the list of chats, or one chat. */
export function mountPhone(root, app) {
	const screens = { link: mountLink, chats: mountChatList, chat: mountConversation };
	const screen = h('div', { className: 'screen' });
	root.append(h('div', { className: 'frame' }, screen));

	let shown = '';
	let render = () => {};
	return () => {
		const name = screenFor(app);
		const key = `${name} ${app.session?.name} ${name === 'chat' ? app.chatJid : ''}`;
		if (key !== shown) {
			const isMoving = screen.contains(document.activeElement);
			fill(screen);
			render = screens[name](screen, app);
			shown = key;
			render();
			if (isMoving) screen.querySelector('[data-first-focus]')?.focus();
			return;
		}
		render();
	};
}

function screenFor({ session, chat }) {
	if (!session?.loggedIn) return 'link';
	return chat ? 'chat' : 'chats';
}
