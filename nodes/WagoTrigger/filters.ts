import type { ReceivedEvent } from '../shared/whatsapp/event';
import { kindsOf } from '../shared/whatsapp/kindGroups';
import { parseRecipient, phoneCandidates } from '../shared/whatsapp/phone';
import { IdleMap } from '../shared/lib/idleMap';
import { isAskedFor } from '../shared/whatsapp/subscriptions';
import type { Configuration } from './configuration';
import { compilePattern, PatternError } from '../shared/lib/textPattern';

/** Why an event starts no workflow. `duplicate` is found by deduplication, all others here. */
export type SkipReason =
	| 'duplicate'
	| 'ownMessage'
	| 'chatType'
	| 'kind'
	| 'sender'
	| 'text'
	| 'tooOld'
	| 'noise'
	| 'event';

/** Why an event does not start the workflow; `undefined` where it does. `now` in milliseconds since 1970. */
export type EventFilter = (event: ReceivedEvent, now: number) => SkipReason | undefined;

/** A filter's value that cannot be understood, in words for the person who wrote it. */
export class FilterError extends Error {}

interface Check {
	readonly reason: SkipReason;
	readonly fails: (event: ReceivedEvent, now: number) => boolean;
}

/**
 * Compiles the parameters into one function: what an event is first, then whose it is, then what it says, so
 * that the first reason is the plainest and the cheapest to find. Throws {@link FilterError}.
 */
export function compileFilter(configuration: Configuration): EventFilter {
	const checks = [
		...eventChecks(configuration),
		...originChecks(configuration),
		kindCheck(configuration),
		...contentChecks(configuration.filters),
	];
	return (event, now) => checks.find(({ fails }) => fails(event, now))?.reason;
}

function eventChecks({ events }: Configuration): Check[] {
	const hasAll = events.includes('All');
	return [
		{
			reason: 'event',
			fails: ({ family, source }) => !isAskedFor(events, family, source?.chat.type),
		},
		{
			reason: 'noise',
			fails: ({ noise, onlyWithAll }) => noise === true || (onlyWithAll === true && !hasAll),
		},
	];
}

/** Chat types hold for all that happens in a chat, `ownMessages` for messages. */
function originChecks({ chatTypes, ownMessages }: Configuration): Check[] {
	return [
		{
			reason: 'ownMessage',
			fails: ({ message, source }) =>
				message !== undefined &&
				source?.fromMe === true &&
				(ownMessages === 'ignore' || (ownMessages === 'people' && message.sentBy !== 'person')),
		},
		{
			reason: 'chatType',
			fails: ({ family, source }) =>
				HAS_CHAT_TYPE.includes(family) &&
				source !== undefined &&
				!chatTypes.includes(source.chat.type),
		},
	];
}

const HAS_CHAT_TYPE: readonly string[] = ['message', 'receipt', 'chatPresence'];

function kindCheck({ kinds }: Configuration): Check {
	const wanted = kindsOf(kinds);
	return ofMessages('kind', ({ message }) => message !== undefined && !wanted.has(message.kind));
}

/** The filters of the collection; only those that are set cost anything. */
function contentChecks(filters: Configuration['filters']): Check[] {
	const { senders, excludedSenders, textContains, textMatches, maxAge } = filters;
	const checks: Check[] = [];
	if (maxAge > 0) checks.push(ofMessages('tooOld', isOlderThan(maxAge)));
	if (senders.trim() !== '') {
		const isSender = senderTest(senders, 'Senders');
		checks.push(ofMessages('sender', (event) => !isSender(event)));
	}
	if (excludedSenders.trim() !== '') {
		checks.push(ofMessages('sender', senderTest(excludedSenders, 'Excluded Senders')));
	}
	if (textContains !== '') {
		const wanted = textContains.toLowerCase();
		checks.push(ofMessages('text', (event) => !textOf(event).toLowerCase().includes(wanted)));
	}
	if (textMatches !== '') {
		const matches = patternTest(textMatches);
		checks.push(ofMessages('text', (event) => !matches(textOf(event))));
	}
	return checks;
}

function ofMessages(reason: SkipReason, fails: Check['fails']): Check {
	return {
		reason,
		fails: (event, now) => event.message !== undefined && fails(event, now),
	};
}

function textOf({ message }: ReceivedEvent): string {
	return message?.text ?? '';
}

/** A message without a time counts as new. */
function isOlderThan(seconds: number): Check['fails'] {
	return ({ time }, now) => time !== undefined && now - time > seconds * 1000;
}

/** Whether the sender is one of a list of phones and JIDs; people are known by phone, hidden number or both. */
function senderTest(list: string, name: string): (event: ReceivedEvent) => boolean {
	const wanted = new Set(
		list
			.split(/[,;\n]/)
			.map((entry) => entry.trim())
			.filter((entry) => entry !== '')
			.flatMap((entry) => addressesOf(entry, name)),
	);
	return ({ source }) => {
		const { id, phone = '', lid = '' } = source?.sender ?? { id: '' };
		return wanted.has(id) || wanted.has(phone) || wanted.has(lid);
	};
}

function addressesOf(entry: string, name: string): string[] {
	const reading = parseRecipient(entry);
	if ('address' in reading) return phoneCandidates(reading.address);
	const { problem, advice } = reading;
	throw new FilterError(`'${name}' holds '${entry}', which ${problem}. ${advice}`);
}

function patternTest(pattern: string): (text: string) => boolean {
	let problem: string;
	try {
		return compilePattern(pattern);
	} catch (error) {
		problem = error instanceof PatternError ? error.message : String(error);
	}
	throw new FilterError(`'Text Matches' is no regular expression that can be used: ${problem}`);
}

interface CompiledFilter {
	readonly source: string;
	readonly filter: EventFilter;
}

/** One compiled filter for each trigger; parameters that are expressions may change it between two deliveries. */
const compiled = new IdleMap<CompiledFilter>({ capacity: 1000, idle: 3_600_000 });

/** {@link compileFilter}, once for each configuration. */
export function filterOf(trigger: string, configuration: Configuration): EventFilter {
	const source = JSON.stringify(configuration);
	const known = compiled.get(trigger);
	if (known?.source === source) return known.filter;
	const filter = compileFilter(configuration);
	compiled.set(trigger, { source, filter });
	return filter;
}

/** Forgets the filter of a trigger. */
export function forgetFilter(trigger: string): void {
	compiled.delete(trigger);
}
