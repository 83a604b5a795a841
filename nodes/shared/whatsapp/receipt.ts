import { receiptKeys } from './dedup';
import type { ReceiptItem, ReceiptState } from './item';
import { get, textOf, textsOf } from '../lib/lookup';
import type { FamilyReader, OwnFields } from './reading';
import { readSource } from './source';
import { readTime } from '../lib/time';

/** By WaGo's `state` (WaGo docs, /webhooks/events) or the event's own `Type`, both in lower case. */
const STATES: ReadonlyMap<unknown, ReceiptState> = new Map<unknown, ReceiptState>([
	['delivered', 'delivered'],
	['', 'delivered'],
	['read', 'read'],
	['readself', 'readSelf'],
	['read-self', 'readSelf'],
	['played', 'played'],
	['played-self', 'played'],
]);

/** Receipts of other types are the protocol's own traffic: retries, other devices' copies. */
export const readReceipt: FamilyReader = ({ event, envelope }) => {
	const source = readSource(event);
	const given = textOf(envelope, 'state') ?? get(event, 'Type');
	// Of an event that has no type but a state that nobody knows, nothing is known.
	const state = readState(given) ?? readState(textOf(event, 'Type'));
	const messageIds = textsOf(event, 'MessageIDs');
	const noise = state === undefined || messageIds.length === 0;
	const receipt = state ?? 'delivered';
	return {
		time: readTime(get(event, 'Timestamp')),
		source,
		noise,
		keys: noise ? [] : receiptKeys(source, receipt, messageIds),
		fields: ({ keys }): OwnFields<ReceiptItem> => ({
			messageIds: keys.map(({ messageId }) => messageId ?? ''),
			receipt,
			chat: source.chat,
			sender: source.sender,
		}),
	};
};

function readState(name: unknown): ReceiptState | undefined {
	return STATES.get(typeof name === 'string' ? name.toLowerCase() : name);
}
