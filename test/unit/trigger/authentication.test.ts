import type { INode, IWebhookFunctions } from 'n8n-workflow';

import { authenticate } from '../../../nodes/WagoTrigger/authentication';
import { secretOf } from '../../../nodes/shared/webhook/webhookUrl';

const START = Date.UTC(2026, 0, 1);

let now: number;
let expected: string;
let reads: number;
let node: INode;
let count = 0;
let refusal: string | undefined;

const BODY = { fields: {}, isMultipart: false };

beforeEach(() => {
	now = START;
	expected = 'the-token';
	reads = 0;
	node = {
		id: `node-${++count}`,
		webhookId: 'hook',
		credentials: { wagoApi: { id: '1', name: '' } },
	} as unknown as INode;
	jest.spyOn(Date, 'now').mockImplementation(() => now);
});

afterEach(() => {
	jest.restoreAllMocks();
});

/** A delivery with this token, to the URL whose secret was made of `secretToken`. */
async function arrives(token: string, secretToken = token): Promise<boolean> {
	const context = {
		getWorkflow: () => ({ id: 'workflow' }),
		getNode: () => node,
		getMode: () => 'webhook',
		getQueryData: () => ({ secret: secretOf(secretToken, '/hook/webhook') }),
		getCredentials: async () => {
			reads++;
			return { baseUrl: 'http://wago', token: expected };
		},
	} as unknown as IWebhookFunctions;
	const { token: accepted, ...trace } = await authenticate(context, node, BODY, token);
	refusal = 'refusal' in trace ? trace.refusal : undefined;
	return accepted === token;
}

it('wants token and secret', async () => {
	expect(await arrives('the-token')).toBe(true);
	expect(await arrives('another-token')).toBe(false);
	expect(await arrives('the-token', 'another-token')).toBe(false);
	expect(await arrives('another-token', 'the-token')).toBe(false);
});

it.each([
	['another token at the right address', 'another-token', 'the-token', 'otherToken'],
	['the token that the address was made of', 'old-token', 'old-token', 'credentialChanged'],
	['the right token at another address', 'the-token', 'old-token', undefined],
	['another token at another address', 'another-token', 'old-token', undefined],
])('tells why it refuses %s', async (_name, token, secretToken, reason) => {
	expect(await arrives(token, secretToken)).toBe(false);
	expect(refusal).toBe(reason);
});

it('takes spaces in the credential as WaGo does', async () => {
	expected = ' the token ';
	expect(await arrives('thetoken')).toBe(true);
});

it('never matches a credential without a token', async () => {
	expected = '';
	await expect(arrives('', '')).rejects.toThrow("'Token' of the credential is empty");
});

it('reads the credential once in five seconds', async () => {
	for (let delivery = 0; delivery < 10; delivery++) await arrives('the-token');
	expect(reads).toBe(1);
	now += 4_999;
	await arrives('the-token');
	expect(reads).toBe(1);
	now += 1;
	await arrives('the-token');
	expect(reads).toBe(2);
});

it('reads it again for whatever does not match, and then knows the new token', async () => {
	await arrives('the-token');
	expected = 'the-new-token';
	expect(await arrives('the-new-token')).toBe(true);
	expect(await arrives('the-token')).toBe(false);
});

it('accepts the old token for at most five seconds', async () => {
	await arrives('the-token');
	expected = 'the-new-token';
	now += 4_999;
	expect(await arrives('the-token')).toBe(true);
	now += 1;
	expect(await arrives('the-token')).toBe(false);
});

it('does not trust a memory from the future, when the clock was set back', async () => {
	await arrives('the-token');
	expected = 'the-new-token';
	now -= 3_600_000;
	expect(await arrives('the-token')).toBe(false);
});

it('keeps nodes and credentials apart', async () => {
	await arrives('the-token');
	node = { ...node, credentials: { wagoApi: { id: '2', name: '' } } };
	expected = 'of another credential';
	expect(await arrives('the-token')).toBe(false);
});
