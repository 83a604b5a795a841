import { type AddressReading, parsePhone, parseRecipient } from '../../shared/whatsapp/phone';
import { InputError, type Parameters } from '../engine/parameters';

/** The item of another node than the trigger, an AI agent's for example, has no field `replyTo`. */
const EMPTY_ADVICE =
	"Fill it in, or check its expression. Where another node stands after the trigger, such as an AI agent, take it from the trigger itself: {{ $('WaGo Trigger').item.json.replyTo }}.";

/** The recipient as WaGo wants it: digits or a JID. Throws {@link InputError} for anything else. */
export function readRecipient(parameters: Parameters, name = 'recipient'): string {
	const label = parameters.label(name);
	const text = parameters.text(name);
	if (text.trim() === '') throw new InputError(`'${label}' is empty`, EMPTY_ADVICE);
	return toRecipient(text, label);
}

/** {@link readRecipient} for a single text; `label` names its field. */
export function toRecipient(text: string, label: string): string {
	return addressOf(parseRecipient(text), text, label);
}

/** The digits of a phone number; `label` names its field. Throws {@link InputError} for anything else. */
export function toPhone(text: string, label: string): string {
	return addressOf(parsePhone(text), text, label);
}

function addressOf(reading: AddressReading, text: string, label: string): string {
	if ('address' in reading) return reading.address;
	throw new InputError(`'${label}' ${reading.problem}: ${text}`, reading.advice);
}
