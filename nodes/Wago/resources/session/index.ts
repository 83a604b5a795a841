import { pickFilled } from '../../../shared/api/answer';
import { post } from '../../../shared/api/endpoint';
import { readStatus, SESSION_ENDPOINTS } from '../../../shared/api/session';
import { present } from '../../../shared/lib/lookup';
import { defineCall, defineProcedure, type Resource } from '../../engine/operation';
import { additionalBodyFieldsOption } from '../../engine/operationFields';
import { connect, pair } from './connection';
import { getQrCode } from './getQrCode';
import { waitForLogin } from './waitForLogin';

const getStatus = defineCall({
	value: 'getStatus',
	name: 'Get Status',
	action: 'Get status of session',
	description: 'Whether the session is connected to WhatsApp and linked to a phone',
	endpoints: [SESSION_ENDPOINTS.status],
	fields: [],
	simplify: true,
	request: () => ({ endpoint: SESSION_ENDPOINTS.status }),
	output: ({ data }) => ({ json: readStatus(data) }),
});

const disconnect = defineProcedure({
	value: 'disconnect',
	name: 'Disconnect',
	action: 'Disconnect session',
	description:
		"Disconnect the session from WhatsApp. The phone stays linked, but WaGo forgets the subscription: 'Connect' sets it anew.",
	endpoints: [SESSION_ENDPOINTS.disconnect],
	fields: [],
	options: [additionalBodyFieldsOption],
	run: async ({ session }) => [{ json: { disconnected: true, ...(await session.disconnect()) } }],
});

const logoutEndpoint = post('/session/logout');

const logout = defineCall({
	value: 'logout',
	name: 'Log Out',
	action: 'Log out session',
	description:
		"End the link with the phone. To use the session again, somebody has to scan a new QR code: 'Disconnect' is enough to pause it.",
	endpoints: [logoutEndpoint],
	fields: [],
	request: () => ({ endpoint: logoutEndpoint }),
	output: ({ data }) => ({
		json: present({ loggedOut: true, details: pickFilled(data, 'details') }),
	}),
});

export const session: Resource = {
	value: 'session',
	name: 'Session',
	operations: [getStatus, connect, disconnect, getQrCode, logout, pair, waitForLogin],
};
