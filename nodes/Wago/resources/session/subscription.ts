import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { SUBSCRIPTION_OPTIONS } from '../../../shared/whatsapp/subscriptionOptions';
import { SUBSCRIPTIONS } from '../../../shared/whatsapp/subscriptions';
import type { ItemTools } from '../../engine/operation';
import { InputError, type Parameters } from '../../engine/parameters';
import { readEndpoint as webhookEndpoint, readRegistration } from '../webhook/registration';

/**
 * What the session subscribes to now. WaGo keeps it when it is restarted or drops a client whose QR codes have run
 * out, but not when the session is disconnected (inferred from wuzapi).
 */
export async function storedSubscription({ call }: Pick<ItemTools, 'call'>): Promise<string[]> {
	return readRegistration((await call({ endpoint: webhookEndpoint })).data).subscribe;
}

export const subscribeField: INodeProperties = {
	displayName: 'Subscribe',
	name: 'subscribe',
	type: 'multiOptions',
	required: true,
	default: ['Message'],
	options: SUBSCRIPTION_OPTIONS as INodePropertyOptions[],
	description:
		'The events that WaGo delivers to the webhook of the session. They replace what was subscribed to before.',
};

export const immediateField: INodeProperties = {
	displayName: 'Immediate',
	name: 'immediate',
	type: 'boolean',
	default: true,
	description:
		"Whether WaGo answers at once instead of after the connection stands. Leave it on and use 'Wait for Login' afterwards.",
};

/** Without `Immediate` WaGo waits up to ten seconds for the connection (inferred from wuzapi). */
const BLOCKING_CONNECT_TIMEOUT = 20_000;

/** How long connect and pair may take at least, in milliseconds. */
export function connectTimeout(parameters: Parameters): number {
	return parameters.boolean('immediate') ? 0 : BLOCKING_CONNECT_TIMEOUT;
}

interface ConnectBody extends IDataObject {
	Subscribe: string[];
	Immediate: boolean;
	Phone: string;
}

/**
 * The body of connect and pair. `phone` is the number to pair with, `''` to link with a QR code. Throws
 * {@link InputError} where no event is chosen: WaGo takes that for all of them (inferred from wuzapi).
 */
export function connectBody(parameters: Parameters, phone: string): ConnectBody {
	const names = readSubscription(parameters, subscribeField.name);
	if (names.length === 0) {
		throw new InputError("'Subscribe' is empty", 'WaGo takes that for all events: choose some.');
	}
	return { Subscribe: names, Immediate: parameters.boolean('immediate'), Phone: phone };
}

/**
 * The chosen names. WaGo drops those that it does not know without a word (inferred from wuzapi), so a misspelt one
 * throws {@link InputError}.
 */
export function readSubscription(parameters: Parameters, field: string): string[] {
	const known: readonly string[] = SUBSCRIPTIONS;
	const names = parameters.list(field, 'name');
	const unknown = names.filter((name) => !known.includes(name));
	if (unknown.length === 0) return names;
	throw new InputError(
		`'${parameters.label(field)}' holds a name that WaGo does not know: ${unknown.join(', ')}`,
		`The names are ${known.join(', ')}.`,
	);
}
