import { post } from '../../../shared/api/endpoint';
import { defineCall } from '../../engine/operation';
import { readSessions } from './sessions';

const endpoint = post('/session/scanned', { auth: 'admintoken' });

export const getScanned = defineCall({
	value: 'getScanned',
	name: 'Get Scanned',
	action: 'Get session tokens with linked phone',
	description: 'List the sessions that a phone was linked to, without their tokens',
	credential: 'wagoAdminApi',
	endpoints: [endpoint],
	fields: [],
	list: true,
	request: () => ({ endpoint }),
	output: ({ data }) => readSessions(data),
});
