import { undoAll } from './globalSetup';

/** Stops what the global set-up started; silent, because the count is the last line of a run. */
export default async function globalTeardown(): Promise<void> {
	await undoAll();
}
