import { present } from '../fields';
import type { Endpoint } from './endpoint';

/** WaGo docs, /webhooks/reference. An empty URL ends the deliveries (inferred from wuzapi). */
export const WEBHOOK_ENDPOINTS: readonly Endpoint[] = [
	{
		method: 'POST',
		path: '/webhook',
		auth: 'token',
		provenance: 'documented',
		needs: 'row',
		fields: { WebhookURL: present('string') },
		handle: ({ session, body }) => {
			session.webhook = body.WebhookURL as string;
			return { webhook: session.webhook };
		},
	},
	{
		method: 'GET',
		path: '/webhook',
		auth: 'token',
		provenance: 'documented',
		needs: 'row',
		// Go splits the stored text at commas: of an empty one, one empty name is left.
		handle: ({ session }) => ({
			webhook: session.webhook,
			subscribe: session.events.join(',').split(','),
		}),
	},
];
