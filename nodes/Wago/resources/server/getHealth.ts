import { pickFilled } from '../../../shared/api/answer';
import { get } from '../../../shared/api/endpoint';
import { isObject, present } from '../../../shared/lib/lookup';
import { defineCall } from '../../engine/operation';

export const healthEndpoint = get('/server/ok', { auth: 'none' });

export const getHealth = defineCall({
	value: 'getHealth',
	name: 'Get Health',
	action: 'Get health of server',
	description: 'Whether the WaGo server runs and answers',
	endpoints: [healthEndpoint],
	fields: [],
	simplify: true,
	request: () => ({ endpoint: healthEndpoint }),
	output: ({ data, status }) => {
		const text = isObject(data) ? pickFilled(data, 'details') : data;
		const details = typeof text === 'string' ? text : undefined;
		return { json: present({ ok: true, status, details }) };
	},
});
