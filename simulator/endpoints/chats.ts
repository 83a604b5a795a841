import { chatState, type ChatState } from '../addressBook';
import { GUESSED } from '../guesses';
import { requireJid } from '../jid';
import { post, type SessionEndpoint } from './endpoint';

function chat(path: string, change: Partial<ChatState>): SessionEndpoint {
	return post('listed', path, GUESSED.chat, ({ session, body }) => {
		Object.assign(chatState(session.book, requireJid(body.chat)), change);
		return { Details: 'Chat updated' };
	});
}

/** Routes of an older public list. */
export const CHAT_ENDPOINTS: readonly SessionEndpoint[] = [
	chat('/chat/pin', { pinned: true }),
	chat('/chat/unpin', { pinned: false }),
	chat('/chat/mute', { muted: true }),
	chat('/chat/archive', { archived: true }),
];
