import {
	addSubscriptions,
	missingNames,
	namesInForce,
	replaceSubscriptions,
} from '../../../nodes/shared/webhook/subscription';
import { FakeSession, refusal } from './fakeSession';

const add = async (session: FakeSession, wanted: string[]) =>
	await addSubscriptions(session, session.subscribe, wanted);

describe('missing names', () => {
	it.each([
		[['Message'], ['Message'], []],
		[['Message'], ['Message', 'Call'], ['Call']],
		[[], ['Message'], ['Message']],
		[['All'], ['Message', 'Call'], []],
		[['Message', 'Call'], ['All'], ['All']],
	])('of %j for %j are %j', (found, wanted, missing) => {
		expect(missingNames(found, wanted)).toEqual(missing);
	});
});

describe('names in force', () => {
	it.each<[string, boolean, string[] | undefined, string[]]>([
		['are those stored, where the status names them', true, ['Message'], ['All']],
		['are those stored, where the status does not tell', true, undefined, ['All']],
		['are those stored, where there is no connection yet', false, [], ['All']],
		['are none, where the status says so', true, [], []],
	])('%s', (_name, connected, events, expected) => {
		const status = { connected, loggedIn: connected, ...(events && { events }) };
		expect(namesInForce(['All'], status)).toEqual(expected);
	});
});

describe('adding', () => {
	it('leaves a session alone that has all', async () => {
		const session = new FakeSession(true, ['Message', 'Call']);
		expect(await add(session, ['Message'])).toBe('none');
		expect(session.calls).toEqual([]);
	});

	it('reconnects with the union where a name is missing, and says so before', async () => {
		const session = new FakeSession(true, ['Message']);
		const beforeChange = jest.fn(() => expect(session.calls).toEqual([]));
		const change = await addSubscriptions(session, ['Message'], ['Call', 'Message'], beforeChange);
		expect(change).toBe('done');
		expect(beforeChange).toHaveBeenCalledTimes(1);
		expect(session.calls).toEqual(['disconnect', 'connect Message,Call']);
	});

	it('reconnects with what is stored where the status names nothing', async () => {
		const session = new FakeSession(true, ['All']);
		session.inForce = [];
		expect(await add(session, ['Message'])).toBe('done');
		expect(session.calls).toEqual(['disconnect', 'connect All,Message']);
	});

	it('connects a session that is not connected, without a change of its names', async () => {
		const session = new FakeSession(false, ['Message']);
		const beforeChange = jest.fn();
		expect(await addSubscriptions(session, ['Message'], ['Message'], beforeChange)).toBe('done');
		expect(beforeChange).not.toHaveBeenCalled();
		expect(session.calls).toEqual(['connect Message']);
	});

	it('tries again where WaGo refuses, or is still connected and takes nothing', async () => {
		const session = new FakeSession(true, ['Message']);
		session.refusals = 1;
		session.deafness = 1;
		expect(await add(session, ['Call'])).toBe('done');
		expect(session.calls).toHaveLength(4);
		expect(session.subscribe).toEqual(['Message', 'Call']);
	});

	it('fails where WaGo refuses to connect for good', async () => {
		const session = new FakeSession(false, []);
		session.refusals = 100;
		await expect(add(session, ['Call'])).rejects.toThrow('WaGo said no');
	});

	it('fails, but brings the session back with its old names, where WaGo does not take the new ones', async () => {
		const session = new FakeSession(true, ['Message']);
		session.refusals = 4;
		await expect(add(session, ['Call'])).rejects.toThrow('WaGo said no');
		expect(session).toMatchObject({ connected: true, subscribe: ['Message'] });
	});

	it('says so where WaGo never confirms', async () => {
		const session = new FakeSession(false, []);
		session.deafness = 100;
		expect(await add(session, ['Call'])).toBe('unconfirmed');
	});

	it('leaves a session as it is that cannot be disconnected, and says so', async () => {
		const session = new FakeSession(true, ['Message']);
		session.disconnectable = false;
		expect(await add(session, ['Call'])).toBe('kept');
		expect(session.calls).toEqual(['disconnect']);
	});
});

describe('replacing', () => {
	it.each<[string, boolean, string[], string[], string[]]>([
		['a session that is not connected', false, ['Message'], ['Call'], []],
		['the same names in another order', true, ['Message', 'Call'], ['Call', 'Message'], []],
		['no names at all', true, ['Message'], [], []],
		['fewer names', true, ['Message', 'Call'], ['Message'], ['disconnect', 'connect Message']],
		['one name for all', true, ['All'], ['Message'], ['disconnect', 'connect Message']],
	])('%s', async (_name, connected, stored, names, calls) => {
		const session = new FakeSession(connected, stored);
		await replaceSubscriptions(session, stored, names);
		expect(session.calls).toEqual(calls);
	});
});

describe('a refusal', () => {
	it.each([
		[undefined, true],
		[502, true],
		[503, true],
		[504, true],
		[500, false],
		[401, false],
	])('with status %s: WaGo is unreachable %s', (status, isUnreachable) => {
		expect(refusal(status).isUnreachable).toBe(isUnreachable);
	});
});
