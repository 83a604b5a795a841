import { WagoBench } from '../wagoBench';

const TEAM = '120363000000000001@g.us';
const FOREIGN = '120363000000009999@g.us';

let bench: WagoBench;

beforeAll(async () => {
	bench = await WagoBench.start();
});
beforeEach(() => bench.reset());
afterAll(async () => await bench.stop());

const community = (operation: string, parameters = {}) =>
	bench.run({ resource: 'community', operation, ...parameters });

async function createCommunity(): Promise<string> {
	const [{ id }] = await community('create', { name: 'Customers' });
	return id as string;
}

it('creates a community', async () => {
	const [item] = await community('create', { name: 'Customers' });
	expect(item).toMatchObject({ name: 'Customers', isCommunity: true });
	expect(bench.lastRequest.body).toEqual({ communityName: 'Customers' });
});

it('adds a group that was chosen from the list, and removes it', async () => {
	const communityId = await createCommunity();
	const locator = { __rl: true, mode: 'list', value: TEAM };
	const parameters = { communityId, groups: { values: [{ groupId: locator }] } };
	expect(await community('addGroups', parameters)).toEqual([
		{ communityId, groupIds: [TEAM], linked: true },
	]);
	expect(bench.session.book.groups.get(TEAM)?.parentJid).toBe(communityId);
	expect(await community('removeGroups', parameters)).toEqual([
		{ communityId, groupIds: [TEAM], linked: false },
	]);
	expect(bench.session.book.groups.get(TEAM)?.parentJid).toBe('');
});

it('names the groups that were refused', async () => {
	const communityId = await createCommunity();
	const groupId = { __rl: true, mode: 'id', value: `={{ ["${TEAM}", "${FOREIGN}"] }}` };
	const parameters = { communityId, groups: { values: [{ groupId }] } };
	expect(await community('addGroups', parameters)).toEqual([
		{ communityId, groupIds: [TEAM], linked: true, failedGroupIds: [FOREIGN] },
	]);
	expect(bench.lastRequest.body).toEqual({
		communityJid: communityId,
		groupJid: [TEAM, FOREIGN],
	});
});
