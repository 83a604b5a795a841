import type { Session } from '../session';
import type { Proto } from './message';
import { messageSource, type Origin } from './source';

/** WhatsApp's `State` and `Media` of what someone does in a chat. */
const STATES = {
	composing: { State: 'composing', Media: '' },
	recording: { State: 'composing', Media: 'audio' },
	paused: { State: 'paused', Media: '' },
} as const;

export type ChatState = keyof typeof STATES;

/** The `jsonData` of a contact that types or records; it has neither an ID nor a time. */
export function chatPresenceEvent(session: Session, origin: Origin, state: ChatState): Proto {
	return { event: { ...messageSource(session, origin), ...STATES[state] }, type: 'ChatPresence' };
}
