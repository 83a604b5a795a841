import { get } from '../../../shared/api/endpoint';
import { defineCall } from '../../engine/operation';
import { rawOutputs } from '../../engine/outputs';

/** A GET with side effects (WaGo docs name the route): nothing else may call it. */
const endpoint = get('/server/update', { auth: 'admintoken', changes: true });

/** WaGo may download its new version before it answers. */
const DOWNLOAD_TIMEOUT = 120_000;

export const update = defineCall({
	value: 'update',
	name: 'Update',
	action: 'Update server',
	description:
		'Let WaGo look for a newer version of itself. It may replace its own program and restart, which interrupts all sessions of the server.',
	credential: 'wagoAdminApi',
	endpoints: [endpoint],
	fields: [
		{
			displayName:
				'WaGo may replace its own program and restart, which interrupts all sessions of the server.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
	],
	request: () => ({ endpoint, minTimeout: DOWNLOAD_TIMEOUT }),
	output: ({ data }) => rawOutputs(data),
});
