import { newGroup } from '../addressBook';
import { serverError } from '../envelope';
import type { BodyOf } from '../fields';
import { GUESSED } from '../guesses';
import { post, type SessionCall, type SessionEndpoint } from './endpoint';
import { findGroup, groupInfo } from './groups';

/** Routes of an older public list; a community is a group that holds groups. */
export const COMMUNITY_ENDPOINTS: readonly SessionEndpoint[] = [
	post('listed', '/community/create', GUESSED.communityCreate, ({ session, body }) => {
		const community = newGroup(body.communityName, session.jid, [], true);
		session.book.groups.set(community.jid, community);
		return groupInfo(session, community);
	}),
	post('listed', '/community/add', GUESSED.communityGroups, (call) =>
		link(call, call.body.communityJid),
	),
	post('listed', '/community/remove', GUESSED.communityGroups, (call) => link(call, '')),
];

/** Groups that the account is not in are reported as failed. */
function link(
	{ session, body }: SessionCall<BodyOf<typeof GUESSED.communityGroups>>,
	parentJid: string,
) {
	const community = findGroup(session, body.communityJid);
	if (!community.isCommunity) throw serverError('Failed to link group: not a community');
	const { groups } = session.book;
	const success = body.groupJid.filter((jid) => groups.has(jid));
	for (const jid of success) groups.get(jid)!.parentJid = parentJid;
	return { success, failed: body.groupJid.filter((jid) => !groups.has(jid)) };
}
