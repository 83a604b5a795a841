import { pickList, readJid } from '../../../shared/api/answer';
import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { type CallOperation, defineCall, type OperationWords } from '../../engine/operation';
import { communityIdField, groupsField, readCommunityId, readGroupIds } from './fields';

/**
 * Adds groups to a community or takes them out; `linked` is what then holds. Groups that WhatsApp refused come as
 * `failed` (inferred from evolution-go).
 */
export function linkOperation(
	path: '/community/add' | '/community/remove',
	linked: boolean,
	words: OperationWords,
): CallOperation {
	const endpoint = post(path, { provenance: 'listed' });
	const keys = bodyKeys(path);
	return defineCall({
		...words,
		endpoints: [endpoint],
		fields: [communityIdField, groupsField],
		simplify: true,
		request: (parameters) => ({
			endpoint,
			body: {
				[keys.communityId]: readCommunityId(parameters),
				[keys.groups]: readGroupIds(parameters),
			},
		}),
		output: ({ data }, parameters) => {
			const failed = pickList(data, 'failedGroups').map(readJid).filter(Boolean);
			return {
				json: {
					communityId: readCommunityId(parameters),
					groupIds: readGroupIds(parameters).filter((groupId) => !failed.includes(groupId)),
					linked,
					...(failed.length > 0 && { failedGroupIds: failed }),
				},
			};
		},
	});
}
