import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { defineCall } from '../../engine/operation';

const endpoint = post('/user/presence', { provenance: 'listed' });
const keys = bodyKeys('/user/presence');

/** The values are whatsmeow's `types.Presence`. */
export const setPresence = defineCall({
	value: 'setPresence',
	name: 'Set Presence',
	action: 'Set presence of own profile',
	description: 'Show the account as online or offline',
	endpoints: [endpoint],
	fields: [
		{
			displayName: 'State',
			name: 'state',
			type: 'options',
			default: 'available',
			options: [
				{ name: 'Available', value: 'available', description: 'Show the account as online' },
				{
					name: 'Unavailable',
					value: 'unavailable',
					description: 'Show the account as offline, so that the phone rings for new messages',
				},
			],
			description: 'What others see',
		},
	],
	request: (parameters) => ({ endpoint, body: { [keys.state]: parameters.required('state') } }),
	output: (_answer, parameters) => ({ json: { state: parameters.required('state') } }),
});
