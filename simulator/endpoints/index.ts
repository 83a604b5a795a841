import type { Endpoint } from './endpoint';
import { SEND_ENDPOINTS } from './send';
import { SESSION_ENDPOINTS } from './sessions';
import { WEBHOOK_ENDPOINTS } from './webhook';

/** Every endpoint of WaGo that is known. */
export const ENDPOINTS: readonly Endpoint[] = [
	...SESSION_ENDPOINTS,
	...WEBHOOK_ENDPOINTS,
	...SEND_ENDPOINTS,
];
