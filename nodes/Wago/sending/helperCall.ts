import type { WagoAnswer } from '../../shared/api/answer';
import type { ItemTools, WagoCall } from '../engine/operation';

/** A send waits for at most three of these beside its own request. */
const PATIENCE = 6;

/**
 * A request that makes a send nicer, never a reason for it to fail: what goes wrong is only logged.
 * `undefined` where it has not worked, or where WaGo takes longer than a message is to be held up for it.
 */
export async function tryCall(
	{ ask, context, itemIndex, timeout }: ItemTools,
	call: WagoCall,
): Promise<WagoAnswer | undefined> {
	const reply = await ask({ ...call, maxTimeout: timeout / PATIENCE });
	if (reply.ok) return reply.answer;
	context.logger.debug(`${call.endpoint.path} has not worked: ${reply.failure.message}`, {
		itemIndex,
	});
	return undefined;
}
