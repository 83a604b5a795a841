import type { RegistrationRecord } from '../../../nodes/WagoTrigger/record';
import {
	isRegisteredBefore,
	isUnreachable,
	placeOf,
	Registration,
	type RegistrationPlan,
} from '../../../nodes/WagoTrigger/registration';
import { buildWebhookUrl, markAsTest } from '../../../nodes/shared/webhook/webhookUrl';
import { FakeSession, refusal } from './fakeSession';

const TOKEN = 'demo-token';
const FOREIGN = 'https://other.example.com/hook';
const NODE = { nodeId: 'node', hasWebhookId: true, token: TOKEN };
const PRODUCTION = buildWebhookUrl({ ...NODE, nodeUrl: 'http://n8n.test:5678/webhook/id/webhook' });
const TEST = buildWebhookUrl({ ...NODE, nodeUrl: 'http://n8n.test:5678/webhook-test/id/webhook' });

const TAKEN_OVER =
	'The WaGo session had another webhook. This workflow has taken over: WaGo has one webhook for each token';

const logger = { info: jest.fn(), warn: jest.fn() };
beforeEach(() => jest.resetAllMocks());

let session: FakeSession;
beforeEach(() => {
	session = new FakeSession(true, ['Message']);
});

const withPlan = (changes: Partial<RegistrationPlan> = {}): Registration =>
	new Registration(
		session,
		{
			webhook: changes.isTest ? TEST : PRODUCTION,
			events: ['Message'],
			isTest: false,
			manageSubscription: true,
			restorePreviousWebhook: true,
			token: TOKEN,
			wagoBaseUrl: 'http://wago.test:1337',
			...changes,
		},
		logger,
	);

/** Registers, and answers what was remembered last. */
async function register(
	changes?: Partial<RegistrationPlan>,
	known?: RegistrationRecord,
): Promise<RegistrationRecord> {
	const remember = jest.fn<void, [RegistrationRecord]>();
	await withPlan(changes).register(known, remember);
	return remember.mock.lastCall![0];
}

describe('what is in order', () => {
	beforeEach(() => {
		session.url = PRODUCTION.url;
	});

	test.each<[string, Partial<RegistrationPlan>, () => void, boolean]>([
		['all of it', {}, () => undefined, true],
		['another webhook', {}, () => (session.url = FOREIGN), false],
		['no webhook', {}, () => (session.url = ''), false],
		['a missing event', { events: ['Message', 'Call'] }, () => undefined, false],
		[
			'a missing event that is not to be managed',
			{ events: ['Message', 'Call'], manageSubscription: false },
			() => undefined,
			true,
		],
		['a session that is not connected', {}, () => (session.connected = false), false],
		[
			'one that is not to be managed',
			{ manageSubscription: false },
			() => (session.connected = false),
			true,
		],
		[
			'production under the mark of a test',
			{},
			() => (session.url = markAsTest(PRODUCTION.url, FOREIGN, TOKEN)),
			false,
		],
		[
			'a test listening',
			{ isTest: true },
			() => (session.url = markAsTest(TEST.url, FOREIGN, TOKEN)),
			true,
		],
	])('%s', async (_name, plan, prepare, expected) => {
		prepare();
		expect(await withPlan(plan).isInOrder()).toBe(expected);
	});
});

describe('taking over', () => {
	it('says so where it takes the webhook of somebody else', async () => {
		session.url = FOREIGN;
		expect(await register()).toEqual({
			place: placeOf(PRODUCTION.url),
			isTest: false,
			previousUrl: FOREIGN,
		});
		expect(session.url).toBe(PRODUCTION.url);
		expect(logger.warn.mock.calls).toEqual([[TAKEN_OVER]]);
	});

	it.each(['', PRODUCTION.url, TEST.url])('is silent where it finds %j', async (url) => {
		session.url = url;
		expect(await register()).not.toHaveProperty('previousUrl');
		expect(logger.warn).not.toHaveBeenCalled();
	});

	it('warns of an address that WaGo cannot reach', async () => {
		const nodeUrl = 'http://localhost:5678/webhook/id/webhook';
		await register({ webhook: buildWebhookUrl({ ...NODE, nodeUrl }) });
		expect(logger.warn.mock.calls).toEqual([[expect.stringContaining("'wago.test'")]]);
	});

	it('warns of events that will not arrive, where it may not subscribe to them', async () => {
		await register({ events: ['Message', 'Call', 'Presence'], manageSubscription: false });
		expect(logger.warn.mock.calls).toEqual([
			[
				"The WaGo session does not subscribe to Call, Presence, and 'Manage Subscription' is off: these events will not arrive",
			],
		]);
		expect(session.calls).toEqual([]);
	});

	it('warns of nothing where all events are there', async () => {
		await register({ manageSubscription: false });
		expect(logger.warn).not.toHaveBeenCalled();
	});

	it('remembers the events that were there before the session is interrupted, and that it came back', async () => {
		const remember = jest.fn<void, [RegistrationRecord]>();
		await withPlan({ events: ['Call'] }).register(undefined, remember);
		expect(session.subscribe).toEqual(['Message', 'Call']);
		const place = placeOf(PRODUCTION.url);
		expect(remember.mock.calls.map(([record]) => record)).toEqual([
			{ place, isTest: false },
			{ place, isTest: false, previousEvents: ['Message'], isInterrupted: true },
			{ place, isTest: false, previousEvents: ['Message'] },
		]);
	});

	it('forgets those events where the subscription could not be changed', async () => {
		session.disconnectable = false;
		expect(await register({ events: ['Call'] })).not.toHaveProperty('previousEvents');
	});

	it.each<[string, Partial<RegistrationPlan>, string[]]>([
		['nothing is missing', {}, ['Message']],
		['nothing was subscribed to', {}, []],
		['a test listens', { isTest: true, events: ['Call'] }, ['Message']],
		['nothing is to be restored', { restorePreviousWebhook: false, events: ['Call'] }, ['Message']],
	])('remembers no events where %s', async (_name, plan, found) => {
		session.subscribe = found;
		expect(await register(plan)).not.toHaveProperty('previousEvents');
	});

	it('keeps what an earlier time has remembered', async () => {
		const known = { place: 'x', isTest: false, previousUrl: FOREIGN, previousEvents: ['Call'] };
		session.url = PRODUCTION.url;
		expect(await register({}, known)).toEqual({ ...known, place: placeOf(PRODUCTION.url) });
	});
});

describe('giving back', () => {
	const record = (changes: Partial<RegistrationRecord> = {}): RegistrationRecord => ({
		place: placeOf(PRODUCTION.url),
		isTest: false,
		...changes,
	});

	beforeEach(() => {
		session.url = PRODUCTION.url;
		session.subscribe = ['Message', 'Call'];
	});

	it.each<[string, Partial<RegistrationPlan>, RegistrationRecord | undefined, string]>([
		['the webhook that was found', {}, record({ previousUrl: FOREIGN }), FOREIGN],
		['nothing where nothing was found', {}, record(), ''],
		['nothing where nothing is known', {}, undefined, ''],
		[
			'nothing where that is off',
			{ restorePreviousWebhook: false },
			record({ previousUrl: FOREIGN }),
			'',
		],
	])('%s', async (_name, plan, known, expected) => {
		await withPlan(plan).unregister(known);
		expect(session.url).toBe(expected);
		expect(session.calls).toEqual([]);
	});

	it.each<[string, Partial<RegistrationRecord>]>([
		['with its webhook', { previousUrl: FOREIGN }],
		['also without one', {}],
	])('the subscription, %s', async (_name, changes) => {
		await withPlan().unregister(record({ ...changes, previousEvents: ['Message'] }));
		expect(session.subscribe).toEqual(['Message']);
		expect(logger.warn).not.toHaveBeenCalled();
	});

	it.each<[string, Partial<RegistrationPlan>, Partial<RegistrationRecord>]>([
		['that is not to be managed', { manageSubscription: false }, { previousUrl: FOREIGN }],
		['whose webhook is not', { restorePreviousWebhook: false }, { previousUrl: FOREIGN }],
		['after a test listening that nobody goes on after', {}, { isTest: true }],
	])('no subscription %s', async (_name, plan, changes) => {
		await withPlan(plan).unregister(record({ ...changes, previousEvents: ['Message'] }));
		expect(session.calls).toEqual([]);
	});

	it('the connection of a session that it has disconnected', async () => {
		session.connected = false;
		await withPlan().unregister(record({ previousEvents: ['Message'], isInterrupted: true }));
		expect(session.calls).toEqual(['connect Message']);
	});

	it('no connection to a session that somebody else has disconnected', async () => {
		session.connected = false;
		await withPlan().unregister(record({ previousEvents: ['Message'] }));
		expect(session.calls).toEqual([]);
	});

	it('the webhook, with a warning, where the subscription is refused', async () => {
		session.refusals = 10;
		const known = record({ previousUrl: FOREIGN, previousEvents: ['Message', 'Presence'] });
		await withPlan().unregister(known);
		expect(session.url).toBe(FOREIGN);
		expect(logger.warn.mock.calls).toEqual([
			[
				'The webhook of the WaGo session was given back, but not its subscription to Message, Presence (WaGo said no)',
			],
		]);
	});

	it('nothing where the webhook has gone to somebody else', async () => {
		session.url = FOREIGN;
		await withPlan().unregister(record({ previousUrl: 'https://older.example.com' }));
		expect(session.url).toBe(FOREIGN);
		expect(logger.info.mock.calls).toEqual([
			['The webhook of the WaGo session leads elsewhere now, so it is left alone'],
		]);
	});

	it('what a test listening has interrupted, whatever is to be restored', async () => {
		session.url = markAsTest(TEST.url, PRODUCTION.url, TOKEN);
		await withPlan({ isTest: true, restorePreviousWebhook: false }).unregister();
		expect(session.url).toBe(PRODUCTION.url);
	});

	it.each<[string, Partial<RegistrationPlan>, RegistrationRecord | undefined, string]>([
		['what it found', {}, record({ previousUrl: FOREIGN }), FOREIGN],
		['nothing', {}, undefined, ''],
		['nothing', { restorePreviousWebhook: false }, record({ previousUrl: FOREIGN }), ''],
	])(
		'to a test listening that outlives production: it is to give back %s',
		async (_name, plan, known, expected) => {
			session.url = markAsTest(TEST.url, PRODUCTION.url, TOKEN);
			await withPlan(plan).unregister(known);
			expect(logger.info).not.toHaveBeenCalled();
			await withPlan({ isTest: true }).unregister();
			expect(session.url).toBe(expected);
		},
	);

	it('nothing to a test listening that has interrupted somebody else', async () => {
		session.url = markAsTest(TEST.url, FOREIGN, TOKEN);
		await withPlan().unregister(record({ previousUrl: 'https://older.example.com' }));
		await withPlan({ isTest: true }).unregister();
		expect(session.url).toBe(FOREIGN);
	});
});

test('an earlier registration counts for the same place only, and never one of a test', () => {
	const known = { place: placeOf(PRODUCTION.url), isTest: false };
	expect(isRegisteredBefore(known, PRODUCTION.url)).toBe(true);
	expect(isRegisteredBefore({ ...known, isTest: true }, PRODUCTION.url)).toBe(false);
	expect(isRegisteredBefore(known, TEST.url)).toBe(false);
	expect(isRegisteredBefore(undefined, PRODUCTION.url)).toBe(false);
});

test('WaGo is out of reach only where it has not answered', () => {
	expect(isUnreachable(refusal())).toBe(true);
	expect(isUnreachable(refusal(503))).toBe(true);
	expect(isUnreachable(refusal(500))).toBe(false);
	expect(isUnreachable({ isUnreachable: true })).toBe(false);
	expect(isUnreachable(new Error('refused'))).toBe(false);
});
