import { WagoBench } from '../wagoBench';

const ALICE = { id: '15550100001@s.whatsapp.net', phone: '15550100001' };
const BOB = { id: '15550100002@s.whatsapp.net', phone: '15550100002' };

let bench: WagoBench;

beforeAll(async () => {
	bench = await WagoBench.start();
});
beforeEach(() => bench.reset());
afterAll(async () => await bench.stop());

const contact = (operation: string, parameters = {}, input = {}) =>
	bench.run({ resource: 'contact', operation, ...parameters }, input);

it('lists the contacts, one item each', async () => {
	const contacts = await contact('getAll');
	expect(contacts).toHaveLength(3);
	expect(contacts[0]).toEqual({
		...ALICE,
		name: 'Alice Example',
		fullName: 'Alice Example',
		firstName: 'Alice',
		pushName: 'Alice Example',
	});
});

it('cuts the list at the limit, also as it came', async () => {
	expect(await contact('getAll', { limit: 2 })).toHaveLength(2);
	const [raw] = await contact('getAll', { limit: 2, simplify: false });
	expect(Object.keys(raw)).toEqual([ALICE.id, BOB.id]);
});

it('gets the sender of a message by default', async () => {
	const message = { sender: { id: '100000000000001@lid', phone: '15550100001' } };
	expect(await contact('get', {}, message)).toEqual([
		{ ...ALICE, about: 'Hey there! I am using WhatsApp.', deviceCount: 1, found: true },
	]);
	expect(bench.lastRequest.body).toEqual({ Phone: [ALICE.id] });
});

it('gets a contact by number, as WaGo takes JIDs only', async () => {
	const [item] = await contact('get', { phone: '+1 555 010 0002' });
	expect(item).toMatchObject({ ...BOB, found: true });
	expect(bench.lastRequest.body).toEqual({ Phone: [BOB.id] });
});

it.each([
	['get', '0812 3456 7890'],
	['check', '0811699778'],
	['check', 'ana@example.com'],
	['block', '+44 (0)20 7946 0958'],
	['getAvatar', '5511912345678.0'],
])('refuses %s of %s before anything is sent', async (operation, phone) => {
	const { description } = await bench.failure({ resource: 'contact', operation, phone });
	expect(description).toMatch(/country code|dialled inside/);
	expect(bench.requests).toHaveLength(0);
});

it('checks several numbers, one item each in their order', async () => {
	const checks = await contact('check', { phone: '+1 (555) 010-0001, 15550100000' });
	expect(checks).toEqual([
		{ query: '15550100001', exists: true, ...ALICE },
		{ query: '15550100000', exists: false },
	]);
});

it.each(['POST', 'GET'] as const)('finds an avatar on a server that wants %s', async (method) => {
	bench.simulator.state.configure({ avatarMethod: method });
	const [avatar] = await contact('getAvatar', { phone: ALICE.phone });
	expect(avatar).toEqual({
		...ALICE,
		found: true,
		url: expect.stringContaining('https://pps.whatsapp.net/'),
		pictureId: '1700000000',
	});
	expect(bench.lastRequest).toEqual({
		method,
		path: '/user/avatar',
		body: { Phone: ALICE.phone, Preview: false },
	});
});

it('says so where a contact has no avatar', async () => {
	expect(await contact('getAvatar', { phone: BOB.phone })).toEqual([{ ...BOB, found: false }]);
});

it('fails for an avatar where WaGo fails otherwise', async () => {
	const error = { code: 500, error: 'not logged in', success: false };
	bench.simulator.state.faults.add({ path: '/user/avatar', status: 500, body: error, count: 1 });
	const parameters = { resource: 'contact', operation: 'getAvatar', phone: BOB.phone };
	expect((await bench.failure(parameters)).message).toContain('not logged in');
});

it('blocks a contact, lists it and lifts the block', async () => {
	expect(await contact('block', { phone: BOB.id })).toEqual([{ ...BOB, blocked: true }]);
	expect(await contact('getBlocklist')).toEqual([BOB]);
	expect(await contact('unblock', { phone: BOB.id })).toEqual([{ ...BOB, blocked: false }]);
	expect(await contact('getBlocklist')).toEqual([]);
});

it('refuses a group where a person is wanted', async () => {
	const parameters = { resource: 'contact', operation: 'block', phone: '120363000000000001@g.us' };
	expect((await bench.failure(parameters)).message).toContain("'Contact' is not a person");
	expect(bench.requests).toHaveLength(0);
});
