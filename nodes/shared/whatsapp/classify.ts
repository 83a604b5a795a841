import type { EventFamily } from './item';
import { bareJid } from './jid';
import { get, has, isObject } from '../lib/lookup';
import type { JsonObject } from '../lib/lookup';
import { isWithheldViewOnce } from './viewOnce';

type ShapeTest = (event: JsonObject) => boolean;

/** Events without `Info`, in this order. Inferred from whatsmeow's event structs. */
const SHAPES: ReadonlyArray<readonly [EventFamily, ShapeTest]> = [
	['receipt', (event) => Array.isArray(get(event, 'MessageIDs'))],
	['call', (event) => has(event, 'CallID')],
	['presence', (event) => has(event, 'LastSeen') && has(event, 'From')],
	['chatPresence', (event) => has(event, 'State') && has(event, 'Media')],
	['historySync', (event) => isHistory(get(event, 'Data'))],
	['loggedOut', (event) => has(event, 'OnConnect')],
];

/** Where the shape tells nothing, the envelope's `type` decides. Compared without case and spaces. */
const FAMILY_BY_TYPE: ReadonlyArray<readonly [RegExp, EventFamily]> = [
	[/^readreceipt$/, 'receipt'],
	[/^presence$/, 'presence'],
	[/^chatpresence$/, 'chatPresence'],
	[/^historysync$/, 'historySync'],
	[/^call/, 'call'],
	[/^loggedout$/, 'loggedOut'],
];

/**
 * The family of an event, by its shape; `type` is only a hint, because WaGo's docs leave open which one a
 * call or a channel post carries. `event` may be an object, `{}`, a plain string or missing.
 */
export function classify(type: string | undefined, event: unknown): EventFamily {
	return (isObject(event) ? familyOfShape(event) : undefined) ?? familyOfType(type);
}

function familyOfShape(event: JsonObject): EventFamily | undefined {
	if (hasOrigin(event)) {
		return has(event, 'Message') || isWithheldViewOnce(event) ? 'message' : 'undecryptable';
	}
	return SHAPES.find(([, matches]) => matches(event))?.[0];
}

function familyOfType(type: string | undefined): EventFamily {
	const hint = (type ?? '').slice(0, 64).toLowerCase().replace(/\s/g, '');
	return FAMILY_BY_TYPE.find(([pattern]) => pattern.test(hint))?.[1] ?? 'other';
}

/** A message without a chat cannot be answered, filtered or told from another: nothing here reads it. */
function hasOrigin(event: JsonObject): boolean {
	return bareJid(get(get(event, 'Info'), 'Chat')) !== '';
}

function isHistory(data: unknown): boolean {
	return has(data, 'syncType') || has(data, 'conversations');
}
