import { undo } from './globalSetup';

/** Stops what the global set-up started; silent, because the count is the last line of a run. */
export default async function globalTeardown(): Promise<void> {
	for (const stop of undo.reverse()) await stop();
}
