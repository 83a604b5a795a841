import { Account } from './account.js';
import { parsed } from '../lib/json.js';
import { changesOf } from './changes.js';

/** The newest entries on the wire that are kept for the list. */
const KEPT_WIRE = 500;

/** Everything the page knows of the simulator, from its stream of events. */
export class World {
	sessions = [];
	settings = {};
	/** Requests and deliveries by the ID of their journal entry, oldest first. */
	wire = new Map();
	#accounts = new Map();
	#early = [];

	clear() {
		this.wire.clear();
		this.#accounts.clear();
		this.#early = [];
	}

	/** @param state the stream's `state` */
	describe({ sessions, settings }) {
		this.sessions = sessions;
		this.settings = settings;
		for (const session of sessions) this.account(session.name)?.describe(session);
		const early = this.#early;
		this.#early = [];
		for (const entry of early) this.enter(entry);
	}

	/** @returns the session's account; `undefined` for one that the server has not described */
	account(name) {
		const session = this.sessions.find((known) => known.name === name);
		if (session && !this.#accounts.has(name)) {
			this.#accounts.set(name, new Account(session));
			this.#accounts.get(name).describe(session);
		}
		return this.#accounts.get(name);
	}

	/** @param entry one of the journal, new or changed */
	enter(entry) {
		if (entry.kind === 'request' || entry.kind === 'delivery') this.#keep(entry);
		if (entry.session === '') return;
		const account = this.account(entry.session);
		if (!account) {
			// What a session did in its first moments may come before its description.
			this.#early.push(entry);
			return;
		}
		for (const change of changesOf(entry)) account.apply(change);
	}

	/** Requests and deliveries of a session that are about a message, or all. */
	wireOf(session, messageId) {
		return [...this.wire.values()].filter(
			(entry) =>
				(entry.session === session || entry.session === '') &&
				(messageId === undefined || entry.about.includes(messageId)),
		);
	}

	#keep(entry) {
		this.wire.set(entry.id, { ...entry, about: messageIdsOf(entry) });
		if (this.wire.size > KEPT_WIRE) this.wire.delete(this.wire.keys().next().value);
	}
}

/** The messages that a request or delivery is about: the one it sent, and those that its body names. */
function messageIdsOf({ request, delivery }) {
	if (delivery) return delivery.about;
	const sent = parsed(request.answer)?.data?.Id;
	const { Id, MessageID } = parsed(request.body) ?? {};
	return [sent, Id, MessageID].flat();
}
