import { randomBytes } from 'crypto';

import { cleanToken } from '../../../shared/api/credentials';
import { post } from '../../../shared/api/endpoint';
import { withAdditionalFields } from '../../engine/body';
import { additionalBodyFieldsOption } from '../../engine/operationFields';
import { defineProcedure } from '../../engine/operation';

/** One page of WaGo's docs calls all three required, another none: all three are sent. */
const endpoint = post('/session/init', { auth: 'admintoken', fields: ['Name', 'Token', 'Os'] });

const GENERATED_BYTES = 24;

export const create = defineProcedure({
	value: 'create',
	name: 'Create',
	action: 'Create session token',
	description: 'Create a session, for one WhatsApp account, with a token of its own',
	credential: 'wagoAdminApi',
	endpoints: [endpoint],
	fields: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Sales',
			description: 'Name of the session, which no other session of the server has',
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Leave empty to generate one',
			description:
				"Token of the session, which no other session has. WaGo removes its spaces. Left empty, a strong one is generated and returned as 'token', this one time: whoever may read the execution can read it. A token that you give is never part of the output.",
		},
		{
			displayName: 'Operating System',
			name: 'os',
			type: 'string',
			required: true,
			default: 'n8n',
			placeholder: 'e.g. n8n',
			description: "Label of the session in the phone's list of linked devices",
		},
	],
	options: [additionalBodyFieldsOption],
	run: async ({ parameters, call }) => {
		const name = parameters.required('name');
		const os = parameters.required('os');
		const given = cleanToken(parameters.text('token'));
		const token = given || randomBytes(GENERATED_BYTES).toString('hex');
		const body = withAdditionalFields({ Name: name, Token: token, Os: os }, parameters.options);
		await call({ endpoint, body, secrets: [token] });
		return [{ json: given ? { name, os } : { name, os, token } }];
	},
});
