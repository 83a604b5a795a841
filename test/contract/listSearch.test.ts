import type { INodeListSearchItems } from 'n8n-workflow';
import { LoadOptionsContext } from 'n8n-core';

import { Wago } from '../../nodes/Wago/Wago.node';
import { startSimulator, type Simulator } from '../../simulator/server';
import { DEMO_TOKEN } from '../../simulator/state';
import { Harness, testNode } from '../integration/harness';

const node = new Wago();
const { listSearch } = node.methods;

let simulator: Simulator;

/** A server of its own for each test, because lists are remembered by server and session. */
beforeEach(async () => {
	simulator = await startSimulator({ port: 0 });
	const session = simulator.state.session(DEMO_TOKEN);
	session.scan(simulator.state.settings);
});

afterEach(async () => await simulator.stop());

async function search(name: keyof typeof listSearch, filter?: string, token?: string) {
	const harness = new Harness({
		nodeTypes: { wago: node },
		credentials: { wagoApi: { baseUrl: simulator.url, token: DEMO_TOKEN } },
	});
	const wago = testNode({ type: 'wago', name: 'WaGo' });
	const context = new LoadOptionsContext(
		harness.workflow({ nodes: [wago] }),
		wago,
		harness.additionalData(),
		'parameters.recipient',
	);
	return await listSearch[name].call(context, filter, token);
}

const names = (items: INodeListSearchItems[]) => items.map((item) => item.name);
const paths = () => simulator.state.requests.list().map(({ path }) => path);

it('offers contacts, groups and channels as recipients, by name', async () => {
	const { results, paginationToken } = await search('searchRecipients');
	expect(results).toEqual([
		{ name: 'Alice Example · +15550100001', value: '15550100001@s.whatsapp.net' },
		{ name: 'Bob Builder · +15550100002', value: '15550100002@s.whatsapp.net' },
		{ name: 'Book Club · Group', value: '120363000000000002@g.us' },
		{ name: 'Carla Ejemplo · +15550100003', value: '15550100003@s.whatsapp.net' },
		{ name: 'Example News · Channel', value: '120363000000000009@newsletter' },
		{ name: 'Example Team · Group', value: '120363000000000001@g.us' },
	]);
	expect(paginationToken).toBeUndefined();
});

it.each([
	['bó', ['Bob Builder · +15550100002', 'Book Club · Group']],
	['0100003', ['Carla Ejemplo · +15550100003']],
	['news', ['Example News · Channel']],
	['example TEAM', ['Example Team · Group']],
	['120363000000000002@', ['Book Club · Group']],
	['nobody', []],
])('finds %s', async (filter, expected) => {
	expect(names((await search('searchRecipients', filter)).results)).toEqual(expected);
});

it('asks WaGo once while somebody types', async () => {
	for (const filter of ['', 'a', 'al', 'ali']) await search('searchRecipients', filter);
	expect(paths().sort()).toEqual(['/group/list', '/newsletter/list', '/user/contacts']);
});

it('offers groups, people and channels each on their own', async () => {
	expect(names((await search('searchGroups')).results)).toEqual(['Book Club', 'Example Team']);
	expect((await search('searchContacts')).results).toHaveLength(3);
	expect((await search('searchNewsletters')).results).toEqual([
		{ name: 'Example News', value: '120363000000000009@newsletter' },
	]);
});

it('offers communities only, where WaGo tells them', async () => {
	const harness = simulator.state.session(DEMO_TOKEN).book.groups;
	const [group] = harness.values();
	harness.set('1@g.us', { ...group, jid: '1@g.us', name: 'Neighbours', isCommunity: true });
	expect(names((await search('searchCommunities')).results)).toEqual(['Neighbours']);
});

it('offers long lists page by page', async () => {
	const { contacts } = simulator.state.session(DEMO_TOKEN).book;
	contacts.length = 0;
	for (let index = 0; index < 150; index++) {
		const number = String(15550200000 + index);
		contacts.push({ phone: number, lid: number, name: `Person ${number}` });
	}
	const first = await search('searchContacts');
	expect(first.results).toHaveLength(100);
	const second = await search('searchContacts', '', first.paginationToken as string);
	expect(second.results).toHaveLength(50);
	expect(second.paginationToken).toBeUndefined();
	expect(second.results[49].name).toBe('Person 15550200149 · +15550200149');
});

it('offers what can be loaded where a part fails', async () => {
	simulator.state.faults.add({ path: '/group/list', status: 500, count: 1 });
	expect((await search('searchRecipients')).results).toHaveLength(4);
});

it('says what to do where the session is offline, and tries again', async () => {
	const session = simulator.state.session(DEMO_TOKEN);
	session.disconnect();
	await expect(search('searchRecipients')).rejects.toMatchObject({
		message: expect.stringMatching(/^WaGo answered: No session \[GET /),
		description: expect.stringContaining("'Connect'"),
	});
	session.connect([], simulator.state.settings);
	expect((await search('searchRecipients')).results).toHaveLength(6);
});
