import { summary } from '../lib/format.js';

/** Tells screen readers of messages that arrive in any chat. */
export function mountAnnouncer(root, app) {
	let latest;
	return () => {
		const message = newest(app.account);
		const isNew = latest !== undefined && message && message.entryId > latest;
		latest = message?.entryId ?? 0;
		if (isNew) root.textContent = `${app.account.nameOf(message.author)}: ${summary(message)}`;
	};
}

function newest(account) {
	const lasts = [...(account?.chats.values() ?? [])].map(({ messages }) => messages.at(-1));
	return lasts.filter(Boolean).sort((a, b) => b.entryId - a.entryId)[0];
}
