import {
	placeOf,
	buildWebhookUrl,
	foreignUrl,
	lastingUrl,
	markAsTest,
	withPrevious,
} from '../../../nodes/shared/webhook/webhookUrl';
import type { RegistrationRecord } from '../../../nodes/WagoTrigger/record';
import {
	isRegisteredBefore,
	isUnreachable,
	Registration,
	type RegistrationPlan,
} from '../../../nodes/WagoTrigger/registration';
import { FakeSession, refusal } from '../webhook/fakeSession';

const TOKEN = 'demo-token';
const FOREIGN = 'https://other.example.com/hook';
const NODE_PATH = '/id/webhook';
const urlAt = (nodeUrl: string, nodePath = NODE_PATH) =>
	buildWebhookUrl({ nodeUrl, nodePath, token: TOKEN });
const PRODUCTION = urlAt('http://n8n.test:5678/webhook/id/webhook');
const TEST = urlAt('http://n8n.test:5678/webhook-test/id/webhook');
const OTHER = urlAt('http://n8n.test:5678/webhook/other/webhook', '/other/webhook');

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
			url: changes.isTest ? TEST : PRODUCTION,
			nodePath: NODE_PATH,
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
		session.url = PRODUCTION;
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
		['events that are stored and not in force', {}, () => (session.inForce = []), false],
		[
			'production under the mark of a test',
			{},
			() => (session.url = markAsTest(PRODUCTION, FOREIGN, TOKEN)),
			false,
		],
		[
			'a test listening',
			{ isTest: true },
			() => (session.url = markAsTest(TEST, FOREIGN, TOKEN)),
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
			place: placeOf(PRODUCTION),
			isTest: false,
			previousUrl: FOREIGN,
		});
		expect(placeOf(session.url)).toBe(placeOf(PRODUCTION));
		expect(session.url).not.toContain('other.example.com');
		expect(logger.warn.mock.calls).toEqual([[TAKEN_OVER]]);
	});

	it.each([
		['without anybody behind it', OTHER, undefined],
		['behind which there is somebody', withPrevious(OTHER, FOREIGN, TOKEN), FOREIGN],
		['whose test listens', markAsTest(OTHER, FOREIGN, TOKEN), FOREIGN],
		[
			'whose test has interrupted it',
			markAsTest(OTHER, withPrevious(OTHER, FOREIGN, TOKEN), TOKEN),
			FOREIGN,
		],
	])('never takes another trigger for somebody else, %s', async (_name, url, previousUrl) => {
		session.url = url;
		expect((await register()).previousUrl).toBe(previousUrl);
		expect(foreignUrl(session.url, TOKEN)).toBe(previousUrl ?? '');
	});

	it('keeps the first webhook that it knows of somebody else', async () => {
		session.url = 'https://later.example.com/hook';
		const known = { place: placeOf(PRODUCTION), isTest: false, previousUrl: FOREIGN };
		expect(await register({}, known)).toEqual(known);
		expect(foreignUrl(session.url, TOKEN)).toBe(FOREIGN);
	});

	it.each(['', PRODUCTION, TEST])('is silent where it finds %j', async (url) => {
		session.url = url;
		expect(await register()).not.toHaveProperty('previousUrl');
		expect(logger.warn).not.toHaveBeenCalled();
	});

	it('warns of an address that WaGo cannot reach', async () => {
		const nodeUrl = 'http://localhost:5678/webhook/id/webhook';
		await register({ url: urlAt(nodeUrl) });
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

	it('remembers the events of somebody else before the session is interrupted', async () => {
		session.url = FOREIGN;
		const remember = jest.fn<void, [RegistrationRecord]>();
		await withPlan({ events: ['Call'] }).register(undefined, remember);
		expect(session.subscribe).toEqual(['Message', 'Call']);
		const record = { place: placeOf(PRODUCTION), isTest: false, previousUrl: FOREIGN };
		expect(remember.mock.calls.map(([remembered]) => remembered)).toEqual([
			record,
			{ ...record, previousEvents: ['Message'] },
		]);
	});

	it.each<[string, Partial<RegistrationPlan>, string]>([
		['nothing is missing', {}, FOREIGN],
		['there was no webhook', { events: ['Call'] }, ''],
		['the webhook is its own', { events: ['Call'] }, PRODUCTION],
		['another trigger had the webhook', { events: ['Call'] }, OTHER],
	])('remembers no events where %s', async (_name, plan, url) => {
		session.url = url;
		expect(await register(plan)).not.toHaveProperty('previousEvents');
	});

	it('subscribes once more where writing the webhook has ended the deliveries', async () => {
		session.forgetful = true;
		await register();
		expect(session.calls).toEqual(['disconnect', 'connect Message']);
		expect(session.inForce).toEqual(['Message']);
	});

	it('says so where the session cannot be disconnected', async () => {
		session.disconnectable = false;
		await register({ events: ['Call'] });
		expect(logger.warn.mock.calls).toEqual([[expect.stringContaining("'Repair'")]]);
	});

	it('keeps what an earlier time has remembered', async () => {
		const known = { place: 'x', isTest: false, previousUrl: FOREIGN, previousEvents: ['Call'] };
		session.url = PRODUCTION;
		expect(await register({ events: ['Presence'] }, known)).toEqual({
			...known,
			place: placeOf(PRODUCTION),
		});
	});
});

describe('giving back', () => {
	const record = (changes: Partial<RegistrationRecord> = {}): RegistrationRecord => ({
		place: placeOf(PRODUCTION),
		isTest: false,
		...changes,
	});

	beforeEach(() => {
		session.url = PRODUCTION;
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

	it('the subscription together with its webhook', async () => {
		await withPlan().unregister(record({ previousUrl: FOREIGN, previousEvents: ['Message'] }));
		expect(session.subscribe).toEqual(['Message']);
		expect(logger.warn).not.toHaveBeenCalled();
	});

	it('the webhook that its own address carries, where nothing is known', async () => {
		session.url = withPrevious(PRODUCTION, FOREIGN, TOKEN);
		await withPlan().unregister();
		expect(session.url).toBe(FOREIGN);
	});

	it('the webhook to another trigger that is published, which then knows who was before', async () => {
		session.url = withPrevious(PRODUCTION, FOREIGN, TOKEN);
		await withPlan().unregister(undefined, OTHER);
		expect(placeOf(session.url)).toBe(placeOf(OTHER));
		expect(foreignUrl(session.url, TOKEN)).toBe(FOREIGN);
	});

	it('the deliveries as well where writing the webhook has ended them', async () => {
		session.forgetful = true;
		await withPlan().unregister(record({ previousUrl: FOREIGN }));
		expect(session.inForce).toEqual(['Message', 'Call']);
	});

	it.each<[string, Partial<RegistrationPlan>, Partial<RegistrationRecord>]>([
		['that is not to be managed', { manageSubscription: false }, { previousUrl: FOREIGN }],
		['whose webhook is not', { restorePreviousWebhook: false }, { previousUrl: FOREIGN }],
		['of nobody else', {}, {}],
	])('no subscription %s', async (_name, plan, changes) => {
		await withPlan(plan).unregister(record({ ...changes, previousEvents: ['Message'] }));
		expect(session.calls).toEqual([]);
	});

	it('no connection to a session that somebody else has disconnected', async () => {
		session.connected = false;
		await withPlan().unregister(record({ previousUrl: FOREIGN, previousEvents: ['Message'] }));
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
		session.url = markAsTest(TEST, PRODUCTION, TOKEN);
		await withPlan({ isTest: true, restorePreviousWebhook: false }).unregister();
		expect(session.url).toBe(PRODUCTION);
	});

	it.each<[string, Partial<RegistrationPlan>, RegistrationRecord | undefined, string]>([
		['what it found', {}, record({ previousUrl: FOREIGN }), FOREIGN],
		['nothing', {}, undefined, ''],
		['nothing', { restorePreviousWebhook: false }, record({ previousUrl: FOREIGN }), ''],
	])(
		'to a test listening that outlives production: it is to give back %s',
		async (_name, plan, known, expected) => {
			session.url = markAsTest(TEST, PRODUCTION, TOKEN);
			await withPlan(plan).unregister(known);
			expect(logger.info).not.toHaveBeenCalled();
			await withPlan({ isTest: true }).unregister();
			expect(session.url).toBe(expected);
		},
	);

	it('its own place in a test listening of another trigger, which must not bring it back', async () => {
		session.url = markAsTest(OTHER.replace('/webhook/', '/webhook-test/'), PRODUCTION, TOKEN);
		await withPlan().unregister(record({ previousUrl: FOREIGN }));
		expect(lastingUrl(session.url, TOKEN)).toBe(FOREIGN);
	});

	it('nothing to a test listening that has interrupted somebody else', async () => {
		session.url = markAsTest(TEST, FOREIGN, TOKEN);
		await withPlan().unregister(record({ previousUrl: 'https://older.example.com' }));
		await withPlan({ isTest: true }).unregister();
		expect(session.url).toBe(FOREIGN);
	});
});

test('an earlier registration counts for the same place only, and never one of a test', () => {
	const known = { place: placeOf(PRODUCTION), isTest: false };
	expect(isRegisteredBefore(known, PRODUCTION)).toBe(true);
	expect(isRegisteredBefore({ ...known, isTest: true }, PRODUCTION)).toBe(false);
	expect(isRegisteredBefore(known, TEST)).toBe(false);
	expect(isRegisteredBefore(undefined, PRODUCTION)).toBe(false);
});

test('WaGo is out of reach only where it has not answered', () => {
	expect(isUnreachable(refusal())).toBe(true);
	expect(isUnreachable(refusal(503))).toBe(true);
	expect(isUnreachable(refusal(500))).toBe(false);
	expect(isUnreachable({ isUnreachable: true })).toBe(false);
	expect(isUnreachable(new Error('refused'))).toBe(false);
});
