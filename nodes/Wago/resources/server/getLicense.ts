import { post } from '../../../shared/api/endpoint';
import { defineCall } from '../../engine/operation';
import { rawOutputs } from '../../engine/outputs';

const endpoint = post('/server/license', { auth: 'admintoken' });

export const getLicense = defineCall({
	value: 'getLicense',
	name: 'Get License',
	action: 'Get license of server',
	description: 'What WaGo says about its license, the day it ends above all',
	credential: 'wagoAdminApi',
	endpoints: [endpoint],
	fields: [],
	request: () => ({ endpoint }),
	output: ({ data }) => rawOutputs(data),
});
