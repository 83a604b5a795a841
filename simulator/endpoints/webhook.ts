import { present } from '../fields';
import { bodiless, post, type Endpoint } from './endpoint';

/** WaGo docs, /webhooks/reference. An empty URL ends the deliveries (inferred from wuzapi). */
export const WEBHOOK_ENDPOINTS: readonly Endpoint[] = [
	post(
		'documented',
		'/webhook',
		{ WebhookURL: present('string') },
		({ state, session, body }) => {
			session.webhook = body.WebhookURL;
			session.isMuted ||= state.settings.webhookEndsDeliveries;
			return { webhook: session.webhook };
		},
		{ needs: 'row' },
	),
	bodiless(
		'documented',
		'GET',
		'/webhook',
		// Go splits the stored text at commas: of an empty one, one empty name is left.
		({ session: { webhook, events } }) => ({ webhook, subscribe: events.join(',').split(',') }),
		{ needs: 'row' },
	),
];
