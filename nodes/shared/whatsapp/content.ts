import { idInKey } from './details';
import type { MessageKind } from './item';
import { roleOf } from './kinds';
import type { KindRule } from './kinds';
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

interface Unwrapped {
	rule?: KindRule;
	body?: unknown;
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
	const { rule, body, wrappers, association, commentTarget, unknown } = unwrap(message);
	const kind = rule === undefined ? (unknown ? 'other' : 'noise') : kindOf(rule, body);
	return {
		kind,
		rule,
		body,
		text: kind === 'edit' ? editedText(rule, body) : rule?.text?.(body),
		targetId: targetOf(rule, body) ?? commentTarget,
		wrappers,
		association: numberOf(association, 'associationType'),
		parentId: idInKey(association, 'parentMessageKey'),
	};
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
	if (kind !== 'edit' || !rule?.edited) return get(body, 'contextInfo');
	return get(unwrap(get(body, rule.edited)).body, 'contextInfo');
}

function editedText(rule: KindRule | undefined, body: unknown): string | undefined {
	const edited = rule?.edited ? unwrap(get(body, rule.edited)) : undefined;
	return edited?.rule?.text?.(edited.body);
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
