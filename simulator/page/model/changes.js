import { parsed } from '../lib/json.js';
import { inWords } from './reasons.js';
import { sentContent } from './sent.js';

/**
 * What an entry of the simulator's journal changes on the phone. A change is an object whose `do` names a method
 * of the account, with that method's arguments.
 */
export function changesOf(entry) {
	return READERS[entry.kind]?.(entry) ?? [];
}

const READERS = {
	action: ({ action, time, id }) => actionChanges(action, time, id),
	receipt: ({ receipt }) => [{ do: 'receive', ...receipt }],
	typing: ({ typing: { from, chat = from, state }, time }) => [
		{ do: 'type', chat, author: from, state, time },
	],
	sent: ({ sent, id }) => sentChanges(sent, id),
	request: ({ request, time }) => requestChanges(request, time),
	delivery: ({ delivery }) => [
		{ do: 'deliver', messageIds: delivery.about, attempts: delivery.attempts },
	],
};

/** What a person did on a phone, by the first of these that the action has. */
const ACTIONS = [
	['reaction', ({ reaction }, author) => ({ do: 'react', ...reaction, author })],
	['edit', ({ edit, text }) => ({ do: 'edit', messageId: edit.messageId, text })],
	['revoke', ({ revoke }) => ({ do: 'remove', messageId: revoke.messageId })],
	['pollVote', ({ pollVote }, author) => ({ do: 'vote', ...pollVote, author })],
];

function actionChanges(action, time, entryId) {
	const author = action.fromMe ? 'me' : action.from;
	const known = ACTIONS.find(([name]) => action[name] !== undefined);
	if (known) return [known[1](action, author)];
	const message = {
		id: action.messageId,
		entryId,
		chat: action.chat ?? action.from,
		author,
		authorName: action.name,
		time: action.time ?? time,
		origin: 'phone',
		content: actionContent(action),
		...(action.undelivered && { progress: 'failed', why: inWords(action.undelivered) }),
	};
	return [{ do: 'add', message }];
}

function actionContent(action) {
	const { text, media, location, contact, poll, quoted } = action;
	const pressed =
		action.button?.text ??
		action.templateButton?.text ??
		action.flow?.text ??
		action.listRow?.title;
	return {
		text: text ?? pressed,
		isPressed: pressed !== undefined,
		media,
		location,
		contact,
		poll: poll && { maxChoices: 1, ...poll },
		quoted,
	};
}

/** Endpoints under /message that the sent list has as well: they change a message in the place of adding one. */
const SENT_CHANGES = {
	'/message/react': ({ Id, Body }) => ({
		do: 'react',
		messageId: Id.replace(/^me:/, ''),
		emoji: Body === 'remove' ? '' : Body,
		author: 'me',
	}),
	'/message/edit': ({ MessageID, Message }) => ({
		do: 'edit',
		messageId: MessageID,
		text: Message,
	}),
	'/message/delete': ({ MessageID }) => ({ do: 'remove', messageId: MessageID }),
};

function sentChanges(sent, entryId) {
	const { path, body, messageId, time, recipient, repeat } = sent;
	if (repeat) return [{ do: 'repeat', messageId }];
	const change = SENT_CHANGES[path];
	if (change) return [change(body)];
	const message = {
		id: messageId,
		entryId,
		chat: recipient,
		author: 'me',
		time,
		origin: 'workflow',
		content: sentContent(sent),
	};
	return [{ do: 'add', message }];
}

/** Requests that send nothing, but that a phone shows. */
const REQUEST_CHANGES = {
	'/message/presence': ({ Phone, State, Media }, time) => ({
		do: 'type',
		chat: Phone,
		author: 'me',
		state: State === 'composing' && Media === 'audio' ? 'recording' : State,
		time,
	}),
	'/message/markread': ({ Id }) => ({
		do: 'receive',
		messageIds: [Id].flat(),
		type: 'read-by-workflow',
	}),
};

function requestChanges({ path, body, status }, time) {
	const change = REQUEST_CHANGES[path];
	const content = parsed(body);
	return change && content && status === 200 ? [change(content, time)] : [];
}
