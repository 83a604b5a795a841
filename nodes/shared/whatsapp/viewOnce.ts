import { isTrue, textOf } from '../lib/lookup';
import type { JsonObject } from '../lib/lookup';

/**
 * Whether an event is all that linked devices get of a view-once message, which WhatsApp withholds from them. WaGo
 * may name it `Message` or `UndecryptableMessage` (whatsmeow, UnavailableTypeViewOnce).
 */
export function isWithheldViewOnce(event: JsonObject): boolean {
	const type = textOf(event, 'UnavailableType') ?? '';
	return isTrue(event, 'IsUnavailable') && /^view_?once$/i.test(type);
}
