import type { Endpoint } from './endpoint';

const LICENCE_DAYS = 365;
const DAY_MS = 24 * 60 * 60 * 1000;

/** WaGo docs, /troubleshooting/common-issues; answers inferred. */
export const SERVER_ENDPOINTS: readonly Endpoint[] = [
	{
		method: 'GET',
		path: '/server/ok',
		auth: 'none',
		provenance: 'documented',
		handle: () => ({ Details: 'ok' }),
	},
	{
		method: 'POST',
		path: '/server/license',
		auth: 'admintoken',
		provenance: 'documented',
		handle: ({ state }) => ({
			Details: 'License is valid',
			Expires: new Date(state.startedAt.getTime() + LICENCE_DAYS * DAY_MS).toISOString(),
		}),
	},
	{
		method: 'GET',
		path: '/server/update',
		auth: 'admintoken',
		provenance: 'documented',
		// The real one may replace its own binary.
		handle: ({ state }) => {
			state.updates++;
			return { Details: 'Already up to date' };
		},
	},
];
