import { post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { defineSend } from '../../engine/operation';
import { captionField } from '../../sending/fileFields';
import { groupIdField, readGroupId, readInviteCode } from '../group/groupId';

const endpoint = post('/send/groupinvite');

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
		const caption = parameters.optional('caption');
		const body = bodyOf('/send/groupinvite', {
			groupId: readGroupId(parameters),
			inviteCode: readInviteCode(parameters.required('inviteLink')),
			groupName: parameters.optional('groupName'),
			caption,
		});
		return [{ endpoint, body, typed: caption }];
	},
});
