interface MessageKey {
	readonly ID?: string;
}

interface Event {
	readonly Info?: { readonly ID?: string };
	readonly MessageIDs?: readonly string[];
	readonly Message?: {
		readonly reactionMessage?: { readonly key?: MessageKey };
		readonly protocolMessage?: { readonly key?: MessageKey };
		readonly pollUpdateMessage?: { readonly pollCreationMessageKey?: MessageKey };
	};
}

/** The IDs of the messages that an event's `jsonData` is about: first its own, then the one that it changes. */
export function messageIdsOf(
	jsonData: string | Readonly<Record<string, unknown>>,
): readonly string[] {
	const { Info, MessageIDs, Message } = eventOf(jsonData) ?? {};
	if (MessageIDs) return MessageIDs;
	const { reactionMessage, protocolMessage, pollUpdateMessage } = Message ?? {};
	const target =
		reactionMessage?.key ?? protocolMessage?.key ?? pollUpdateMessage?.pollCreationMessageKey;
	return [Info?.ID, target?.ID].filter((id) => id !== undefined);
}

/** Text that is delivered as it is may be anything. */
function eventOf(jsonData: string | Readonly<Record<string, unknown>>): Event | undefined {
	if (typeof jsonData !== 'string') return jsonData.event as Event;
	try {
		return (JSON.parse(jsonData) as { event?: Event } | null)?.event;
	} catch {
		return undefined;
	}
}
