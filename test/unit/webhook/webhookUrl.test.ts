import { openSealed, seal } from '../../../nodes/shared/webhook/seal';
import {
	belongsToNode,
	buildWebhookUrl,
	hasSecret,
	isSamePlace,
	isSameWebhook,
	isTestUrl,
	lastingUrl,
	markAsTest,
	reachabilityWarnings,
	secretOf,
	WebhookUrlError,
} from '../../../nodes/shared/webhook/webhookUrl';

const TOKEN = 'a-token';
const PARTS = {
	nodeUrl: 'https://n8n.example.com/webhook/1f2e/webhook',
	nodeId: 'node-1',
	hasWebhookId: true,
	token: TOKEN,
};

describe('the URL to register', () => {
	it('is the one of n8n with a secret that depends on token and node', () => {
		const { url } = buildWebhookUrl(PARTS);
		expect(url).toBe(`${PARTS.nodeUrl}?secret=${secretOf(TOKEN, 'node-1')}`);
		expect(secretOf(TOKEN, 'node-1')).toMatch(/^[0-9a-f]{32}$/);
		expect(secretOf(TOKEN, 'node-2')).not.toBe(secretOf(TOKEN, 'node-1'));
		expect(secretOf('another', 'node-1')).not.toBe(secretOf(TOKEN, 'node-1'));
		expect(url).not.toContain(TOKEN);
	});

	it.each([
		['http://n8n:5678', 'http://n8n:5678/webhook/1f2e/webhook'],
		[' http://n8n:5678/ ', 'http://n8n:5678/webhook/1f2e/webhook'],
		['https://example.com/automation/', 'https://example.com/automation/webhook/1f2e/webhook'],
		['https://example.com?a=b#c', 'https://example.com/webhook/1f2e/webhook'],
	])('takes the base %s', (baseUrl, expected) => {
		const { url } = buildWebhookUrl({ ...PARTS, baseUrl });
		expect(url.split('?')[0]).toBe(expected);
	});

	it('leaves out the prefix that n8n has under its own address', () => {
		const nodeUrl = 'https://example.com/n8n/webhook-test/1f2e/webhook';
		const { url } = buildWebhookUrl({ ...PARTS, nodeUrl, baseUrl: 'http://n8n:5678' });
		expect(url).toContain('http://n8n:5678/webhook-test/1f2e/webhook?');
	});

	it('knows the path of a node without an ID of its own', () => {
		const nodeUrl = 'https://n8n.example.com/webhook/workflow-1/wago%20trigger/webhook';
		const webhook = buildWebhookUrl({ ...PARTS, nodeUrl, hasWebhookId: false });
		expect(webhook.nodePath).toBe('/workflow-1/wago%20trigger/webhook');
	});

	it.each(['n8n:5678', 'n8n', 'ftp://n8n', 'http://', '/path'])(
		'refuses the base %s',
		(baseUrl) => {
			expect(() => buildWebhookUrl({ ...PARTS, baseUrl })).toThrow(WebhookUrlError);
		},
	);
});

describe('the secret of a delivery', () => {
	const secret = secretOf(TOKEN, 'node-1');

	it('is right', () => {
		expect(hasSecret({ secret }, TOKEN, 'node-1')).toBe(true);
	});

	it.each([
		['of another node', { secret: secretOf(TOKEN, 'node-2') }],
		['of another token', { secret: secretOf('another', 'node-1') }],
		['cut short', { secret: secret.slice(1) }],
		['of other letters', { secret: '€'.repeat(32) }],
		['repeated', { secret: [secret, secret] }],
		['missing', {}],
		['of no query at all', undefined],
	])('%s is wrong', (_name, query) => {
		expect(hasSecret(query, TOKEN, 'node-1')).toBe(false);
	});
});

describe('what is registered', () => {
	const own = buildWebhookUrl(PARTS);
	const test = buildWebhookUrl({
		...PARTS,
		nodeUrl: 'https://n8n.example.com/webhook-test/1f2e/webhook',
	});

	it('is the same webhook with the same secret only', () => {
		expect(isSameWebhook(own.url, own.url)).toBe(true);
		expect(isSameWebhook(PARTS.nodeUrl, own.url)).toBe(false);
		expect(isSamePlace(PARTS.nodeUrl, own.url)).toBe(true);
		expect(isSamePlace(own.url.replace('https', 'http'), own.url)).toBe(false);
		expect(isSamePlace('', own.url)).toBe(false);
	});

	it('belongs to the node under any address and as a test', () => {
		expect(belongsToNode(test.url, own)).toBe(true);
		expect(belongsToNode('http://old-address/webhook/1f2e/webhook', own)).toBe(true);
		expect(belongsToNode('https://n8n.example.com/webhook/9999/webhook', own)).toBe(false);
		expect(belongsToNode('no address', own)).toBe(false);
	});

	it('lasts unless it is a test', () => {
		expect(lastingUrl(own.url, TOKEN)).toBe(own.url);
		expect(lastingUrl('', TOKEN)).toBe('');
		expect(lastingUrl('https://elsewhere/webhook-test/x', TOKEN)).toBe('');
		expect(lastingUrl(markAsTest(test.url, own.url, TOKEN), TOKEN)).toBe(own.url);
		expect(lastingUrl(markAsTest(test.url, '', TOKEN), TOKEN)).toBe('');
		expect(lastingUrl(markAsTest(test.url, own.url, TOKEN), 'another')).toBe('');
		expect(isTestUrl(own.url, TOKEN)).toBe(false);
		expect(isTestUrl(markAsTest(own.url, '', TOKEN), TOKEN)).toBe(true);
	});

	it.each(['https://crm.example.com/hook?test=1', 'https://crm.example.com/hook?test'])(
		'lasts where somebody else calls a field of his the same: %s',
		(url) => {
			expect(lastingUrl(url, TOKEN)).toBe(url);
			expect(isTestUrl(url, TOKEN)).toBe(false);
		},
	);

	it('does not last where another token has sealed it, as long as n8n itself calls it a test', () => {
		expect(isTestUrl(markAsTest(test.url, own.url, 'another'), TOKEN)).toBe(true);
	});

	it('shows nothing of what a test has pushed aside', () => {
		const marked = markAsTest(test.url, 'https://other.example.com/?key=theirs', TOKEN);
		expect(marked).not.toMatch(/other|theirs/);
		expect(isSameWebhook(marked, test.url)).toBe(true);
	});
});

describe('warnings', () => {
	it.each([
		['http://localhost:5678/x', 'http://localhost:1337', 0],
		['http://localhost:5678/x', 'http://127.0.0.1:1337', 0],
		['http://localhost:5678/x', 'http://wago:1337', 1],
		['http://127.0.0.1:5678/x', 'https://wago.example.com', 1],
		['http://localhost:5678/x', 'nonsense', 0],
		['http://n8n.example.com/x', 'http://wago:1337', 1],
		['https://n8n.example.com/x', 'http://wago:1337', 0],
		['http://192.168.1.10:5678/x', 'http://wago:1337', 0],
		['http://[fd00::1]:5678/x', 'http://wago:1337', 0],
		['http://n8n.internal:5678/x', 'http://wago:1337', 0],
		['http://n8n:5678/x', 'http://wago:1337', 0],
	])('for %s and a WaGo at %s: %d', (url, wago, count) => {
		expect(reachabilityWarnings(url, wago)).toHaveLength(count);
	});
});

describe('sealing', () => {
	it('can be opened with the token only', () => {
		const sealed = seal('a text', TOKEN);
		expect(sealed).toMatch(/^[\w-]+$/);
		expect(openSealed(sealed, TOKEN)).toBe('a text');
		expect(openSealed(sealed, 'another')).toBeUndefined();
		expect(openSealed(`${sealed.slice(0, -2)}AA`, TOKEN)).toBeUndefined();
		expect(openSealed('', TOKEN)).toBeUndefined();
		expect(openSealed('short', TOKEN)).toBeUndefined();
	});

	it('differs from time to time', () => {
		expect(seal('a text', TOKEN)).not.toBe(seal('a text', TOKEN));
	});
});
