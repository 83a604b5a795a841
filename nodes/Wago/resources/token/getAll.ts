import { get } from '../../../shared/api/endpoint';
import { defineCall } from '../../engine/operation';
import { readSessions } from './sessions';

const endpoint = get('/session/all', { auth: 'admintoken' });

export const getAll = defineCall({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many session tokens',
	description: 'List the sessions of the server, without their tokens',
	credential: 'wagoAdminApi',
	endpoints: [endpoint],
	fields: [],
	list: true,
	request: () => ({ endpoint }),
	output: ({ data }) => readSessions(data),
});
