import { pick, readJid } from '../../../shared/api/answer';
import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { defineCall } from '../../engine/operation';
import { readInviteCode } from './inviteCode';

const endpoint = post('/group/join', { provenance: 'listed' });
const keys = bodyKeys('/group/join');

export const join = defineCall({
	value: 'join',
	name: 'Join',
	action: 'Join group',
	description: 'Join a group by its invite link',
	endpoints: [endpoint],
	fields: [
		{
			displayName: 'Invite Link or Code',
			name: 'inviteLink',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://chat.whatsapp.com/ABCDEFGHIJKLMNOPQRSTUV',
			description: 'The invite link of the group, or the code at its end',
		},
	],
	request: (parameters) => ({
		endpoint,
		body: { [keys.code]: readInviteCode(parameters.required('inviteLink')) },
	}),
	output: ({ data }, parameters) => {
		const groupId = readJid(pick(data, 'groupId'));
		const inviteCode = readInviteCode(parameters.required('inviteLink'));
		return { json: { ...(groupId && { groupId }), inviteCode, joined: true } };
	},
});
