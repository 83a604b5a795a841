import { undecryptableKeys } from './dedup';
import type { UndecryptableItem } from './item';
import { get, isTrue, textOf } from '../lib/lookup';
import type { FamilyReader, OwnFields } from './reading';
import { readSource } from './source';
import { readTime } from '../lib/time';

/**
 * A message that the server could not read, yet: it usually follows under the same ID. `unavailable` says that
 * WhatsApp withholds it from linked devices for good, such as view-once media.
 */
export const readUndecryptable: FamilyReader = ({ event }) => {
	const info = get(event, 'Info');
	const source = readSource(info);
	const messageId = textOf(info, 'ID') ?? '';
	const fields: OwnFields<UndecryptableItem> = {
		messageId,
		...source,
		unavailable: isTrue(event, 'IsUnavailable')
			? (textOf(event, 'UnavailableType') ?? 'unknown')
			: undefined,
	};
	return {
		time: readTime(get(info, 'Timestamp')),
		source,
		keys: undecryptableKeys(source, messageId),
		fields: () => fields,
	};
};
