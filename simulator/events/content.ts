import { createHash } from 'crypto';
import { isChannel } from '../jid';
import type { Content, Proto } from './message';

/** What someone can do on the phone, besides sending a file. */
export interface Action {
	readonly text?: string;
	readonly quoted?: {
		readonly messageId: string;
		readonly participant: string;
		readonly text?: string;
	};
	readonly mentions?: readonly string[];
	readonly reaction?: { readonly messageId: string; readonly emoji: string };
	readonly edit?: { readonly messageId: string };
	readonly revoke?: { readonly messageId: string };
	readonly poll?: {
		readonly question: string;
		readonly choices: readonly string[];
		readonly maxChoices?: number;
	};
	readonly pollVote?: { readonly messageId: string; readonly choice: string };
	readonly button?: { readonly messageId?: string; readonly id: string; readonly text: string };
	readonly templateButton?: {
		readonly messageId?: string;
		readonly id: string;
		readonly text: string;
		readonly index: number;
	};
	/** A quick reply of a carousel or another message that shows a native flow. */
	readonly flow?: { readonly messageId?: string; readonly id: string; readonly text: string };
	readonly listRow?: { readonly messageId?: string; readonly id: string; readonly title: string };
	readonly location?: {
		readonly latitude: number;
		readonly longitude: number;
		readonly name?: string;
	};
	readonly contact?: { readonly name: string; readonly phone: string };
}

/** The context that a message's content is made in. */
export interface ActionContext {
	readonly chat: string;
	/** The account's own address: the author of the messages that are answered, voted on and pressed. */
	readonly ownJid: string;
	readonly fromMe: boolean;
	readonly time: Date;
}

type Maker = (action: Action, context: ActionContext) => Content;

/** One entry an action; text is what is left when no other fits. */
const MAKERS: ReadonlyArray<readonly [keyof Action, Maker]> = [
	['reaction', reaction],
	['edit', edit],
	['revoke', revoke],
	['poll', poll],
	['pollVote', pollVote],
	['button', buttonReply],
	['templateButton', templateReply],
	['flow', flowReply],
	['listRow', listReply],
	['location', location],
	['contact', contact],
];

/** The protobuf of what was done on the phone, spelled as today's WhatsApp library prints it. */
export function contentOf(action: Action, context: ActionContext): Content {
	const maker = MAKERS.find(([name]) => action[name] !== undefined)?.[1] ?? text;
	return maker(action, context);
}

/** Plain text has no room for a context: a quote or a mention makes it an extended text, and channels have no other. */
function text(action: Action, { chat }: ActionContext): Content {
	const contextInfo = contextInfoOf(action);
	const body = action.text ?? '';
	if (!contextInfo && !isChannel(chat)) return { type: 'text', message: { conversation: body } };
	const extendedTextMessage = { text: body, ...(contextInfo && { contextInfo }) };
	return { type: 'text', message: { extendedTextMessage } };
}

/** The context of a quoting or mentioning message; `undefined` where there is none. */
export function contextInfoOf({ quoted, mentions }: Action): Proto | undefined {
	if (!quoted && !mentions?.length) return undefined;
	return {
		...(quoted && {
			stanzaID: quoted.messageId,
			participant: quoted.participant,
			quotedMessage: { conversation: quoted.text ?? '' },
		}),
		...(mentions?.length && { mentionedJID: mentions }),
	};
}

function reaction({ reaction: given }: Action, context: ActionContext): Content {
	return {
		type: 'reaction',
		message: {
			reactionMessage: {
				key: messageKey(context, given!.messageId, true),
				text: given!.emoji,
				senderTimestampMS: context.time.getTime(),
			},
		},
	};
}

/** The phone wraps it, and WhatsApp's library unwraps it again; a channel's is the post once more. */
function edit(action: Action, context: ActionContext): Content {
	if (isChannel(context.chat)) return { ...text(action, context), edit: '3' };
	return {
		type: 'text',
		edit: '1',
		flags: { IsEdit: true },
		wrapper: 'editedMessage',
		message: {
			protocolMessage: {
				key: messageKey(context, action.edit!.messageId, context.fromMe),
				type: 14,
				editedMessage: { conversation: action.text ?? '' },
				timestampMS: context.time.getTime(),
			},
		},
	};
}

function revoke(action: Action, context: ActionContext): Content {
	const key = messageKey(context, action.revoke!.messageId, context.fromMe);
	return { type: 'text', edit: '7', message: { protocolMessage: { key, type: 0 } } };
}

function poll({ poll: given }: Action): Content {
	const { question, choices, maxChoices = 1 } = given!;
	return {
		type: 'poll',
		message: {
			pollCreationMessageV3: {
				name: question,
				options: choices.map((optionName) => ({ optionName })),
				selectableOptionsCount: maxChoices,
				pollContentType: 1,
				pollType: 0,
			},
		},
	};
}

/** The vote itself is sealed; WaGo adds the hash of the chosen option (WaGo docs, /webhooks/events). */
function pollVote({ pollVote: given }: Action, context: ActionContext): Content {
	const { messageId, choice } = given!;
	return {
		type: 'poll',
		extras: { decryptVote: createHash('sha256').update(choice).digest('hex') },
		message: {
			pollUpdateMessage: {
				pollCreationMessageKey: messageKey(context, messageId, true),
				vote: { encPayload: 'ZW5jcnlwdGVkLXZvdGU=', encIV: 'MTIzNDU2Nzg5MDEy' },
				metadata: {},
				senderTimestampMS: context.time.getTime(),
			},
		},
	};
}

function buttonReply({ button }: Action, context: ActionContext): Content {
	const { id, text: label, messageId } = button!;
	return {
		type: 'media',
		mediaType: 'buttons_response',
		message: {
			buttonsResponseMessage: {
				selectedButtonID: id,
				...pressedMessage(messageId, context),
				type: 1,
				Response: { SelectedDisplayText: label },
			},
		},
	};
}

function templateReply({ templateButton }: Action, context: ActionContext): Content {
	const { id, text: label, index, messageId } = templateButton!;
	return {
		type: 'text',
		message: {
			templateButtonReplyMessage: {
				selectedID: id,
				selectedDisplayText: label,
				...pressedMessage(messageId, context),
				selectedIndex: index,
			},
		},
	};
}

function flowReply({ flow }: Action, context: ActionContext): Content {
	const { id, text: label, messageId } = flow!;
	return {
		type: 'media',
		mediaType: 'native_flow_response',
		message: {
			interactiveResponseMessage: {
				InteractiveResponseMessage: {
					NativeFlowResponseMessage: {
						name: 'quick_reply',
						paramsJSON: JSON.stringify({ id, display_text: label }),
						version: 1,
					},
				},
				body: { text: label, format: 0 },
				...pressedMessage(messageId, context),
			},
		},
	};
}

function listReply({ listRow }: Action, context: ActionContext): Content {
	const { id, title, messageId } = listRow!;
	return {
		type: 'media',
		mediaType: 'list_response',
		message: {
			listResponseMessage: {
				title,
				listType: 1,
				singleSelectReply: { selectedRowID: id },
				...pressedMessage(messageId, context),
			},
		},
	};
}

function location({ location: given }: Action): Content {
	const { latitude, longitude, name } = given!;
	return {
		type: 'media',
		mediaType: 'location',
		message: {
			locationMessage: {
				degreesLatitude: latitude,
				degreesLongitude: longitude,
				...(name !== undefined && { name }),
			},
		},
	};
}

function contact({ contact: given }: Action): Content {
	const { name, phone } = given!;
	const vcard = [
		'BEGIN:VCARD',
		'VERSION:3.0',
		`N:;${name};;;`,
		`FN:${name}`,
		`TEL;type=CELL;waid=${phone}:+${phone}`,
		'END:VCARD',
	].join('\n');
	return {
		type: 'media',
		mediaType: 'vcard',
		message: { contactMessage: { displayName: name, vcard } },
	};
}

function messageKey({ chat }: ActionContext, ID: string, fromMe: boolean): Proto {
	return { remoteJID: chat, fromMe, ID };
}

function pressedMessage(messageId: string | undefined, { ownJid }: ActionContext): Proto {
	return messageId === undefined
		? {}
		: { contextInfo: { stanzaID: messageId, participant: ownJid } };
}
