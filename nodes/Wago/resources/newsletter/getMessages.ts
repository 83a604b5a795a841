import { pickList } from '../../../shared/api/answer';
import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { defineCall } from '../../engine/operation';
import { newsletterIdField, readNewsletterId } from './newsletterId';
import { readPost } from './readPost';

const endpoint = post('/newsletter/messages', { provenance: 'listed' });
const keys = bodyKeys('/newsletter/messages');

export const getMessages = defineCall({
	value: 'getMessages',
	name: 'Get Messages',
	action: 'Get messages of channel',
	description: 'Get the latest posts of a channel, or those before a certain one',
	endpoints: [endpoint],
	fields: [
		newsletterIdField,
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50,
			description: 'Max number of results to return',
		},
	],
	options: [
		{
			displayName: 'Before Server ID',
			name: 'before',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: "Only posts before the one with this 'serverId'. 0 begins with the latest.",
		},
	],
	simplify: true,
	request: (parameters) => {
		const before = parameters.numberOption('before');
		return {
			endpoint,
			body: {
				[keys.newsletterId]: readNewsletterId(parameters),
				[keys.count]: parameters.number('limit'),
				...(before > 0 && { [keys.before]: before }),
			},
		};
	},
	output: ({ data }, parameters) =>
		pickList(data, 'messages')
			.slice(0, parameters.number('limit'))
			.map((message) => ({
				json: { newsletterId: readNewsletterId(parameters), ...readPost(message) },
			})),
});
