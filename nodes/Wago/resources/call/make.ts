import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { defineCall } from '../../engine/operation';
import { contactField, readContactId } from '../../fields/people';
import { readCall } from './readCall';

const endpoint = post('/call/make');
const keys = bodyKeys('/call/make');

export const make = defineCall({
	value: 'make',
	name: 'Make',
	action: 'Make call',
	description: 'Start a voice call that WaGo manages',
	endpoints: [endpoint],
	fields: [contactField],
	simplify: true,
	request: (parameters) => ({ endpoint, body: { [keys.phone]: readContactId(parameters) } }),
	output: ({ data }) => ({ json: readCall(data) }),
});
