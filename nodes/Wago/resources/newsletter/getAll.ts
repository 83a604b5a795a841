import { pickList } from '../../../shared/api/answer';
import { get } from '../../../shared/api/endpoint';
import { defineCall } from '../../engine/operation';
import { readNewsletterAnswer } from './readNewsletter';

const endpoint = get('/newsletter/list', { provenance: 'listed' });

export const getAll = defineCall({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many channels',
	description: 'List the channels that the account owns or follows',
	endpoints: [endpoint],
	fields: [],
	simplify: true,
	list: true,
	request: () => ({ endpoint }),
	output: ({ data }) =>
		pickList(data, 'newsletters').map((newsletter) => ({ json: readNewsletterAnswer(newsletter) })),
});
