import { pick, pickList } from '../../../shared/api/answer';
import { get } from '../../../shared/api/endpoint';
import { defineCall } from '../../engine/operation';
import { personOf } from '../../fields/people';

const endpoint = get('/user/blocklist', { provenance: 'listed' });

export const getBlocklist = defineCall({
	value: 'getBlocklist',
	name: 'Get Blocklist',
	action: 'Get blocked contacts',
	description: 'List the contacts that the account has blocked',
	endpoints: [endpoint],
	fields: [],
	simplify: true,
	list: true,
	request: () => ({ endpoint }),
	output: ({ data }) =>
		pickList(pick(data, 'blocklist') ?? data, 'blocklist').map((contact) => ({
			json: { ...personOf(pick(contact, 'jid') ?? contact) },
		})),
});
