import { BUSINESS_ENDPOINTS } from './business';
import { CALL_ENDPOINTS } from './calls';
import { CAROUSEL_ENDPOINTS } from './carousel';
import { CHANNEL_ENDPOINTS } from './channels';
import { CHAT_ENDPOINTS } from './chats';
import { COMMUNITY_ENDPOINTS } from './communities';
import type { Endpoint } from './endpoint';
import { GROUP_ENDPOINTS } from './groups';
import { LABEL_ENDPOINTS } from './labels';
import { MESSAGE_ENDPOINTS } from './messages';
import { SEND_ENDPOINTS } from './send';
import { SERVER_ENDPOINTS } from './server';
import { SESSION_ENDPOINTS } from './sessions';
import { USER_ENDPOINTS } from './users';
import { WEBHOOK_ENDPOINTS } from './webhook';

/** Every endpoint of WaGo that is known. */
export const ENDPOINTS: readonly Endpoint[] = [
	...SESSION_ENDPOINTS,
	...WEBHOOK_ENDPOINTS,
	...SEND_ENDPOINTS,
	...CAROUSEL_ENDPOINTS,
	...MESSAGE_ENDPOINTS,
	...LABEL_ENDPOINTS,
	...GROUP_ENDPOINTS,
	...USER_ENDPOINTS,
	...CHAT_ENDPOINTS,
	...CHANNEL_ENDPOINTS,
	...COMMUNITY_ENDPOINTS,
	...BUSINESS_ENDPOINTS,
	...CALL_ENDPOINTS,
	...SERVER_ENDPOINTS,
];
