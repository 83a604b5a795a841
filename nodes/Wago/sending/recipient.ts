import { type AddressReading, parsePhone, parseRecipient } from '../../shared/whatsapp/phone';
import { InputError, type Parameters } from '../engine/parameters';

/** The recipient as WaGo wants it: digits or a JID. Throws {@link InputError} for anything else. */
export function readRecipient(parameters: Parameters, name = 'recipient'): string {
	return toRecipient(parameters.required(name), parameters.label(name));
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
