import type { IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

/** Waits, and resolves to `false` as soon as the execution is cancelled: then the caller has to stop. */
export async function pause(
	context: Pick<IExecuteFunctions, 'getExecutionCancelSignal'>,
	milliseconds: number,
): Promise<boolean> {
	const signal = context.getExecutionCancelSignal();
	if (!signal) {
		await sleep(milliseconds);
		return true;
	}
	let stop = () => {};
	const cancelled = new Promise<void>((resolve) => {
		stop = resolve;
	});
	signal.addEventListener('abort', stop);
	if (!signal.aborted) await Promise.race([sleep(milliseconds), cancelled]);
	signal.removeEventListener('abort', stop);
	return !signal.aborted;
}
