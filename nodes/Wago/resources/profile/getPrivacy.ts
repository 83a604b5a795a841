import type { IDataObject } from 'n8n-workflow';

import { pick, withCleanNames } from '../../../shared/api/answer';
import { isObject } from '../../../shared/lib/lookup';
import { get } from '../../../shared/api/endpoint';
import { defineCall } from '../../engine/operation';

const endpoint = get('/user/privacy', { provenance: 'listed' });

export const getPrivacy = defineCall({
	value: 'getPrivacy',
	name: 'Get Privacy',
	action: 'Get privacy settings of own profile',
	description: 'Get who may see the last seen time, the picture and more',
	endpoints: [endpoint],
	fields: [],
	simplify: true,
	request: () => ({ endpoint }),
	output: ({ data }) => {
		const settings = pick(data, 'privacy') ?? data;
		return { json: (isObject(settings) ? withCleanNames(settings) : {}) as IDataObject };
	},
});
