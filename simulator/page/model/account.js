import { failureInWords, inWords, reasonOf } from './reasons.js';

/** How far a message got; later ones outrank earlier ones. */
const RANKS = ['none', 'sent', 'failed', 'ignored', 'delivered', 'read'];

/** Where everybody shows pictures and texts to their contacts for a day. */
const STATUS = { jid: 'status@broadcast', name: 'Status' };

/** A receipt's type, and what WaGo was told by the workflow, as a rank. */
const RECEIPTS = { '': 'delivered', read: 'read', 'read-by-workflow': 'read' };

/** How long the other side is shown as typing when nothing more is heard. */
const TYPING_MS = 15_000;

/**
 * The chats of one session, built from changes (see changes.js). Messages are never altered but replaced, so
 * that a view can see by identity which ones to draw again.
 */
export class Account {
	chats = new Map();
	#session;
	#chatOf = new Map();
	#waiting = new Map();

	constructor(session) {
		this.#session = session;
	}

	apply({ do: name, ...change }) {
		this[name](change);
	}

	/** The session as the server last described it: names and addresses come from it. */
	describe(session) {
		this.#session = session;
		for (const { jid } of this.places()) this.chat(jid);
	}

	/** Everyone and everything in the address book. */
	places() {
		const { contacts, groups, channels } = this.#session;
		return [...contacts, ...groups, ...channels, STATUS];
	}

	chat(address) {
		const jid = this.bare(address);
		if (!this.chats.has(jid)) this.chats.set(jid, { jid, messages: [], typing: undefined });
		return this.chats.get(jid);
	}

	/** An address without its device, and of a contact's two addresses the one with the phone number. */
	bare(address) {
		const jid = address.includes('@')
			? address.replace(/[.:][^@]*@/, '@')
			: `${address.replace(/\D/g, '')}@s.whatsapp.net`;
		return this.#session.contacts.find(({ lid }) => lid === jid)?.jid ?? jid;
	}

	/** A name for an address; the account itself is `me`. */
	nameOf(address) {
		if (address === 'me' || address === this.#session.jid) return 'Business phone';
		const jid = this.bare(address);
		const place = this.places().find((known) => known.jid === jid);
		return place?.name ?? `+${jid.split('@')[0]}`;
	}

	/** The name for the user part of somebody's address, or of the account's; `undefined` for one that is unknown. */
	knownName(user) {
		if (this.#session.jid.startsWith(`${user}@`)) return this.#session.name;
		return this.#session.contacts.find(({ jid, lid }) =>
			[jid, lid].some((address) => address.startsWith(`${user}@`)),
		)?.name;
	}

	message(messageId) {
		return this.#chatOf.get(messageId)?.messages.find(({ id }) => id === messageId);
	}

	add({ message }) {
		// A message that is delivered again, or an echo of what was sent, is the same message.
		if (this.#chatOf.has(message.id)) return;
		const chat = this.chat(message.chat);
		const author = this.#person(message.author);
		const fresh = {
			reactions: {},
			votes: {},
			progress: 'sent',
			...message,
			author,
			chat: chat.jid,
		};
		chat.messages = [...chat.messages, fresh];
		chat.typing = undefined;
		this.#chatOf.set(message.id, chat);
		this.#replay(message.id);
	}

	react({ messageId, author, emoji }) {
		this.#change(messageId, 'react', { messageId, author, emoji }, (message) => ({
			reactions: { ...message.reactions, [this.#person(author)]: emoji },
		}));
	}

	edit({ messageId, text }) {
		this.#change(messageId, 'edit', { messageId, text }, ({ content }) => ({
			content: { ...content, text },
			isEdited: true,
		}));
	}

	remove({ messageId }) {
		this.#change(messageId, 'remove', { messageId }, () => ({ content: {}, isDeleted: true }));
	}

	vote({ messageId, author, choice }) {
		this.#change(messageId, 'vote', { messageId, author, choice }, ({ votes }) => ({
			votes: { ...votes, [this.#person(author)]: choice },
		}));
	}

	repeat({ messageId }) {
		this.#change(messageId, 'repeat', { messageId }, ({ repeats = 0 }) => ({
			repeats: repeats + 1,
		}));
	}

	receive({ messageIds, type }) {
		const progress = RECEIPTS[type];
		if (progress) for (const id of messageIds) this.#advance(id, progress);
	}

	/** A delivery tells whether the workflow has a contact's message: the first of those that it is about. */
	deliver({ messageIds: [id], attempts }) {
		if (attempts.length === 0 || this.message(id)?.origin !== 'phone') return;
		const accepted = attempts.find(({ status }) => status >= 200 && status < 300);
		if (!accepted) return this.#advance(id, 'failed', failureInWords(attempts.at(-1)));
		const reason = reasonOf(accepted);
		if (reason) this.#advance(id, 'ignored', inWords(reason));
		else this.#advance(id, 'delivered');
	}

	type({ chat: address, author, state, time }) {
		const chat = this.chat(address);
		chat.typing =
			state === 'paused'
				? undefined
				: { author: this.#person(author), state, until: Date.parse(time) + TYPING_MS };
	}

	#person(author) {
		return author === 'me' ? 'me' : this.bare(author);
	}

	/** @param why in words, where the workflow has not got the message */
	#advance(messageId, progress, why) {
		this.#change(messageId, 'receive', undefined, (message) =>
			RANKS.indexOf(progress) > RANKS.indexOf(message.progress) ? { progress, why } : undefined,
		);
	}

	/** Entries may be in any order; a change to a message that is not there yet waits for it. */
	#change(messageId, name, change, patch) {
		const chat = this.#chatOf.get(messageId);
		if (!chat) {
			if (change)
				this.#waiting.set(messageId, [
					...(this.#waiting.get(messageId) ?? []),
					{ do: name, ...change },
				]);
			return;
		}
		chat.messages = chat.messages.map((message) =>
			message.id === messageId ? { ...message, ...patch(message) } : message,
		);
	}

	#replay(messageId) {
		const changes = this.#waiting.get(messageId) ?? [];
		this.#waiting.delete(messageId);
		for (const change of changes) this.apply(change);
	}
}
