import { randomBytes } from 'crypto';
import { newChatId, type Channel } from '../addressBook';
import { serverError } from '../envelope';
import { goTime } from '../events/time';
import { GUESSED } from '../guesses';
import { requireJid } from '../jid';
import type { Session } from '../session';
import { bodiless, post, type SessionEndpoint } from './endpoint';

const DEFAULT_COUNT = 50;

/** Routes of an older public list, where channels are newsletters. */
export const CHANNEL_ENDPOINTS: readonly SessionEndpoint[] = [
	post('listed', '/newsletter/create', GUESSED.channelCreate, ({ session, body }) => {
		const channel: Channel = {
			jid: `${newChatId()}@newsletter`,
			name: body.name,
			description: body.description ?? '',
			inviteCode: `0029Va${randomBytes(8).toString('hex')}`,
			role: 'owner',
			messages: [],
		};
		session.book.channels.set(channel.jid, channel);
		return metadata(channel);
	}),
	bodiless('listed', 'GET', '/newsletter/list', ({ session }) => ({
		Newsletter: [...session.book.channels.values()]
			.filter(({ role }) => role !== 'guest')
			.map(metadata),
	})),
	post('listed', '/newsletter/info', GUESSED.channel, ({ session, body }) =>
		metadata(findChannel(session, body.jid)),
	),
	post('listed', '/newsletter/link', GUESSED.channelLink, ({ session, body }) => {
		const code = body.key.slice(body.key.lastIndexOf('/') + 1);
		const channel = [...session.book.channels.values()].find(
			({ inviteCode }) => inviteCode === code,
		);
		if (!channel) throw serverError('Failed to get newsletter info: not found');
		return metadata(channel);
	}),
	post('listed', '/newsletter/subscribe', GUESSED.channel, ({ session, body }) => {
		const channel = findChannel(session, body.jid);
		if (channel.role === 'guest') channel.role = 'subscriber';
		return { Details: 'Newsletter subscribed' };
	}),
	post('listed', '/newsletter/messages', GUESSED.channelMessages, ({ session, body }) => {
		const before = body.before_id || Infinity;
		const { messages } = findChannel(session, body.jid);
		const older = messages.filter(({ serverId }) => serverId < before);
		return { Messages: older.slice(-(body.count || DEFAULT_COUNT)).map(channelMessage) };
	}),
];

function findChannel({ book }: Session, jid: string): Channel {
	const channel = book.channels.get(requireJid(jid));
	if (!channel) throw serverError('Failed to get newsletter info: not found');
	return channel;
}

/** whatsmeow, types.NewsletterMetadata: the names that WhatsApp's own JSON has. */
function metadata({ jid, name, description, inviteCode, role }: Channel) {
	return {
		id: jid,
		state: { type: 'active' },
		thread_metadata: {
			creation_time: '1767603600',
			invite: inviteCode,
			name: { text: name, id: '1', update_time: '0' },
			description: { text: description, id: '1', update_time: '0' },
			subscribers_count: '12',
			verification: 'unverified',
			picture: null,
			preview: { url: '', id: '', type: '', direct_path: '' },
			settings: { reaction_codes: { value: 'all' } },
		},
		viewer_metadata: { mute: 'off', role },
	};
}

/** whatsmeow, types.NewsletterMessage. */
function channelMessage({ id, serverId, text }: Channel['messages'][number]) {
	return {
		MessageServerID: serverId,
		MessageID: id,
		Type: 'text',
		Timestamp: goTime(new Date(0)),
		ViewsCount: 12,
		ReactionCounts: { '👍': 3 },
		Message: { extendedTextMessage: { text } },
	};
}
