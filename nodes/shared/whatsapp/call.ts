import { callKeys } from './dedup';
import type { CallItem } from './item';
import { bareJid } from './jid';
import { get, getPath, listOf, present, textOf } from '../lib/lookup';
import type { FamilyReader, OwnFields } from './reading';
import { addressOf, readParty } from './source';
import { readTime } from '../lib/time';

/** The tags of a call's node whose words WhatsApp writes in one; all others tell by themselves where a word begins. */
const STATES: ReadonlyMap<string, string> = new Map([
	['preaccept', 'preAccept'],
	['relaylatency', 'relayLatency'],
]);

/** Measurements on the way, several a call: of use only to who wants to see everything. */
const TECHNICAL_STATE = 'relayLatency';

/**
 * A step of a call. Which one is in `Data.Tag`; WaGo's own managed-call state, whose shape its docs leave
 * open, is taken from `state` in or beside the event, or is the event where that is a text.
 */
export const readCall: FamilyReader = ({ type, event, envelope }) => {
	const state =
		readState(event) ??
		textOf(event, 'State') ??
		textOf(envelope, 'state') ??
		textOf(envelope, 'event');
	return {
		time: readTime(get(event, 'Timestamp')),
		keys: callKeys(event, state, envelope),
		onlyWithAll: state === TECHNICAL_STATE,
		fields: () => callFields(event, state ?? stateOfType(type)),
	};
};

function readState(event: unknown): string | undefined {
	const tag = textOf(get(event, 'Data'), 'Tag');
	return tag === undefined ? undefined : (STATES.get(tag) ?? camelCase(tag));
}

/** `CallOffer` becomes `offer`. */
function stateOfType(type = ''): string {
	const name = type.replace(/^Call/, '');
	return name === '' ? 'unknown' : name[0].toLowerCase() + name.slice(1);
}

function camelCase(tag: string): string {
	return tag
		.slice(0, 64)
		.replace(/[_-]+([a-z])/gi, (_match, letter: string) => letter.toUpperCase());
}

function callFields(event: unknown, state: string): OwnFields<CallItem> {
	const sender = readParty(addressesOf(event));
	return {
		call: present({
			id: textOf(event, 'CallID') ?? '',
			state,
			from: sender.id,
			video: isVideo(event) || undefined,
			group: bareJid(get(event, 'GroupJID')) || undefined,
			reason: textOf(event, 'Reason'),
		}),
		sender,
		replyTo: addressOf(sender),
	};
}

/**
 * All addresses of the one the event comes from. `CallCreatorAlt` is the other address of the creator, so it
 * says something about the sender only where the two are the same; in a group call they may not be.
 */
function addressesOf(event: unknown): unknown[] {
	const from = get(event, 'From') || get(event, 'CallCreator');
	const isCreator = bareJid(from) === bareJid(get(event, 'CallCreator'));
	if (!isCreator) return [from];
	return [from, get(event, 'CallCreatorAlt'), getPath(event, 'Data', 'Attrs', 'caller_pn')];
}

function isVideo(event: unknown): boolean {
	if (textOf(event, 'Media') === 'video') return true;
	return listOf(get(event, 'Data'), 'Content').some((node) => textOf(node, 'Tag') === 'video');
}
