import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { IdleMap } from '../../shared/lib/idleMap';
import type { Run } from '../engine/operation';
import { asNumber, InputError } from '../engine/parameters';
import { pause } from '../engine/pause';

export const pacingOption: INodeProperties = {
	displayName: 'Pacing',
	name: 'pacing',
	type: 'fixedCollection',
	default: { limits: { minimumGap: 3, jitter: 2, maxMessages: 100 } },
	placeholder: 'Add limit',
	description:
		'Slows the sending of this node down and limits it: it keeps a gap to every other message of the session, while nodes without this option do not wait. It lowers the risk that WhatsApp blocks the number; nothing can rule that out.',
	options: [
		{
			displayName: 'Limits',
			name: 'limits',
			values: [
				{
					displayName: 'Minimum Gap',
					name: 'minimumGap',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 3,
					hint: 'In seconds',
					description: 'Seconds between two messages of the session, at least',
				},
				{
					displayName: 'Jitter',
					name: 'jitter',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 2,
					hint: 'In seconds',
					description:
						'Seconds by which a gap may be longer, at random, so that it looks less like a machine',
				},
				{
					displayName: 'Max Messages per Run',
					name: 'maxMessages',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 100,
					description:
						'How many messages one run of this node may send. Items beyond it are not sent and fail. 0 means any number.',
				},
			],
		},
	],
};

export interface Pacing {
	/** Milliseconds. */
	readonly minimumGap: number;
	/** Milliseconds. */
	readonly jitter: number;
	/** 0 for any number. */
	readonly maxMessages: number;
}

/** The option 'Pacing'; without it nothing is slowed down or limited. Throws {@link InputError} for nonsense. */
export function readPacing(options: IDataObject): Pacing {
	const limits = ((options.pacing as IDataObject | undefined)?.limits ?? {}) as IDataObject;
	return {
		minimumGap: 1000 * limitOf(limits.minimumGap, 'Minimum Gap'),
		jitter: 1000 * limitOf(limits.jitter, 'Jitter'),
		maxMessages: limitOf(limits.maxMessages, 'Max Messages per Run'),
	};
}

/** When a session last sent anything, and when a message that keeps a pace; in milliseconds since 1970. */
interface LastSends {
	readonly any: number;
	readonly paced?: number;
}

/** What this process knows of the sessions that it sends from. */
const lastSends = new IdleMap<LastSends>({ capacity: 10_000, idle: Infinity });

/**
 * How many gaps a message lets others go first that keep no pace, answers for example. Then it counts from paced
 * messages only: a number that answers all the time would hold a broadcast for ever.
 */
const PATIENCE = 5;

/** The gap before one message of a session. */
export class Gap {
	private readonly length: number;

	/** `random` is at least 0 and less than 1. */
	constructor(
		private readonly session: string,
		{ minimumGap, jitter }: Pick<Pacing, 'minimumGap' | 'jitter'>,
		random = Math.random(),
		private readonly since = Date.now(),
	) {
		this.length = minimumGap + jitter * random;
	}

	/** Milliseconds until the message may go out. */
	remaining(now = Date.now()): number {
		const last = lastSends.get(this.session);
		const isPatient = now < this.since + PATIENCE * this.length;
		const from = isPatient ? last?.any : last?.paced;
		return this.length === 0 || from === undefined ? 0 : Math.max(0, from + this.length - now);
	}

	/** Takes this moment for the message, unless another message has meanwhile made it too early. */
	take(now = Date.now()): boolean {
		if (this.remaining(now) > 0) return false;
		const paced = this.length > 0 ? now : lastSends.get(this.session)?.paced;
		lastSends.set(this.session, { any: now, paced });
		return true;
	}

	/** Waits until the message may go out, or the execution is cancelled. */
	async wait(context: Pick<IExecuteFunctions, 'getExecutionCancelSignal'>): Promise<void> {
		for (let rest = this.remaining(); rest > 0; rest = this.remaining()) {
			if (!(await pause(context, rest))) return;
		}
	}
}

/** Throws {@link InputError} where the run has sent its share. */
export function assertShare({ sent }: Run, { maxMessages }: Pacing): void {
	if (maxMessages === 0 || sent < maxMessages) return;
	throw new InputError(
		`This run has sent ${sent} messages, as many as 'Max Messages per Run' allows`,
		"Send the rest in another run, or raise Options > 'Pacing' > 'Max Messages per Run'.",
	);
}

/** What is misread here lets everything out at once, so only what is not there is no limit. */
function limitOf(value: unknown, label: string): number {
	return value === undefined ? 0 : asNumber(value, label, { minValue: 0 });
}
