import { pickEntries } from '../../../shared/api/answer';
import { get } from '../../../shared/api/endpoint';
import { defineCall } from '../../engine/operation';
import { readCall } from './readCall';

const endpoint = get('/call/status');

export const getStatus = defineCall({
	value: 'getStatus',
	name: 'Get Status',
	action: 'Get status of calls',
	description: 'List the calls that WaGo manages at the moment',
	endpoints: [endpoint],
	fields: [],
	simplify: true,
	list: true,
	request: () => ({ endpoint }),
	output: ({ data }) =>
		pickEntries(data, 'calls')
			.map(({ value }) => readCall(value))
			.filter(({ callId }) => callId !== undefined)
			.map((json) => ({ json })),
});
