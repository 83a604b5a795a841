import { idInKey } from './details';
import type { MessageKind } from './item';
import { roleOf } from './fieldRoles';
import type { KindRule } from './kinds';
import { firstField, pathText } from './texts';
import { get, isObject, numberOf } from '../lib/lookup';

/** WhatsApp nests three or four holders at most. */
const MOST_WRAPPERS = 8;

/** The content of a `Message`, found but not yet read in full. */
export interface Content {
	readonly kind: MessageKind;
	readonly rule?: KindRule;
	/** What the kind's field holds: an object, for `conversation` a text. */
	readonly body?: unknown;
	readonly text?: string;
	readonly targetId?: string;
	/** Names of the holders taken off, outermost first. */
	readonly wrappers: readonly string[];
	/** How the message belongs to another: 1 in an album; see {@link HD_ASSOCIATIONS}. */
	readonly association?: number;
	/** The message it belongs to. */
	readonly parentId?: string;
}

/** `messageAssociation.associationType` of the better copy of a picture or video that was already sent. */
export const HD_ASSOCIATIONS: ReadonlyArray<number | undefined> = [5, 10, 19];
export const ALBUM_ASSOCIATION = 1;
/** The picture of an event, of a poll's option, and the clip of a live photo. */
export const PART_ASSOCIATIONS: ReadonlyArray<number | undefined> = [3, 7, 12];

/** A content and the rule that reads it; without one, the first field that no rule knows. */
interface Found {
	rule?: KindRule;
	body?: unknown;
	unknownBody?: unknown;
}

interface Unwrapped extends Found {
	/** Whether something is there that no rule knows. */
	unknown: boolean;
	wrappers: string[];
	commentTarget?: string;
	association?: unknown;
}

/**
 * Finds what a `Message` is, whatever it is wrapped in. `noise` where nothing is left once key distribution
 * and context are set aside; `other` where something is left that no rule knows.
 */
export function readContent(message: unknown): Content {
	const found = unwrap(message);
	const { rule, body, wrappers, association, commentTarget, unknown } = found;
	const kind = rule === undefined ? kindWithoutRule(unknown, wrappers) : kindOf(rule, body);
	return {
		kind,
		rule,
		body,
		text: kind === 'edit' ? editedText(rule, body) : textIn(found),
		targetId: targetOf(rule, body) ?? commentTarget,
		wrappers,
		association: numberOf(association, 'associationType'),
		parentId: idInKey(association, 'parentMessageKey'),
	};
}

/** Of a view-once message linked devices may get the holder alone. */
function kindWithoutRule(unknown: boolean, wrappers: readonly string[]): MessageKind {
	if (unknown) return 'other';
	return isViewOnce(wrappers) ? 'viewOnce' : 'noise';
}

/** Whether one of the holders says that the content can be seen once. */
export function isViewOnce(wrappers: readonly string[]): boolean {
	return wrappers.some((wrapper) => wrapper.startsWith('viewOnce'));
}

function targetOf(rule: KindRule | undefined, body: unknown): string | undefined {
	if (rule?.target === undefined) return undefined;
	const [field, otherField] = [rule.target].flat();
	return idInKey(body, field) ?? (otherField && idInKey(body, otherField));
}

function kindOf({ kind }: KindRule, body: unknown): MessageKind {
	return typeof kind === 'function' ? kind(body) : kind;
}

/** The `contextInfo` of the content: quoted message, mentions, forwarding. Of an edit, that of the new message. */
export function contextInfoOf({ kind, rule, body }: Content): unknown {
	return get(kind === 'edit' ? editedContent(rule, body).body : body, 'contextInfo');
}

function editedText(rule: KindRule | undefined, body: unknown): string | undefined {
	return textIn(editedContent(rule, body));
}

/** What a content says; of one that no rule knows, what usually holds words. */
function textIn({ rule, body, unknownBody }: Found): string | undefined {
	if (rule !== undefined) return rule.text?.(body);
	return usualText(unknownBody) ?? usualBody(unknownBody);
}

const usualText = firstField(
	'text',
	'caption',
	'body',
	'message',
	'note',
	'title',
	'name',
	'description',
);
const usualBody = pathText('body', 'text');

/** The new message of an edit; servers may wrap an edit in an edit. */
function editedContent(rule: KindRule | undefined, body: unknown): Found {
	let found: Found = { rule, body };
	for (let level = 0; found.rule?.edited && level < MOST_WRAPPERS; level++) {
		found = unwrap(get(found.body, found.rule.edited));
	}
	return found;
}

function unwrap(message: unknown): Unwrapped {
	const found: Unwrapped = { unknown: false, wrappers: [] };
	let current = message;
	while (isObject(current)) {
		const holder = takeLevel(current, found);
		if (holder === undefined) return found;
		if (found.wrappers.length === MOST_WRAPPERS) {
			found.unknown = true;
			return found;
		}
		found.wrappers.push(holder.name);
		found.commentTarget ??= idInKey(holder.body, 'targetMessageKey');
		current = get(holder.body, 'message');
		found.unknown ||= !isObject(current) && holdsSomething(holder.body);
	}
	return found;
}

interface Holder {
	name: string;
	body: unknown;
}

/**
 * Looks at all fields of one level, in whatever order they come: content wins over a holder, and among several
 * of one sort the one that stands first in its table. Answers the holder to go on with, if any.
 */
function takeLevel(message: Record<string, unknown>, found: Unwrapped): Holder | undefined {
	let best = Infinity;
	let holder: Holder | undefined;
	let holderRank = Infinity;
	for (const name of Object.keys(message)) {
		const body = message[name];
		if (isNothing(body)) continue;
		const field = roleOf(name);
		if (field === undefined) {
			found.unknown = true;
			found.unknownBody ??= body;
		} else if (field.role === 'content' && field.rank < best) {
			best = field.rank;
			found.rule = field.rule;
			found.body = body;
		} else if (field.role === 'wrapper' && field.rank < holderRank) {
			holderRank = field.rank;
			holder = { name: field.name, body };
		} else if (field.role === 'companion') {
			found.association ??= get(body, 'messageAssociation');
		}
	}
	return found.rule === undefined ? holder : undefined;
}

/** Whether a holder without a message holds something else, which no rule knows. */
function holdsSomething(body: unknown): boolean {
	return isObject(body) ? !Object.values(body).every(isNothing) : !isNothing(body);
}

/** Go leaves out what is unset; `null` and `""` are what is left of members that cannot be left out. */
function isNothing(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}
