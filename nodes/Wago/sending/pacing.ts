import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { ItemTools } from '../engine/operation';
import { asNumber, InputError } from '../engine/parameters';
import { pause } from '../engine/pause';

export const pacingOption: INodeProperties = {
	displayName: 'Pacing',
	name: 'pacing',
	type: 'fixedCollection',
	default: { limits: { minimumGap: 3, jitter: 2, maxMessages: 100 } },
	placeholder: 'Add limit',
	description:
		'Slows the sending of this session down and limits it. It lowers the risk that WhatsApp blocks the number; nothing can rule that out.',
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

/** How long the next message has to wait, in milliseconds. `random` is at least 0 and less than 1. */
export function waitBefore(
	{ minimumGap, jitter }: Pacing,
	lastSentAt: number | undefined,
	now: number,
	random: number,
): number {
	if (lastSentAt === undefined) return 0;
	return Math.max(0, lastSentAt + minimumGap + jitter * random - now);
}

/** Waits as long as the pacing says. Throws {@link InputError} where the run has sent its share. */
export async function keepPace(
	tools: Pick<ItemTools, 'context' | 'run'>,
	pacing: Pacing,
	lastSentAt: number | undefined,
): Promise<void> {
	if (pacing.maxMessages > 0 && tools.run.sent >= pacing.maxMessages) {
		throw new InputError(
			`This run has sent ${tools.run.sent} messages, as many as 'Max Messages per Run' allows`,
			"Send the rest in another run, or raise Options > 'Pacing' > 'Max Messages per Run'.",
		);
	}
	await pause(tools.context, waitBefore(pacing, lastSentAt, Date.now(), Math.random()));
}

/** What is misread here lets everything out at once, so only what is not there is no limit. */
function limitOf(value: unknown, label: string): number {
	return value === undefined ? 0 : asNumber(value, label, { minValue: 0 });
}
