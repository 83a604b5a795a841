/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import type { ServerResponse } from 'http';
import { stringifyCut } from './cut';
import type { Session } from './session';
import type { State } from './state';

/** How often the state is compared with what the page knows; a QR code changes without a request. */
const SNAPSHOT_PERIOD_MS = 200;

/** A page that has fallen so many bytes behind is cut off; it connects again and begins anew. */
const MOST_WAITING_BYTES = 64 * 1024 * 1024;

/**
 * Keeps a page up to date by server-sent events: `clear` (forget everything), `entry` (one of the journal, new or
 * changed) and `state` (sessions and settings, whenever they differ from before).
 */
export function streamTo(state: State, response: ServerResponse): void {
	response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
	const send = (event: string, data: string) => {
		response.write(`event: ${event}\ndata: ${data}\n\n`);
		if (response.writableLength > MOST_WAITING_BYTES) response.destroy();
	};

	let known = '';
	const sendState = () => {
		const current = stringifyCut(snapshot(state));
		if (current === known) return;
		known = current;
		send('state', current);
	};

	send('clear', '{}');
	sendState();
	const stopReading = state.journal.read({
		onEntry: (entry) => send('entry', stringifyCut(entry)),
		onClear: () => send('clear', '{}'),
	});
	const timer = setInterval(sendState, SNAPSHOT_PERIOD_MS).unref();
	response.on('close', () => {
		clearInterval(timer);
		stopReading();
	});
}

function snapshot({ sessions, settings }: State) {
	return { sessions: [...sessions.values()].map(describe), settings };
}

function describe(session: Session) {
	const { name, token, phone, jid, connected, loggedIn, events, webhook, qrImage, book } = session;
	const contacts = book.contacts.map(({ phone: number, lid, name: contactName }) => ({
		jid: `${number}@s.whatsapp.net`,
		lid: `${lid}@lid`,
		phone: number,
		name: contactName,
	}));
	const groups = [...book.groups.values()].map((group) => ({
		jid: group.jid,
		name: group.name,
		participants: group.participants.map((participant) => participant.jid),
	}));
	const channels = [...book.channels.values()].map((channel) => ({
		jid: channel.jid,
		name: channel.name,
	}));
	return {
		name,
		token,
		phone,
		jid,
		connected,
		loggedIn,
		events,
		webhook,
		qrImage,
		contacts,
		groups,
		channels,
	};
}
