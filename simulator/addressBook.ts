import { randomBytes, randomInt } from 'crypto';
import { goTime } from './events/time';
import { phoneJid, userOf } from './jid';

export interface Contact {
	readonly phone: string;
	/** The user part of the hidden number (LID). */
	readonly lid: string;
	readonly name: string;
}

export interface Participant {
	readonly jid: string;
	isAdmin: boolean;
}

export interface Group {
	readonly jid: string;
	name: string;
	topic: string;
	readonly owner: string;
	readonly created: string;
	participants: Participant[];
	inviteCode: string;
	pictureId: string;
	/** Set for a group of a community. */
	parentJid: string;
	/** Set for the community itself. */
	readonly isCommunity: boolean;
}

export interface Channel {
	readonly jid: string;
	readonly name: string;
	readonly description: string;
	readonly inviteCode: string;
	role: 'owner' | 'subscriber' | 'guest';
	readonly messages: Array<{
		readonly id: string;
		readonly serverId: number;
		text: string;
	}>;
}

export interface ChatState {
	pinned: boolean;
	muted: boolean;
	archived: boolean;
	readonly labels: Set<string>;
}

export interface Label {
	name: string;
	color: number;
}

/** What one WhatsApp account knows: its people, chats and settings. */
export interface AddressBook {
	readonly contacts: Contact[];
	/** Phone numbers; one need not be a contact's. */
	readonly blocked: Set<string>;
	readonly groups: Map<string, Group>;
	readonly channels: Map<string, Channel>;
	readonly chats: Map<string, ChatState>;
	readonly labels: Map<string, Label>;
	/** Label IDs by message ID. */
	readonly messageLabels: Map<string, Set<string>>;
	readonly profile: { name: string; pictureId: string; presence: string };
	readonly business: { description: string; address: string; email: string };
	readonly catalog: Map<string, Readonly<Record<string, unknown>>>;
}

const SEEDED_AT = '2026-01-05T09:00:00Z';

const PEOPLE: readonly Contact[] = [
	{ phone: '15550100001', lid: '100000000000001', name: 'Alice Example' },
	{ phone: '15550100002', lid: '100000000000002', name: 'Bob Builder' },
	{ phone: '15550100003', lid: '100000000000003', name: 'Carla Ejemplo' },
];

const [ALICE, BOB, CARLA] = PEOPLE;

/** The people, groups and channels that every account of the simulator begins with. */
export function seedAddressBook(ownJid: string, name: string): AddressBook {
	const groups: Group[] = [
		seedGroup('120363000000000001@g.us', 'Example Team', ownJid, [
			{ jid: ownJid, isAdmin: true },
			{ jid: phoneJid(ALICE.phone), isAdmin: false },
			{ jid: phoneJid(BOB.phone), isAdmin: false },
		]),
		seedGroup('120363000000000002@g.us', 'Book Club', phoneJid(CARLA.phone), [
			{ jid: phoneJid(CARLA.phone), isAdmin: true },
			{ jid: ownJid, isAdmin: false },
		]),
	];
	const channel: Channel = {
		jid: '120363000000000009@newsletter',
		name: 'Example News',
		description: 'What is new at Example',
		inviteCode: '0029VaEXAMPLE',
		role: 'subscriber',
		messages: [{ id: '3EB00000000000000E31', serverId: 137, text: 'Channel news' }],
	};
	return {
		contacts: [...PEOPLE],
		blocked: new Set(),
		groups: new Map(groups.map((group) => [group.jid, group])),
		channels: new Map([[channel.jid, channel]]),
		chats: new Map(),
		labels: new Map([['1', { name: 'New customer', color: 1 }]]),
		messageLabels: new Map(),
		profile: { name, pictureId: '', presence: 'available' },
		business: { description: '', address: '', email: '' },
		catalog: new Map(),
	};
}

function seedGroup(jid: string, name: string, owner: string, participants: Participant[]): Group {
	const inviteCode = `INVITE${userOf(jid)}`;
	return { ...newGroup(name, owner, []), jid, participants, inviteCode, created: SEEDED_AT };
}

/** A group that `owner` makes now, with others in it. */
export function newGroup(
	name: string,
	owner: string,
	members: readonly string[],
	isCommunity = false,
): Group {
	return {
		jid: `${newChatId()}@g.us`,
		name,
		topic: '',
		owner,
		created: goTime(new Date()),
		participants: [
			{ jid: owner, isAdmin: true },
			...members.map((jid) => ({ jid, isAdmin: false })),
		],
		inviteCode: randomBytes(11).toString('hex'),
		pictureId: '',
		parentJid: '',
		isCommunity,
	};
}

/** The user part of a new group's or channel's address. */
export function newChatId(): string {
	return `120363${String(randomInt(10 ** 12)).padStart(12, '0')}`;
}

export function findByPhone(book: AddressBook, phone: string): Contact | undefined {
	return book.contacts.find((contact) => contact.phone === phone);
}

export function findByLid(book: AddressBook, lid: string): Contact | undefined {
	return book.contacts.find((contact) => contact.lid === lid);
}

/** The hidden number of a phone's address, `''` where it is unknown. */
export function lidOf(book: AddressBook, jid: string): string {
	const contact = findByPhone(book, userOf(jid));
	return contact ? `${contact.lid}@lid` : '';
}

/** The number that a channel gives a post, which it keeps; one that it has already gets its new text. */
export function numberPost(book: AddressBook, jid: string, id: string, text: string): number {
	const messages = book.channels.get(jid)?.messages ?? [];
	const known = messages.find((message) => message.id === id);
	if (known) known.text = text;
	else messages.push({ id, serverId: (messages.at(-1)?.serverId ?? 0) + 1, text });
	return (known ?? messages.at(-1))!.serverId;
}

/** People join or leave a group; an unknown group is none of the account's. */
export function changeMembers(
	book: AddressBook,
	jid: string,
	{ join, leave }: Readonly<Record<'join' | 'leave', readonly string[]>>,
): void {
	const group = book.groups.get(jid);
	if (!group) return;
	const stay = group.participants.filter((member) => ![...join, ...leave].includes(member.jid));
	group.participants = [...stay, ...join.map((member) => ({ jid: member, isAdmin: false }))];
}

/** The state of a chat, made when it is first touched. */
export function chatState(book: AddressBook, jid: string): ChatState {
	const known = book.chats.get(jid);
	if (known) return known;
	const fresh: ChatState = { pinned: false, muted: false, archived: false, labels: new Set() };
	book.chats.set(jid, fresh);
	return fresh;
}
