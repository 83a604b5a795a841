import { act, happen, sendFile } from './lib/api.js';

const DEMO_TOKEN = 'demo-token';

/** In the place of a wire entry's ID. */
const FIRST = 'first';

/** What the page shows of the world, and who the person at the page is. */
export class App {
	sessionName = undefined;
	/** The open chat's address. */
	chatJid = undefined;
	/** The message that is answered or edited: `{ mode: 'reply' | 'edit', message }`. */
	draft = undefined;
	/** What the wire panel shows: a message's requests and deliveries, or one entry opened. */
	wireMessageId = undefined;
	wireEntryId = undefined;
	isConnected = false;
	#actors = new Map();
	#seen = new Map();
	#onChange;

	constructor(world, onChange) {
		this.world = world;
		this.#onChange = onChange;
	}

	/** Changes properties and has everything drawn anew. */
	set(properties) {
		Object.assign(this, properties);
		this.#onChange();
	}

	get session() {
		const { sessions } = this.world;
		return (
			sessions.find(({ name }) => name === this.sessionName) ??
			sessions.find(({ token }) => token === DEMO_TOKEN) ??
			sessions[0]
		);
	}

	get account() {
		return this.session && this.world.account(this.session.name);
	}

	get chat() {
		return this.chatJid && this.account?.chats.get(this.chatJid);
	}

	selectSession(sessionName) {
		this.set({ sessionName, chatJid: undefined, draft: undefined, wireMessageId: undefined });
	}

	openChat(chatJid) {
		this.set({ chatJid, draft: undefined });
	}

	/** Everyone the person at the page can be in a chat: addresses, and `me` for the account's own phone. */
	actorsOf(jid) {
		if (jid.endsWith('@newsletter')) return [jid];
		if (jid === 'status@broadcast') return [...this.session.contacts.map((each) => each.jid), 'me'];
		if (!jid.endsWith('@g.us')) return [jid, 'me'];
		const group = this.session.groups.find((known) => known.jid === jid);
		const members = (group?.participants ?? []).map((member) => this.account.bare(member));
		return [...members.filter((member) => member !== this.session.jid), 'me'];
	}

	/** Who the person at the page is in a chat. */
	actorIn(jid) {
		const actors = this.actorsOf(jid);
		const chosen = this.#actors.get(jid);
		return actors.includes(chosen) ? chosen : actors[0];
	}

	/** The wire panel shows what WaGo and the workflow exchanged about a message, the first of it opened. */
	showOnWire(wireMessageId) {
		this.set({ wireMessageId, wireEntryId: FIRST });
	}

	/** The entry of the wire panel that is open; the first of a message may still be to come. */
	get openEntryId() {
		if (this.wireEntryId !== FIRST) return this.wireEntryId;
		return this.world.wireOf(this.session.name, this.wireMessageId)[0]?.id;
	}

	become(actor) {
		this.#actors.set(this.chatJid, actor);
		this.set({ draft: undefined });
	}

	/** Where an action in the open chat comes from and goes to, as the simulator wants it. */
	get identity() {
		const { jid } = this.chat;
		const actor = this.actorIn(jid);
		if (actor === 'me') return { from: jid, fromMe: true };
		return actor === jid ? { from: jid } : { from: actor, chat: jid };
	}

	/** Something happens that is no message: a call, a change of a group. */
	happen(what, body) {
		return this.attempt(() => happen(this.session.token, what, body));
	}

	act(action) {
		return this.attempt(() => act(this.session.token, { ...this.identity, ...action }));
	}

	sendFile(file, action = {}) {
		return this.attempt(() => sendFile(this.session.token, file, { ...this.identity, ...action }));
	}

	/** Does something that may fail; the person is told what went wrong. */
	async attempt(task) {
		try {
			await task();
			return true;
		} catch (error) {
			this.notify(error.message);
			return false;
		}
	}

	/** Shows a short notice; the page sets it (see views/notice.js). */
	notify() {}

	markSeen({ jid, messages }) {
		this.#seen.set(this.#seenKey(jid), messages.length);
	}

	/** Messages of the account that the contact has neither read nor had open. */
	unreadIn({ jid, messages }) {
		const fresh = messages.slice(this.#seen.get(this.#seenKey(jid)) ?? 0);
		return fresh.filter(({ author, progress }) => author === 'me' && progress !== 'read').length;
	}

	#seenKey(jid) {
		return `${this.session.name} ${jid}`;
	}
}
