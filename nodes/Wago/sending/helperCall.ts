import type { WagoAnswer } from '../../shared/api/answer';
import type { ItemTools, WagoCall } from '../engine/operation';

/**
 * A request that makes a send nicer, never a reason for it to fail: what goes wrong is only logged.
 * `undefined` where it has not worked.
 */
export async function tryCall(
	{ ask, context, itemIndex }: ItemTools,
	call: WagoCall,
): Promise<WagoAnswer | undefined> {
	const reply = await ask(call);
	if (reply.ok) return reply.answer;
	context.logger.debug(`${call.endpoint.path} has not worked: ${reply.failure.message}`, {
		itemIndex,
	});
	return undefined;
}
