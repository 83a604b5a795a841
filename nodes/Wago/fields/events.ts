import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { SUBSCRIPTION_OPTIONS } from '../../shared/whatsapp/subscriptionOptions';
import { SUBSCRIPTIONS } from '../../shared/whatsapp/subscriptions';
import { InputError, type Parameters } from '../engine/parameters';

type EventsTexts = Pick<INodeProperties, 'displayName' | 'name' | 'description' | 'required'>;

/** A choice among the names that a session can subscribe to. */
export function eventsField(texts: EventsTexts): INodeProperties {
	return {
		...texts,
		type: 'multiOptions',
		default: ['Message'],
		options: SUBSCRIPTION_OPTIONS as INodePropertyOptions[],
	};
}

/**
 * The chosen names. WaGo drops those that it does not know without a word (inferred from wuzapi), so a misspelt one
 * throws {@link InputError}.
 */
export function readEventNames(parameters: Parameters, field: string): string[] {
	const known: readonly string[] = SUBSCRIPTIONS;
	const names = parameters.list(field, 'name');
	const unknown = names.filter((name) => !known.includes(name));
	if (unknown.length === 0) return names;
	throw new InputError(
		`'${parameters.label(field)}' holds a name that WaGo does not know: ${unknown.join(', ')}`,
		`The names are ${known.join(', ')}.`,
	);
}
