import { sendReceipt } from '../lib/api.js';

const SWITCH = 'receipts';
const done = new Set();

export const areReceiptsOn = () => localStorage.getItem(SWITCH) !== 'off';
export const switchReceipts = (isOn) => localStorage.setItem(SWITCH, isOn ? 'on' : 'off');

/**
 * The contacts' phones confirm what the account sends: that it arrived, and once the chat is open before the
 * person at the page, that it was read. Where the simulator does so by itself, the page leaves it alone.
 */
export function sendReceipts(app) {
	const { session, account, world } = app;
	if (!session?.loggedIn || !areReceiptsOn() || world.settings.autoReceipts !== 'none') return;
	for (const chat of account.chats.values()) confirm(app, chat);
}

function confirm(app, { jid, messages }) {
	if (jid.endsWith('@newsletter')) return;
	const reader = app.actorsOf(jid).find((actor) => actor !== 'me');
	const isRead = isBefore(app, jid);
	const from = isRead ? app.actorIn(jid) : reader;
	const sent = messages.filter(({ author, origin }) => author === 'me' && origin === 'workflow');
	const confirmAs = (type, waiting) => {
		const messageIds = waiting.map(({ id }) => id).filter((id) => isFirst(type, id));
		if (messageIds.length === 0 || !from) return;
		const chat = from === jid ? {} : { chat: jid };
		void app.attempt(() => sendReceipt(app.session.token, { from, ...chat, messageIds, type }));
	};
	confirmAs(
		'',
		sent.filter(({ progress }) => progress === 'sent'),
	);
	if (isRead)
		confirmAs(
			'read',
			sent.filter(({ progress }) => progress !== 'read'),
		);
}

function isBefore(app, jid) {
	return document.visibilityState === 'visible' && app.chatJid === jid && app.actorIn(jid) !== 'me';
}

/** Whether this receipt is still to be sent; its own event comes back only later. */
function isFirst(type, id) {
	const key = `${type} ${id}`;
	if (done.has(key)) return false;
	done.add(key);
	return true;
}
