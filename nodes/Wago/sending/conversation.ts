import { NodeOperationError } from 'n8n-workflow';

import type { ItemTools } from '../engine/operation';
import { assertShare, Gap, readPacing } from './pacing';
import { inTurn, type Turn } from './turns';

/** One message of an item. */
export interface OutgoingMessage<Sent> {
	/** What comes before it where it is not the first: typing, for example. */
	readonly prepare: () => Promise<void>;
	readonly send: (turn: Turn) => Promise<Sent>;
}

/**
 * Sends the messages of one item in order, in the turn of their chat and at the pace of their session. The first one
 * waits for its gap outside the line, so that a slow broadcast holds nobody. Throws where the execution was stopped,
 * and `InputError` where the run has sent its share.
 */
export async function sendInTurn<Sent>(
	[first, ...others]: ReadonlyArray<OutgoingMessage<Sent>>,
	{ session, recipient }: { readonly session: string; readonly recipient: string },
	tools: ItemTools,
): Promise<Sent[]> {
	const { context, parameters, run } = tools;
	const pacing = readPacing(parameters.options);
	const gap = new Gap(session, pacing);
	const count = () => {
		assertShare(run, pacing);
		run.sent++;
	};
	assertShare(run, pacing);
	for (;;) {
		await gap.wait(context);
		const sent = await inTurn(
			`${session} ${recipient}`,
			context.getExecutionCancelSignal(),
			async (turn) => {
				stopIfCancelled(tools);
				// While this item stood in line, another chat may have got a message.
				if (!gap.take()) return undefined;
				count();
				const parts = [await first.send(turn)];
				for (const message of others) {
					await message.prepare();
					await takeGap(new Gap(session, pacing), tools);
					count();
					parts.push(await message.send(turn));
				}
				return parts;
			},
		);
		if (sent) return sent;
		stopIfCancelled(tools);
	}
}

async function takeGap(gap: Gap, tools: ItemTools): Promise<void> {
	do {
		await gap.wait(tools.context);
		stopIfCancelled(tools);
	} while (!gap.take());
}

function stopIfCancelled({ context, itemIndex }: ItemTools): void {
	if (!context.getExecutionCancelSignal()?.aborted) return;
	throw new NodeOperationError(context.getNode(), 'The execution was stopped', {
		itemIndex,
		description: 'This message was not sent.',
	});
}
