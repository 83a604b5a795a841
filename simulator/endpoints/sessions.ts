/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as sleep } from 'timers/promises';
import { badRequest, serverError } from '../envelope';
import { optional, required, type Fields } from '../fields';
import { serverOf, userOf } from '../jid';
import type { Session } from '../session';
import type { State } from '../state';
import type { Endpoint } from './endpoint';

const CONNECT: Fields = {
	Subscribe: optional('string[]'),
	Immediate: optional('boolean'),
	Phone: optional('string'),
};

/** WaGo docs, /sessions/reference, /sessions/create-token and /sessions/connect-and-scan; details as in wuzapi. */
export const SESSION_ENDPOINTS: readonly Endpoint[] = [
	{
		method: 'POST',
		path: '/session/init',
		auth: 'admintoken',
		provenance: 'documented',
		fields: { Name: required('string'), Token: required('string'), Os: required('string') },
		handle: ({ state, body }) => init(state, body as { Name: string; Token: string; Os: string }),
	},
	{
		method: 'POST',
		path: '/session/connect',
		auth: 'token',
		provenance: 'documented',
		needs: 'row',
		fields: CONNECT,
		handle: async ({ state, session, body }) => {
			session.connect((body.Subscribe as string[] | null) ?? [], state.settings);
			if (body.Immediate !== true) await waitForLink(state, session);
			const { webhook } = session;
			return {
				webhook,
				jid: storedJid(session),
				events: session.events.join(','),
				details: 'Connected!',
			};
		},
	},
	{
		method: 'POST',
		path: '/session/pair',
		auth: 'token',
		provenance: 'documented',
		needs: 'row',
		fields: { ...CONNECT, Phone: required('string') },
		handle: ({ state, session, body }) => {
			if (!/^\+?\d+$/.test(body.Phone as string)) throw badRequest('Could not parse Phone');
			const subscribe = (body.Subscribe as string[] | null) ?? [];
			return { LinkingCode: session.pair(subscribe, state.settings) };
		},
	},
	{
		method: 'GET',
		path: '/session/qr',
		auth: 'token',
		provenance: 'documented',
		needs: 'client',
		handle: ({ session }) => {
			if (session.loggedIn) throw serverError('Already Logged in');
			return { QRCode: session.qrImage };
		},
	},
	{
		method: 'GET',
		path: '/session/status',
		auth: 'token',
		provenance: 'documented',
		needs: 'client',
		handle: ({ state, session }) => ({
			Connected: session.connected,
			LoggedIn: session.loggedIn,
			Jid: jidField(state, session),
			Events: session.events.join(','),
		}),
	},
	{
		method: 'POST',
		path: '/session/disconnect',
		auth: 'token',
		provenance: 'documented',
		needs: 'client',
		handle: ({ session }) => {
			session.disconnect();
			return { Details: 'Disconnected' };
		},
	},
	{
		method: 'POST',
		path: '/session/logout',
		auth: 'token',
		provenance: 'documented',
		needs: 'client',
		handle: ({ session }) => {
			session.logout();
			return { Details: 'Logged out' };
		},
	},
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
	{
		method: 'POST',
		path: '/session/delete',
		auth: 'both',
		provenance: 'documented',
		needs: 'row',
		handle: ({ state, session }) => {
			session.close();
			state.sessions.delete(session.token);
			return { details: 'user deleted successfully' };
		},
	},
];

/** Spaces are removed from the token; name and token are unique. */
function init(
	state: State,
	{ Name: name, Token, Os: osName }: { Name: string; Token: string; Os: string },
) {
	const token = Token.replace(/\s/g, '');
	const taken = [...state.sessions.values()].some(
		(other) => other.name === name || other.token === token,
	);
	if (taken) throw serverError('user with this name or token already exists');
	state.createSession(name, token, osName);
	return { details: 'user created successfully', name, token, osName };
}

/** Without `Immediate`, connect blocks for a while and fails if there is no client then. */
async function waitForLink(state: State, session: Session): Promise<void> {
	await sleep(state.settings.connectWaitMs, undefined, { ref: false });
	if (!session.connected) throw serverError('Failed to Connect');
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
