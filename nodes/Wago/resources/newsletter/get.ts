import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { defineCall } from '../../engine/operation';
import { newsletterIdOrLinkField, readNewsletter } from './newsletterId';
import { readNewsletterAnswer } from './readNewsletter';

const byId = post('/newsletter/info', { provenance: 'listed' });
const byLink = post('/newsletter/link', { provenance: 'listed' });
const infoKeys = bodyKeys('/newsletter/info');
const linkKeys = bodyKeys('/newsletter/link');

export const getNewsletter = defineCall({
	value: 'get',
	name: 'Get',
	action: 'Get channel',
	description: 'Get the name, description and number of followers of a channel',
	endpoints: [byId, byLink],
	fields: [newsletterIdOrLinkField],
	simplify: true,
	request: (parameters) => {
		const newsletter = readNewsletter(parameters);
		if ('id' in newsletter)
			return { endpoint: byId, body: { [infoKeys.newsletterId]: newsletter.id } };
		return { endpoint: byLink, body: { [linkKeys.key]: newsletter.key } };
	},
	output: ({ data }) => ({ json: readNewsletterAnswer(data) }),
});
