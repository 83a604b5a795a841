import { normaliseRecipient } from '../../shared/whatsapp/phone';
import { InputError, type Parameters } from '../engine/parameters';

/** The recipient as WaGo wants it: digits or a JID. Throws {@link InputError} for anything else. */
export function readRecipient(parameters: Parameters, name = 'recipient'): string {
	return toRecipient(parameters.required(name), parameters.label(name));
}

/** {@link readRecipient} for a single text; `label` names its field. */
export function toRecipient(text: string, label: string): string {
	const recipient = normaliseRecipient(text);
	if (recipient) return recipient;
	throw new InputError(
		`'${label}' is neither a phone number nor a JID: ${text}`,
		"Write the number with its country code, for example '+55 11 91234-5678', or a JID such as '5511912345678@s.whatsapp.net' or '120363000000000001@g.us'.",
	);
}
