import { KEY, TARGET } from './row';
import type { Row } from './row';

/** What is about another message: reactions, polls, edits, revokes. */
export const referenceRows: Row[] = [
	[
		'reaction',
		{ reactionMessage: { key: KEY, text: '👍' } },
		{ kind: 'reaction', text: '👍', targetId: TARGET, reaction: { emoji: '👍' } },
	],
	[
		'reaction taken back',
		{ reactionMessage: { key: KEY, text: '' } },
		{ kind: 'reaction', targetId: TARGET, reaction: { removed: true } },
	],
	[
		'sealed reaction',
		{ encReactionMessage: { targetMessageKey: KEY } },
		{ kind: 'encrypted', targetId: TARGET },
	],
	[
		'sealed comment',
		{ encCommentMessage: { targetMessageKey: KEY } },
		{ kind: 'encrypted', targetId: TARGET },
	],
	[
		'sealed answer to an event',
		{ encEventResponseMessage: { eventCreationMessageKey: KEY } },
		{ kind: 'encrypted', targetId: TARGET },
	],
	[
		'sealed answer to an event that names it as other sealed messages do',
		{ encEventResponseMessage: { targetMessageKey: KEY } },
		{ kind: 'encrypted', targetId: TARGET },
	],
	...['', 'V2', 'V3', 'V5', 'V6'].map(
		(version): Row => [
			`poll ${version}`,
			{
				[`pollCreationMessage${version}`]: {
					name: 'Lunch?',
					options: [{ optionName: 'Pizza' }, { optionName: 'Sushi' }],
					selectableOptionsCount: 2,
				},
			},
			{
				kind: 'poll',
				text: 'Lunch?',
				poll: { name: 'Lunch?', options: ['Pizza', 'Sushi'], maxChoices: 2 },
			},
		],
	),
	[
		'poll V4 with any number of choices',
		{
			pollCreationMessageV4: {
				message: {
					pollCreationMessageV3: {
						name: 'Lunch?',
						options: [{ optionName: 'Pizza' }],
						selectableOptionsCount: 0,
					},
				},
			},
		},
		{ kind: 'poll', text: 'Lunch?', poll: { name: 'Lunch?', options: ['Pizza'] } },
	],
	[
		'vote that was not decrypted',
		{ pollUpdateMessage: { pollCreationMessageKey: KEY } },
		{ kind: 'pollVote', targetId: TARGET, pollVote: {} },
	],
	...['', 'V3'].map(
		(version): Row => [
			`poll result ${version}`,
			{
				[`pollResultSnapshotMessage${version}`]: {
					name: 'Lunch?',
					pollVotes: [{ optionName: 'Pizza', optionVoteCount: 3 }, { optionName: 'Sushi' }],
				},
			},
			{
				kind: 'pollResult',
				text: 'Lunch?',
				poll: { name: 'Lunch?', options: ['Pizza', 'Sushi'], votes: [3, 0] },
			},
		],
	),
	['revoke', { protocolMessage: { key: KEY, type: 0 } }, { kind: 'revoke', targetId: TARGET }],
	[
		'revoke without a type',
		{ protocolMessage: { key: KEY } },
		{ kind: 'revoke', targetId: TARGET },
	],
	[
		'revoke by name',
		{ protocolMessage: { key: KEY, type: 'REVOKE' } },
		{ kind: 'revoke', targetId: TARGET },
	],
	[
		'edit',
		{ protocolMessage: { key: KEY, type: 14, editedMessage: { conversation: 'better' } } },
		{ kind: 'edit', text: 'better', targetId: TARGET },
	],
	[
		'edit of a caption',
		{
			protocolMessage: {
				key: KEY,
				type: 14,
				editedMessage: { imageMessage: { caption: 'better', mimetype: 'image/png' } },
			},
		},
		{ kind: 'edit', text: 'better', targetId: TARGET },
	],
	[
		'edit by name',
		{
			protocolMessage: {
				key: KEY,
				type: 'MESSAGE_EDIT',
				editedMessage: { extendedTextMessage: { text: 'x' } },
			},
		},
		{ kind: 'edit', text: 'x', targetId: TARGET },
	],
	[
		'edit of nothing',
		{ protocolMessage: { key: KEY, type: 14 } },
		{ kind: 'edit', targetId: TARGET },
	],
	...[undefined, 1, 2, 4].map(
		(secretEncType): Row => [
			`sealed edit of type ${secretEncType}`,
			{ secretEncryptedMessage: { targetMessageKey: KEY, secretEncType } },
			{ kind: 'editEncrypted', targetId: TARGET },
		],
	),
	[
		'sealed poll option',
		{ secretEncryptedMessage: { targetMessageKey: KEY, secretEncType: 5 } },
		{ kind: 'encrypted', targetId: TARGET },
	],
	[
		'setting for disappearing messages',
		{ protocolMessage: { type: 3, ephemeralExpiration: 604800 } },
		{ kind: 'disappearingSetting', disappearingSeconds: 604800 },
	],
	[
		'disappearing messages switched off',
		{ protocolMessage: { type: 'EPHEMERAL_SETTING' } },
		{ kind: 'disappearingSetting', disappearingSeconds: 0 },
	],
];
