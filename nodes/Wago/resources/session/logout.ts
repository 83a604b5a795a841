import { pickFilled } from '../../../shared/api/answer';
import { post } from '../../../shared/api/endpoint';
import { present } from '../../../shared/lib/lookup';
import { defineCall } from '../../engine/operation';

const endpoint = post('/session/logout');

export const logout = defineCall({
	value: 'logout',
	name: 'Log Out',
	action: 'Log out session',
	description:
		"End the link with the phone. To use the session again, somebody has to scan a new QR code: 'Disconnect' is enough to pause it.",
	endpoints: [endpoint],
	fields: [],
	request: () => ({ endpoint }),
	output: ({ data }) => ({
		json: present({ loggedOut: true, details: pickFilled(data, 'details') }),
	}),
});
