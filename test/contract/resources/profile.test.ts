import { WagoBench } from '../wagoBench';

const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex').toString('base64');
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').toString('base64');

let bench: WagoBench;

beforeAll(async () => {
	bench = await WagoBench.start();
});
beforeEach(() => bench.reset());
afterAll(async () => await bench.stop());

const profile = (operation: string, parameters = {}) =>
	bench.run({ resource: 'profile', operation, ...parameters });

it('sets the name', async () => {
	expect(await profile('setName', { name: 'Support' })).toEqual([{ name: 'Support' }]);
	expect(bench.session.book.profile.name).toBe('Support');
});

it.each(['available', 'unavailable'])('sets the presence to %s', async (state) => {
	expect(await profile('setPresence', { state })).toEqual([{ state }]);
	expect(bench.session.book.profile.presence).toBe(state);
});

it('gets the privacy settings under clean names', async () => {
	expect(await profile('getPrivacy')).toEqual([
		expect.objectContaining({ groupAdd: 'all', lastSeen: 'contacts', readReceipts: 'all' }),
	]);
});

it('sets the photo of the account', async () => {
	const parameters = { mediaSource: 'base64', base64: JPEG };
	const [item] = await profile('setPhoto', parameters);
	expect(item).toEqual({ updated: true, pictureId: bench.session.book.profile.pictureId });
	expect(bench.lastRequest.body).toEqual({ Image: `data:image/jpeg;base64,${JPEG}` });
});

it('sets the photo of a group from a binary file', async () => {
	const groupId = '120363000000000001@g.us';
	const parameters = { resource: 'group', operation: 'setPhoto', groupId };
	const data = { data: JPEG, mimeType: 'application/octet-stream', fileName: 'logo' };
	const [item] = await bench.items(parameters, [{ json: {}, binary: { data } }]);
	expect(item.json).toEqual({
		groupId,
		pictureId: bench.session.book.groups.get(groupId)?.pictureId,
	});
});

it('refuses a PNG before anything is sent', async () => {
	const failure = await bench.failure({
		resource: 'profile',
		operation: 'setPhoto',
		mediaSource: 'base64',
		base64: PNG,
	});
	expect(failure.message).toContain('not a JPEG image');
	expect(bench.requests).toHaveLength(0);
});

it('adds own fields of the user to the photo', async () => {
	const parameters = {
		mediaSource: 'base64',
		base64: JPEG,
		options: { additionalBodyFields: '{"Photo": 1}' },
	};
	const failure = await bench.failure({
		resource: 'profile',
		operation: 'setPhoto',
		...parameters,
	});
	expect(failure.message).toContain('Photo');
});
