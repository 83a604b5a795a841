import { cleanToken } from '../../../shared/api/credentials';
import { post } from '../../../shared/api/endpoint';
import { defineCall } from '../../engine/operation';

const endpoint = post('/session/delete', { auth: 'both' });

export const deleteToken = defineCall({
	value: 'delete',
	name: 'Delete',
	action: 'Delete session token',
	description: 'Delete a session with its token and the link to its phone. It cannot be undone.',
	credential: 'wagoAdminApi',
	endpoints: [endpoint],
	fields: [
		{
			displayName: 'Target Token',
			name: 'targetToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Token of the session to delete',
		},
	],
	request: (parameters) => ({
		endpoint,
		headers: { token: cleanToken(parameters.required('targetToken')) },
	}),
	output: () => ({ json: { deleted: true } }),
});
