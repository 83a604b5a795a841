import { get } from '../../../shared/api/endpoint';
import { defineCall } from '../../engine/operation';
import { readStatus } from '../../../shared/api/sessionStatus';

const endpoint = get('/session/status');

export const getStatus = defineCall({
	value: 'getStatus',
	name: 'Get Status',
	action: 'Get status of session',
	description: 'Whether the session is connected to WhatsApp and linked to a phone',
	endpoints: [endpoint],
	fields: [],
	simplify: true,
	request: () => ({ endpoint }),
	output: ({ data }) => ({ json: readStatus(data) }),
});
