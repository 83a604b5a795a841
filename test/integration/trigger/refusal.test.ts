import { refusedLately } from '../../../nodes/shared/webhook/refusedDeliveries';
import { secretOf } from '../../../nodes/shared/webhook/webhookUrl';
import { multipart, NODE_PATH, payload, startTrigger, TOKEN, type TestTrigger } from './setup';

const jsonData = payload('text-dm');

let trigger: TestTrigger;
let warn: jest.SpyInstance;
beforeEach(async () => {
	trigger = await startTrigger();
	warn = jest.spyOn(trigger.logger, 'warn').mockImplementation(() => {});
});
afterEach(async () => {
	jest.restoreAllMocks();
	await trigger.stop();
});

const warnings = (): string[] => warn.mock.calls.map(([message]: [string]) => message);
const reasonsFor = (token: string) =>
	refusedLately(token).map(({ reason, count }) => [reason, count]);

/** Neither the log nor the memory holds a token, a secret or what was said. */
function expectDiscreet(...tokens: string[]): void {
	const written = JSON.stringify([warn.mock.calls, tokens.map((token) => refusedLately(token))]);
	const secrets = tokens.map((token) => secretOf(token, NODE_PATH));
	for (const word of [...tokens, ...secrets, 'conversation']) expect(written).not.toContain(word);
}

describe('a refused delivery to the right address', () => {
	it('without a token is told once, with what to do', async () => {
		trigger.credentials.wagoApi.token = 'no-token-comes';
		const secret = secretOf('no-token-comes', NODE_PATH);
		for (let count = 0; count < 3; count++) {
			const response = await trigger.deliver({ token: undefined, jsonData }, { secret });
			expect(response.status).toBe(401);
		}
		expect(warnings()).toEqual([expect.stringContaining("'Accept Deliveries Without Token'")]);
		expect(reasonsFor('no-token-comes')).toEqual([['noToken', 3]]);
		expectDiscreet('no-token-comes');
	});

	it('with the token of before is told as a credential that was changed', async () => {
		trigger.credentials.wagoApi.token = 'rotated-token';
		const response = await trigger.deliver({ jsonData });
		expect(response.status).toBe(401);
		expect(warnings()).toEqual([
			expect.stringMatching(
				/credential was changed since\. Unpublish the workflow, then publish it/,
			),
		]);
		// The credential that runs Diagnose has the new token.
		expect(reasonsFor('rotated-token')).toEqual([['credentialChanged', 1]]);
		expectDiscreet('rotated-token', TOKEN);
	});

	it("with another session's token is told to both sessions", async () => {
		const response = await trigger.deliver({ token: 'of-another-session', jsonData });
		expect(response.status).toBe(401);
		expect(warnings()).toEqual([expect.stringContaining("another token than the credential's")]);
		expect(reasonsFor('of-another-session')).toEqual([['otherToken', 1]]);
		expectDiscreet('of-another-session', TOKEN);
	});
});

it.each(['f'.repeat(32), ''])('a stranger with the secret %j leaves no trace', async (secret) => {
	await trigger.deliver({ token: 'a-stranger', jsonData }, { secret });
	await trigger.deliver({ token: undefined, jsonData }, { secret });
	expect(warnings()).toEqual([]);
	expect(refusedLately('a-stranger')).toEqual([]);
});

describe('a delivery of the session that cannot be read', () => {
	const broken = '{"type":"Message","event":{"Message":{"conversation":"private words"';

	it('is told with its length and type, not with its content', async () => {
		const response = await trigger.deliver({ jsonData: broken });
		expect(response.status).toBe(200);
		expect(warnings()).toEqual([
			expect.stringContaining(`of ${broken.length} characters is no JSON object`),
		]);
		expect(warnings()[0]).toContain('application/x-www-form-urlencoded');
		expect(warnings()[0]).not.toMatch(/private|words/);
	});

	it('is told when the event arrived as a file', async () => {
		const form = new FormData();
		form.set('token', TOKEN);
		const text = JSON.stringify(jsonData);
		form.set('jsonData', new Blob([text], { type: 'application/json' }), 'event.json');
		const response = await trigger.post(await multipart(form));
		expect(await response.json()).toEqual({ success: true, started: false, reason: 'unreadable' });
		expect(warnings()).toEqual([
			expect.stringContaining(
				`'jsonData' arrived as a file (${Buffer.byteLength(text)} bytes, type 'application/json')`,
			),
		]);
	});

	it.each([
		['a list', '[1,2]', 'of 5 characters is no JSON object'],
		['nothing', '', "has no field 'jsonData'"],
	])('is told when it is %s', async (_name, event, words) => {
		await trigger.deliver({ jsonData: event });
		expect(warnings()).toEqual([expect.stringContaining(words)]);
	});
});
