import { pickEntries } from '../../../shared/api/answer';
import { get } from '../../../shared/api/endpoint';
import { defineCall } from '../../engine/operation';
import { readContact } from './readContact';

const endpoint = get('/user/contacts', { provenance: 'listed' });

export const getAll = defineCall({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many contacts',
	description: 'List the contacts that the account knows',
	endpoints: [endpoint],
	fields: [],
	simplify: true,
	list: true,
	request: () => ({ endpoint }),
	output: ({ data }) =>
		pickEntries(data, 'contacts').flatMap((entry) => {
			const json = readContact(entry);
			return json ? [{ json }] : [];
		}),
});
