import type { Session } from '../session';
import type { Proto } from './message';
import { messageSource, type Origin } from './source';
import { goTime } from './time';

/** WaGo's `state` of a receipt (WaGo docs, /webhooks/events) by what it is called inside. */
const STATES = { '': 'Delivered', read: 'Read', 'read-self': 'ReadSelf' } as const;

export type ReceiptType = keyof typeof STATES;

/** The `jsonData` of a receipt for messages of one chat. */
export function receiptEvent(
	session: Session,
	origin: Origin,
	receipt: {
		readonly messageIds: readonly string[];
		readonly type: ReceiptType;
		readonly time: Date;
	},
): Proto {
	return {
		event: {
			...messageSource(session, origin),
			MessageIDs: receipt.messageIds,
			Timestamp: goTime(receipt.time),
			Type: receipt.type,
			MessageSender: '',
		},
		state: STATES[receipt.type],
		type: 'ReadReceipt',
	};
}
