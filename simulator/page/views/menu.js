import { h } from '../lib/dom.js';
import { icon } from '../lib/icons.js';
import { openPopover } from './popover.js';

const EMOJI = ['👍', '❤️', '😂', '😮', '🙏', '🎉'];

/** What can be done with a message, in a menu beside the place `at`. */
export function openMenu(app, message, at) {
	openPopover('Message', at, (run) => [
		...(message.isDeleted ? [] : [emojiRow(app, message, run)]),
		...entries(app, message).map(([sign, label, action]) => item(run(action), icon(sign), label)),
	]);
}

function entries(app, message) {
	const isMine = message.author === app.actorIn(message.chat);
	const show = ['wire', 'Show on the wire', () => app.showOnWire(message.id)];
	if (message.isDeleted) return [show];
	const draft = (mode) => () => app.set({ draft: { mode, message } });
	const isText = message.content.text !== undefined;
	return [
		['reply', 'Reply', draft('reply')],
		...(isMine && isText ? [['edit', 'Edit', draft('edit')]] : []),
		...(isMine
			? [['trash', 'Delete for everyone', () => app.act({ revoke: { messageId: message.id } })]]
			: []),
		show,
	];
}

function emojiRow(app, message, run) {
	const own = message.reactions[app.actorIn(message.chat)];
	const buttons = EMOJI.map((emoji) => {
		const isOwn = emoji === own;
		const react = () => app.act({ reaction: { messageId: message.id, emoji: isOwn ? '' : emoji } });
		const label = isOwn ? `Take ${emoji} back` : `React with ${emoji}`;
		const properties = { type: 'button', role: 'menuitem', className: isOwn ? 'own' : '' };
		return h('button', { ...properties, 'aria-label': label, onclick: run(react) }, emoji);
	});
	return h('div', { className: 'emoji-row', role: 'group', 'aria-label': 'Reactions' }, buttons);
}

const item = (onclick, ...label) =>
	h('button', { type: 'button', role: 'menuitem', className: 'menu-item', onclick }, label);
