/** How long a call rings before the caller gives up. */
const RINGING_MS = 5000;

/** What happens in a chat that is no message, as entries of a menu: `[icon, label, action]`. */
export function happenings(app) {
	const { jid } = app.chat;
	if (jid.endsWith('@g.us')) return groupHappenings(app, jid);
	return app.actorIn(jid) === jid && jid.endsWith('@s.whatsapp.net') ? calls(app, jid) : [];
}

function calls(app, from) {
	const ring = async (isVideo) => {
		const callId = [...crypto.getRandomValues(new Uint8Array(16))]
			.map((byte) => byte.toString(16).padStart(2, '0'))
			.join('')
			.toUpperCase();
		if (!(await app.happen('calls', { from, callId, isVideo }))) return;
		app.notify(`${app.account.nameOf(from)} calls for ${RINGING_MS / 1000} seconds. See the wire.`);
		setTimeout(() => void app.happen('calls', { from, callId, ends: 'timeout' }), RINGING_MS);
	};
	return [
		['phone', 'Voice call', () => ring(false)],
		['video', 'Video call', () => ring(true)],
	];
}

/** Who is chosen as the person at the page leaves; whoever of the contacts is no member can join. */
function groupHappenings(app, chat) {
	const members = app.actorsOf(chat);
	const actor = app.actorIn(chat);
	const outsiders = app.session.contacts.filter(({ jid }) => !members.includes(jid));
	const leave = ['group', 'Leave the group', () => app.happen('members', { chat, leave: [actor] })];
	return [
		...(actor === 'me' ? [] : [leave]),
		...outsiders.map(({ jid, name }) => [
			'group',
			`${name} joins`,
			() => app.happen('members', { chat, join: [jid] }),
		]),
	];
}
