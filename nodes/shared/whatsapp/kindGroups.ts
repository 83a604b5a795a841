import { MESSAGE_KINDS, type MessageKind } from './item';

/** Names that stand for several kinds where a user chooses kinds. */
export const KIND_GROUPS = ['content', 'media', 'all'] as const;

/** What a user can choose: groups, and every single kind. */
export const KIND_CHOICES = [...KIND_GROUPS, ...MESSAGE_KINDS] as const;

export type KindChoice = (typeof KIND_CHOICES)[number];

/**
 * How a kind counts: `file` and `content` are what people send, `notice` is what is said about other messages or
 * by WhatsApp itself. A bot that answers a notice answers nobody.
 */
type Standing = 'file' | 'content' | 'notice';

/** Every kind has its row, so that a new one cannot be forgotten. */
const STANDINGS: Readonly<Record<Exclude<MessageKind, 'noise'>, Standing>> = {
	text: 'content',
	image: 'file',
	video: 'file',
	gif: 'file',
	videoNote: 'file',
	voice: 'file',
	audio: 'file',
	document: 'file',
	sticker: 'file',
	stickerPack: 'content',
	location: 'content',
	liveLocation: 'content',
	contact: 'content',
	contacts: 'content',
	reaction: 'notice',
	poll: 'content',
	pollVote: 'content',
	pollResult: 'content',
	pollOption: 'content',
	edit: 'notice',
	editEncrypted: 'notice',
	revoke: 'notice',
	buttonReply: 'content',
	listReply: 'content',
	interactiveReply: 'content',
	buttons: 'content',
	list: 'content',
	template: 'content',
	interactive: 'content',
	order: 'content',
	product: 'content',
	groupInvite: 'content',
	channelInvite: 'content',
	calendarEvent: 'content',
	// It only announces pictures, which come as messages of their own.
	album: 'notice',
	pin: 'notice',
	keep: 'notice',
	viewOnce: 'content',
	callLog: 'notice',
	disappearingSetting: 'notice',
	encrypted: 'notice',
	// What this version has no name for may be what a contact has to say.
	other: 'content',
};

const MEMBERS: Readonly<Record<(typeof KIND_GROUPS)[number], readonly MessageKind[]>> = {
	content: MESSAGE_KINDS.filter((kind) => STANDINGS[kind] !== 'notice'),
	media: MESSAGE_KINDS.filter((kind) => STANDINGS[kind] === 'file'),
	all: MESSAGE_KINDS,
};

/** The kinds that a choice of groups and kinds stands for. */
export function kindsOf(choices: readonly KindChoice[]): ReadonlySet<MessageKind> {
	return new Set(choices.flatMap((choice) => (isGroup(choice) ? MEMBERS[choice] : [choice])));
}

function isGroup(choice: KindChoice): choice is (typeof KIND_GROUPS)[number] {
	return (KIND_GROUPS as readonly string[]).includes(choice);
}
