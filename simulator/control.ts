/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import type { IncomingMessage, ServerResponse } from 'http';
import { z } from 'zod';
import {
	callSchema,
	memberSchema,
	messageSchema,
	presenceSchema,
	readMessage,
	receiptSchema,
} from './controlBodies';
import { deliver } from './delivery';
import { faultSchema } from './faults';
import { answer, headerOf, readBody, send } from './http';
import {
	receiveCall,
	receiveChatPresence,
	receiveLogout,
	receiveMemberChange,
	receiveMessage,
	receiveReceipt,
} from './inbound';
import type { Session } from './session';
import { settingsSchema } from './settings';
import type { State } from './state';
import { streamTo } from './stream';

/** A refusal of the control interface: `{ "error": … }`. */
class ControlError extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

interface ControlCall {
	readonly state: State;
	readonly request: IncomingMessage;
	readonly url: URL;
	readonly body: Buffer;
}

type ServerControl = (call: ControlCall) => unknown;
type SessionControl = (call: ControlCall, session: Session) => unknown;

/** Requests about the whole simulator, under `/simulator`. */
const SERVER_CONTROLS: Readonly<Record<string, ServerControl>> = {
	'GET sessions': ({ state }) => [...state.sessions.values()].map(describe),
	'GET requests': ({ state }) => state.requests.list(),
	'GET deliveries': ({ state }) => state.deliveries.list(),
	'GET settings': ({ state }) => state.settings,
	'POST settings': ({ state, body }) => {
		state.configure(parse(settingsSchema.partial(), body));
		return state.settings;
	},
	'POST faults': ({ state, body }) => {
		state.faults.add(parse(faultSchema, body));
		return {};
	},
	'POST reset': ({ state }) => {
		state.reset();
		return {};
	},
};

/** Requests about one session, under `/simulator/sessions/{token}`. */
const SESSION_CONTROLS: Readonly<Record<string, SessionControl>> = {
	'POST scan': ({ state }, session) => {
		session.scan(state.settings);
		return describe(session);
	},
	'POST unreachable': (_call, session) => {
		session.setReachable(false);
		return describe(session);
	},
	'POST reachable': (_call, session) => {
		session.setReachable(true);
		return describe(session);
	},
	'POST logout': async ({ state }, session) => ({
		deliveries: await receiveLogout(state, session),
	}),
	'POST messages': async ({ state, request, url, body }, session) => {
		if (!session.loggedIn) refuse(409, 'the session is not logged in: connect and scan first');
		const message = readMessage(headerOf(request, 'content-type'), url.searchParams, body, (text) =>
			parse(messageSchema, text),
		);
		return await receiveMessage(state, session, message);
	},
	'POST receipts': async ({ state, body }, session) => ({
		deliveries: await receiveReceipt(state, session, parse(receiptSchema, body)),
	}),
	'POST presence': async ({ state, body }, session) => ({
		deliveries: await receiveChatPresence(state, session, parse(presenceSchema, body)),
	}),
	'POST calls': async ({ state, body }, session) => ({
		deliveries: await receiveCall(state, session, parse(callSchema, body)),
	}),
	'POST members': async ({ state, body }, session) => ({
		deliveries: await receiveMemberChange(state, session, parse(memberSchema, body)),
	}),
	'POST events': async ({ state, body }, session) => ({
		deliveries: await deliver(state, session, { jsonData: body.toString('utf8') }),
	}),
	'GET sent': (_call, session) => session.sent,
	'GET state': (_call, session) => describe(session),
};

/** Answers a request to the control interface. */
export async function handleControl(
	state: State,
	request: IncomingMessage,
	response: ServerResponse,
	url: URL,
): Promise<void> {
	if (url.pathname === '/simulator/stream') return streamTo(state, response);
	const call = { state, request, url, body: await readBody(request) };
	const media = /^\/simulator\/media\/([0-9a-f]{64})$/.exec(url.pathname);
	const attempt = async () => {
		if (media) sendMedia(state, media[1], response);
		else answer(response, 200, await dispatch(call));
	};
	await attempt().catch((error: unknown) => {
		if (!(error instanceof ControlError)) throw error;
		answer(response, error.status, { error: error.message });
	});
}

async function dispatch(call: ControlCall): Promise<unknown> {
	const [name, token, action] = call.url.pathname.split('/').slice(2);
	const { method } = call.request;
	if (action === undefined) return await (SERVER_CONTROLS[`${method} ${name}`] ?? notFound())(call);
	const control = (name === 'sessions' && SESSION_CONTROLS[`${method} ${action}`]) || notFound();
	const session = call.state.sessions.get(decodeURIComponent(token));
	if (!session) return refuse(404, 'no session has this token');
	return await control(call, session);
}

function refuse(status: number, message: string): never {
	throw new ControlError(status, message);
}

const notFound = () => refuse(404, 'not part of the control interface');

function sendMedia(state: State, sha256: string, response: ServerResponse): void {
	const media = state.media.get(sha256);
	if (!media) return refuse(404, 'no such file');
	send(response, 200, media.mimeType, media.bytes);
}

/** @throws 400 with what is wrong. */
function parse<S extends z.ZodTypeAny>(schema: S, body: Buffer): z.output<S> {
	const result = schema.safeParse(parseJson(body));
	if (result.success) return result.data as z.output<S>;
	const problems = result.error.issues.map(
		({ path, message }) => `${path.join('.') || 'body'}: ${message}`,
	);
	refuse(400, problems.join('; '));
}

function parseJson(body: Buffer): unknown {
	try {
		return JSON.parse(body.toString('utf8'));
	} catch {
		return refuse(400, 'the body is not JSON');
	}
}

function describe(session: Session) {
	const { name, token, phone, jid, connected, loggedIn, linked, events, webhook, qrImage } =
		session;
	return { name, token, phone, jid, connected, loggedIn, linked, events, webhook, qrImage };
}
