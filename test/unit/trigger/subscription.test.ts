import {
	addSubscriptions,
	missingNames,
	replaceSubscriptions,
	restoreSubscriptions,
} from '../../../nodes/WagoTrigger/subscription';
import { FakeSession, refusal } from './fakeSession';

const logger = { warn: jest.fn() };
beforeEach(() => logger.warn.mockReset());

const add = async (session: FakeSession, wanted: string[]) =>
	await addSubscriptions(session, session.subscribe, wanted, logger);

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

describe('adding', () => {
	it('leaves a session alone that has all', async () => {
		const session = new FakeSession(true, ['Message', 'Call']);
		expect(await add(session, ['Message'])).toBe(false);
		expect(session.calls).toEqual([]);
	});

	it('reconnects with the union where a name is missing', async () => {
		const session = new FakeSession(true, ['Message']);
		expect(await add(session, ['Call', 'Message'])).toBe(true);
		expect(session.calls).toEqual(['disconnect', 'connect Message,Call']);
	});

	it('connects a session that is not connected', async () => {
		const session = new FakeSession(false, ['Message']);
		expect(await add(session, ['Message'])).toBe(false);
		expect(session.calls).toEqual(['connect Message']);
	});

	it('tries again where WaGo refuses, or is still connected and takes nothing', async () => {
		const session = new FakeSession(true, ['Message']);
		session.refusals = 1;
		session.deafness = 1;
		expect(await add(session, ['Call'])).toBe(true);
		expect(session.calls).toHaveLength(4);
		expect(session.subscribe).toEqual(['Message', 'Call']);
		expect(logger.warn).not.toHaveBeenCalled();
	});

	it('fails where WaGo refuses to connect for good', async () => {
		const session = new FakeSession(false, []);
		session.refusals = 100;
		await expect(add(session, ['Call'])).rejects.toThrow('WaGo said no');
	});

	it('says so where WaGo never confirms', async () => {
		const session = new FakeSession(false, []);
		session.deafness = 100;
		await add(session, ['Call']);
		expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining('does not confirm'));
	});
});

describe('replacing', () => {
	it('leaves a session alone that is not connected', async () => {
		const session = new FakeSession(false, ['Message']);
		expect(await replaceSubscriptions(session, ['Call'], logger)).toBe(false);
		expect(session.calls).toEqual([]);
	});

	it('leaves a session as it is that cannot be disconnected, and says so', async () => {
		const session = new FakeSession(true, ['Message']);
		session.disconnectable = false;
		expect(await replaceSubscriptions(session, ['Call'], logger)).toBe(false);
		expect(session.calls).toEqual(['disconnect']);
		expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining('WaGo said no'));
	});
});

describe('restoring', () => {
	it.each([
		[true, true, ['disconnect', 'connect Call']],
		[true, false, ['disconnect', 'connect Call']],
		[false, true, ['connect Call']],
		[false, false, []],
	])('of a session: connected %s, interrupted %s', async (connected, isInterrupted, calls) => {
		const session = new FakeSession(connected, ['Message']);
		await restoreSubscriptions(session, ['Call'], isInterrupted, logger);
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
