import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { filled } from '../../engine/body';
import { defineSend } from '../../engine/operation';
import { captionField } from '../../sending/fileFields';
import { groupIdField, readGroupId, readInviteCode } from '../group/groupId';

const endpoint = post('/send/groupinvite', { fields: ['Phone'] });
const keys = bodyKeys('/send/groupinvite');

export const sendGroupInvite = defineSend({
	value: 'sendGroupInvite',
	name: 'Send Group Invite',
	action: 'Send group invite message',
	description: 'Send an invitation to a group, with a button to join it',
	endpoints: [endpoint],
	fields: [
		groupIdField,
		{
			displayName: 'Invite Link or Code',
			name: 'inviteLink',
			type: 'string',
			required: true,
			default: '={{ $json.inviteLink }}',
			placeholder: 'e.g. https://chat.whatsapp.com/ABCDEFGHIJKLMNOPQRSTUV',
			description: "The group's invite, as 'Get Invite Link' of the resource 'Group' gives it",
		},
		{
			displayName: 'Group Name',
			name: 'groupName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Support Team',
			description: 'Name that the invitation shows',
		},
		{ ...captionField, placeholder: 'e.g. Join us!', description: 'Text of the invitation' },
	],
	messages: (parameters) => {
		const caption = parameters.text('caption');
		const body = {
			[keys.groupId]: readGroupId(parameters),
			[keys.inviteCode]: readInviteCode(parameters.required('inviteLink')),
			[keys.groupName]: parameters.text('groupName'),
			[keys.caption]: caption,
		};
		return [{ endpoint, body: filled(body), typed: caption }];
	},
});
