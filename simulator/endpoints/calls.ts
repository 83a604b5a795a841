import { randomBytes } from 'crypto';
import { badRequest, Bare, WagoError } from '../envelope';
import { required } from '../fields';
import { GUESSED } from '../guesses';
import { parseRecipient } from '../jid';
import type { Call } from '../state';
import { bodiless, post, type SessionEndpoint } from './endpoint';

const TURN = { enabled: false, status: 'coming_soon' };

/** WaGo docs, /calls/live-audio and /concepts/identifiers: bare objects without the envelope. */
export const CALL_ENDPOINTS: readonly SessionEndpoint[] = [
	post('documented', '/call/make', GUESSED.callMake, ({ state, session, body }) => {
		const callID = randomBytes(16).toString('hex').toUpperCase();
		const call: Call = {
			callID,
			session: session.name,
			peer: parseRecipient(body.Phone),
			state: 'ringing',
		};
		state.calls.set(callID, call);
		return new Bare({ details: 'Call started', callID, call: describe(call) });
	}),
	bodiless('documented', 'GET', '/call/status', ({ state, session }) => {
		const calls = [...state.calls.values()].filter((call) => call.session === session.name);
		return new Bare({ details: 'Tracked calls', calls: calls.map(describe) });
	}),
	bodiless(
		'documented',
		'GET',
		'/call/webrtc/config',
		() => new Bare({ iceServers: [{ urls: ['stun:stun.l.google.com:19302'] }], turn: TURN }),
	),
	post(
		'documented',
		'/call/webrtc/offer',
		{ callID: required('string'), type: required('string'), sdp: required('string') },
		({ state, session, body: { callID, type, sdp } }) => {
			const call = state.calls.get(callID);
			if (call?.session !== session.name) throw new WagoError(404, 'call not found');
			if (type !== 'offer') throw badRequest('invalid type in payload');
			call.state = 'connected';
			return new Bare({ callID, type: 'answer', sdp: answerTo(sdp), turn: TURN });
		},
	),
];

const describe = ({ callID, peer, state }: Call) => ({ callID, peer, state });

/** An answer takes the offer's media lines and is the passive side. */
function answerTo(sdp: string): string {
	return sdp.replace(/a=setup:actpass/g, 'a=setup:passive');
}
