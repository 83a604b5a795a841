import type { WagoReply } from '../../../nodes/shared/api/envelope';
import { readReply } from '../../../nodes/shared/api/envelope';
import { failureOfError } from '../../../nodes/shared/api/failure';
import { diagnosis, type Findings } from '../../../nodes/Wago/resources/server/diagnosis';
import { webhookVerdict } from '../../../nodes/Wago/resources/server/webhookVerdict';
import { buildWebhookUrl, markAsTest } from '../../../nodes/shared/webhook/webhookUrl';

const TOKEN = 'secret';
const BASE_URL = 'http://wago:1337';

const answer = (data: unknown): WagoReply =>
	readReply({ status: 200, text: JSON.stringify({ code: 200, data, success: true }) });
const refusal = (error: string, status = 500): WagoReply =>
	readReply({ status, text: JSON.stringify({ code: status, error, success: false }) });
const page: WagoReply = readReply({ status: 200, text: '<html></html>' });

const findings: Findings = {
	baseUrl: BASE_URL,
	token: TOKEN,
	ownAddresses: ['https://n8n.example.com/rest'],
	needed: ['Message'],
	health: answer({ Details: 'ok' }),
	webhook: answer({ webhook: 'https://n8n.example.com/webhook/a', subscribe: ['Message'] }),
	status: answer({ Connected: true, LoggedIn: true, Jid: null, Events: 'Message' }),
};

const verdicts = (found: Partial<Findings>) =>
	diagnosis({ ...findings, ...found }).checks.map(({ ok }) => ok);

it('is good where all checks hold', () => {
	expect(diagnosis(findings).ok).toBe(true);
});

it('is not good where a check cannot be told', () => {
	const { ok, checks } = diagnosis({ ...findings, status: refusal('some failure') });
	expect(ok).toBe(false);
	expect(checks.map((check) => check.ok)).toEqual([true, true, false, null, true, true]);
});

it.each([
	['a network failure', failureOfError({ code: 'ECONNREFUSED' }, 'http://localhost:1337')],
	['an address blocked by n8n', failureOfError({ message: 'The request was blocked' }, BASE_URL)],
])('gives the advice of %s', (_case, failure) => {
	const { checks } = diagnosis({
		...findings,
		health: { ok: false, failure },
		webhook: undefined,
		status: undefined,
	});
	expect(checks[0]).toMatchObject({ ok: false, fix: failure.advice });
	expect(checks.slice(1).every(({ ok }) => ok === null)).toBe(true);
});

it('tells another program from WaGo', () => {
	const found = { health: page, webhook: page, status: page };
	expect(verdicts(found).slice(0, 2)).toEqual([false, null]);
});

it('is reached where only the health endpoint is missing', () => {
	expect(verdicts({ health: refusal('page not found', 404) })[0]).toBe(true);
});

it('knows a token by what WaGo says of its session', () => {
	const found = { webhook: refusal('No session'), status: refusal('No session') };
	expect(verdicts(found)).toEqual([true, true, false, null, null, null]);
});

describe('the webhook', () => {
	const verdict = (url: string, baseUrl = BASE_URL) =>
		webhookVerdict(url, { ownAddresses: findings.ownAddresses, baseUrl, token: TOKEN });
	const own = buildWebhookUrl({
		nodeUrl: 'https://n8n.example.com/webhook/uuid/webhook',
		nodeId: 'node',
		hasWebhookId: true,
		token: TOKEN,
	}).url;

	it("is this instance's, and its secret is not shown", () => {
		expect(verdict(own)).toEqual({
			ok: true,
			detail: 'WaGo delivers to https://n8n.example.com/webhook/uuid/webhook',
			fix: '',
		});
	});

	it.each([
		own.replace('/webhook/uuid', '/webhook-test/uuid'),
		markAsTest(own.replace('/webhook/uuid', '/webhook-test/uuid'), own, TOKEN),
	])('is left over from a test: %s', (url) => {
		expect(verdict(url)).toMatchObject({ ok: false, detail: expect.stringContaining('test') });
	});

	it('may be out of reach on localhost', () => {
		const address = 'http://localhost:5678/webhook/a';
		const known = { ownAddresses: ['http://localhost:5678/'], token: TOKEN };
		expect(webhookVerdict(address, { ...known, baseUrl: BASE_URL })).toMatchObject({
			ok: true,
			fix: expect.stringContaining('WEBHOOK_URL'),
		});
		const near = webhookVerdict(address, { ...known, baseUrl: 'http://localhost:1337' });
		expect(near.fix).toBe('');
	});

	it.each(['', 'n8n', 'https://other.example.com/webhook/a', 'http://n8n.example.com/webhook/a'])(
		'is not this instance (%j)',
		(url) => {
			expect(verdict(url)).toMatchObject({ ok: false, fix: expect.stringMatching(/\w/) });
		},
	);
});
