import type { Simulator } from '../../simulator/server';
import { DEMO_TOKEN } from '../../simulator/state';

/** Puts a simulator back to its beginnings, with a phone linked to the session of the demo. */
export function linkAnew({ state }: Simulator): void {
	state.reset();
	const session = state.session(DEMO_TOKEN);
	session.connect([], state.settings);
	session.scan(state.settings);
}
