/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as sleep } from 'timers/promises';
import { badRequest, missing, serverError, WagoError } from '../envelope';
import { optional, required, type BodyOf } from '../fields';
import { serverOf, userOf } from '../jid';
import type { Session } from '../session';
import type { State } from '../state';
import { bodiless, post, type Endpoint, type SessionCall } from './endpoint';

const CONNECT = {
	Subscribe: optional('string[]'),
	Immediate: optional('boolean'),
	Phone: optional('string'),
};

const INIT = { Name: required('string'), Token: required('string'), Os: required('string') };

/** WaGo docs, /sessions/reference, /sessions/create-token and /sessions/connect-and-scan; details as in wuzapi. */
export const SESSION_ENDPOINTS: readonly Endpoint[] = [
	{
		method: 'POST',
		path: '/session/init',
		auth: 'admintoken',
		provenance: 'documented',
		fields: INIT,
		handle: ({ state, body }) => init(state, body as Record<keyof typeof INIT, string>),
	},
	post('documented', '/session/connect', CONNECT, connect, { needs: 'row' }),
	post(
		'documented',
		'/session/pair',
		{ ...CONNECT, Phone: required('string') },
		({ state, session, body }) => {
			if (state.settings.relative === '2026' && session.linked) throw badRequest('Already paired');
			if (!/^\+?\d+$/.test(body.Phone)) throw badRequest('Could not parse Phone');
			return { LinkingCode: session.pair(body.Subscribe ?? [], state.settings) };
		},
		{ needs: 'row' },
	),
	bodiless(
		'documented',
		'GET',
		'/session/qr',
		({ session }) => {
			if (session.loggedIn) throw serverError('Already Logged in');
			return { QRCode: session.qrImage };
		},
		{ needs: 'client' },
	),
	bodiless(
		'documented',
		'GET',
		'/session/status',
		({ state, session }) => {
			if (state.settings.relative !== '2026') session.requireClient();
			return {
				Connected: session.connected,
				LoggedIn: session.loggedIn,
				Jid: jidField(state, session),
				Events: session.eventsInForce.join(','),
			};
		},
		{ needs: 'row' },
	),
	bodiless(
		'documented',
		'POST',
		'/session/disconnect',
		({ session }) => {
			session.disconnect();
			return { Details: 'Disconnected' };
		},
		{ needs: 'client' },
	),
	bodiless(
		'documented',
		'POST',
		'/session/logout',
		({ session }) => {
			session.logout();
			return { Details: 'Logged out' };
		},
		{ needs: 'client' },
	),
	bodiless(
		'documented',
		'POST',
		'/session/delete',
		({ state, session }) => {
			session.close();
			state.sessions.delete(session.token);
			return { details: 'user deleted successfully' };
		},
		{ auth: 'both', needs: 'row' },
	),
	{
		method: 'GET',
		path: '/session/all',
		auth: 'admintoken',
		provenance: 'documented',
		handle: ({ state }) => [...state.sessions.values()].map(sessionRow),
	},
	{
		method: 'POST',
		path: '/session/scanned',
		auth: 'admintoken',
		provenance: 'documented',
		handle: ({ state }) =>
			[...state.sessions.values()].filter(({ linked }) => linked).map(sessionRow),
	},
];

/** Spaces are removed from the token; name and token are unique. */
function init(state: State, { Name: name, Token, Os: osName }: Record<keyof typeof INIT, string>) {
	const token = Token.replace(/\s/g, '');
	// With an empty one, requests without a token would be this session's.
	if (token === '') throw missing('Token');
	const sessions = [...state.sessions.values()];
	const isTaken = sessions.some((other) => other.name === name || other.token === token);
	if (isTaken) throw takenError(state);
	state.createSession(name, token, osName);
	return { details: 'user created successfully', name, token, osName };
}

function takenError({ settings }: State): WagoError {
	if (settings.relative === '2026')
		return new WagoError(409, 'user with this token already exists');
	return serverError('user with this name or token already exists');
}

/** Without `Immediate`, connect blocks for a while and fails if there is no client then. */
async function connect({ state, session, body }: SessionCall<BodyOf<typeof CONNECT>>) {
	const { connectWaitMs } = state.settings;
	session.connect(body.Subscribe ?? [], state.settings);
	if (body.Immediate !== true) await sleep(connectWaitMs, undefined, { ref: false });
	if (!session.connected) throw serverError('Failed to Connect');
	const { webhook, events } = session;
	return { webhook, jid: storedJid(session), events: events.join(','), details: 'Connected!' };
}

const storedJid = (session: Session) => (session.linked ? session.jid : '');

function jidField({ settings }: State, session: Session): unknown {
	if (!session.linked) return null;
	if (settings.jidForm === 'string') return session.jid;
	return { User: userOf(session.jid), Server: serverOf(session.jid) };
}

/** The columns of wuzapi's table of users. */
function sessionRow(session: Session, index: number) {
	return {
		id: index + 1,
		name: session.name,
		token: session.token,
		webhook: session.webhook,
		jid: storedJid(session),
		qrcode: session.qrImage,
		connected: session.connected ? 1 : 0,
		expiration: 0,
		events: session.events.join(','),
	};
}
