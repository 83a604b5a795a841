import type { IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

/** Waits for `work`, and resolves to `false` as soon as the execution is cancelled: then the caller has to stop. */
export async function unlessCancelled(
	signal: AbortSignal | undefined,
	work: Promise<unknown>,
): Promise<boolean> {
	if (!signal) {
		await work;
		return true;
	}
	let stop = () => {};
	const cancelled = new Promise<void>((resolve) => {
		stop = resolve;
	});
	signal.addEventListener('abort', stop);
	if (!signal.aborted) await Promise.race([work, cancelled]);
	signal.removeEventListener('abort', stop);
	return !signal.aborted;
}

/** Waits some milliseconds, {@link unlessCancelled}. */
export async function pause(
	context: Pick<IExecuteFunctions, 'getExecutionCancelSignal'>,
	milliseconds: number,
): Promise<boolean> {
	return await unlessCancelled(context.getExecutionCancelSignal(), sleep(milliseconds));
}
