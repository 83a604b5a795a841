import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { defineCall } from '../../engine/operation';
import { newsletterIdField, readNewsletterId } from './newsletterId';

const endpoint = post('/newsletter/subscribe', { provenance: 'listed' });
const keys = bodyKeys('/newsletter/subscribe');

export const subscribe = defineCall({
	value: 'subscribe',
	name: 'Subscribe',
	action: 'Subscribe to channel',
	description:
		"Follow a channel. The operation 'Get' finds the ID of a channel by its invite link.",
	endpoints: [endpoint],
	fields: [newsletterIdField],
	request: (parameters) => ({
		endpoint,
		body: { [keys.newsletterId]: readNewsletterId(parameters) },
	}),
	output: (_answer, parameters) => ({
		json: { newsletterId: readNewsletterId(parameters), subscribed: true },
	}),
});
