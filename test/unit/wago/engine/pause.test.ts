import { pause } from '../../../../nodes/Wago/engine/pause';

const contextOf = (signal?: AbortSignal) => ({ getExecutionCancelSignal: () => signal });

it('waits', async () => {
	const start = Date.now();
	expect(await pause(contextOf(), 50)).toBe(true);
	expect(Date.now() - start).toBeGreaterThanOrEqual(45);
});

it('ends as soon as the execution is cancelled', async () => {
	const controller = new AbortController();
	const start = Date.now();
	const pausing = pause(contextOf(controller.signal), 800);
	controller.abort();
	expect(await pausing).toBe(false);
	expect(Date.now() - start).toBeLessThan(500);
});

it('does not begin in an execution that was cancelled before', async () => {
	expect(await pause(contextOf(AbortSignal.abort()), 800)).toBe(false);
});
