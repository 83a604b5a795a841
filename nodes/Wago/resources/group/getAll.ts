import { pickList } from '../../../shared/api/answer';
import { get } from '../../../shared/api/endpoint';
import { defineCall } from '../../engine/operation';
import { readGroup, readGroupWithParticipants } from './readGroup';

const all = get('/group/list');
const administered = get('/group/myall', { provenance: 'listed' });

export const getAll = defineCall({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many groups',
	description: 'List the groups that the account is in',
	endpoints: [all, administered],
	fields: [],
	options: [
		{
			displayName: 'Include Participants',
			name: 'includeParticipants',
			type: 'boolean',
			default: false,
			description: 'Whether to list the participants of each group',
		},
		{
			displayName: 'Only Administered',
			name: 'onlyAdministered',
			type: 'boolean',
			default: false,
			description: 'Whether to list only the groups in which the account is an admin',
		},
	],
	simplify: true,
	list: true,
	request: (parameters) => ({
		endpoint: parameters.booleanOption('onlyAdministered') ? administered : all,
	}),
	output: ({ data }, parameters) =>
		pickList(data, 'groups')
			.map(parameters.booleanOption('includeParticipants') ? readGroupWithParticipants : readGroup)
			.map((json) => ({ json })),
});
