interface Event {
	readonly Info?: { readonly ID?: string };
	readonly MessageIDs?: readonly string[];
}

/** The IDs of the messages that an event's `jsonData` is about; none where it is about no message. */
export function messageIdsOf(
	jsonData: string | Readonly<Record<string, unknown>>,
): readonly string[] {
	const event = eventOf(jsonData);
	const id = event?.Info?.ID;
	return event?.MessageIDs ?? (id ? [id] : []);
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
