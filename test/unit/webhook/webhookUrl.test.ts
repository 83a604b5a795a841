import type { INode } from 'n8n-workflow';

import { openSealed, seal } from '../../../nodes/shared/webhook/seal';
import {
	belongsToNode,
	buildWebhookUrl,
	foreignUrl,
	hasSecret,
	isOfTrigger,
	isSamePlace,
	isSameWebhook,
	isTestUrl,
	lastingUrl,
	markAsTest,
	nodePathOf,
	reachabilityWarnings,
	secretOf,
	secretUrl,
	WebhookUrlError,
	withPrevious,
} from '../../../nodes/shared/webhook/webhookUrl';

const TOKEN = 'a-token';
const PARTS = {
	nodeUrl: 'https://n8n.example.com/webhook/1f2e/webhook',
	nodePath: '/1f2e/webhook',
	token: TOKEN,
};

describe('the URL to register', () => {
	it('is the one of n8n with a secret that depends on token and path', () => {
		const url = buildWebhookUrl(PARTS);
		expect(url).toBe(`${PARTS.nodeUrl}?secret=${secretOf(TOKEN, '/1f2e/webhook')}`);
		expect(secretOf(TOKEN, '/1f2e/webhook')).toMatch(/^[0-9a-f]{32}$/);
		expect(secretOf(TOKEN, '/9999/webhook')).not.toBe(secretOf(TOKEN, '/1f2e/webhook'));
		expect(secretOf('another', '/1f2e/webhook')).not.toBe(secretOf(TOKEN, '/1f2e/webhook'));
		expect(url).not.toContain(TOKEN);
	});

	it.each([
		['http://n8n:5678', 'http://n8n:5678/webhook/1f2e/webhook'],
		[' http://n8n:5678/ ', 'http://n8n:5678/webhook/1f2e/webhook'],
		['https://example.com/automation/', 'https://example.com/automation/webhook/1f2e/webhook'],
		['https://example.com?a=b#c', 'https://example.com/webhook/1f2e/webhook'],
	])('takes the base %s', (baseUrl, expected) => {
		const url = buildWebhookUrl({ ...PARTS, baseUrl });
		expect(url.split('?')[0]).toBe(expected);
	});

	it('leaves out the prefix that n8n has under its own address', () => {
		const nodeUrl = 'https://example.com/n8n/webhook-test/1f2e/webhook';
		const url = buildWebhookUrl({ ...PARTS, nodeUrl, baseUrl: 'http://n8n:5678' });
		expect(url).toContain('http://n8n:5678/webhook-test/1f2e/webhook?');
	});

	it.each([
		[{ webhookId: '1f2e' }, '/1f2e/webhook'],
		[{}, '/workflow-1/wago%20trigger/webhook'],
	])('knows the path of a node as n8n builds it: %j', (node, expected) => {
		expect(nodePathOf({ name: 'WaGo Trigger', ...node } as INode, 'workflow-1')).toBe(expected);
	});

	it.each(['n8n:5678', 'n8n', 'ftp://n8n', 'http://', '/path'])(
		'refuses the base %s',
		(baseUrl) => {
			expect(() => buildWebhookUrl({ ...PARTS, baseUrl })).toThrow(WebhookUrlError);
		},
	);
});

describe('the secret of a delivery', () => {
	const secret = secretOf(TOKEN, '/1f2e/webhook');

	it('is right', () => {
		expect(hasSecret({ secret }, TOKEN, '/1f2e/webhook')).toBe(true);
	});

	it.each([
		['of another node', { secret: secretOf(TOKEN, '/9999/webhook') }],
		['of another token', { secret: secretOf('another', '/1f2e/webhook') }],
		['cut short', { secret: secret.slice(1) }],
		['of other letters', { secret: '€'.repeat(32) }],
		['repeated', { secret: [secret, secret] }],
		['missing', {}],
		['of no query at all', undefined],
	])('%s is wrong', (_name, query) => {
		expect(hasSecret(query, TOKEN, '/1f2e/webhook')).toBe(false);
	});
});

describe("the URL to register for a trigger's production URL", () => {
	it.each([
		PARTS.nodeUrl,
		'https://n8n.example.com/prefix/webhook/1f2e/webhook',
		'https://n8n.example.com/hooks/1f2e/webhook',
		'https://n8n.example.com/webhook/workflow-1/wago%20trigger/webhook',
	])('%s', (url) => {
		const registered = secretUrl(url, TOKEN) ?? '';
		expect(registered.split('?')[0]).toBe(url);
		expect(isOfTrigger(registered, TOKEN)).toBe(true);
	});

	it('has the secret of the node', () => {
		expect(secretUrl(`${PARTS.nodeUrl}?secret=old`, TOKEN)).toBe(buildWebhookUrl(PARTS));
	});

	it.each([
		'https://n8n.example.com/webhook-test/1f2e/webhook',
		'https://n8n.example.com/webhook/1f2e',
		'https://n8n.example.com/webhook',
		'nonsense',
	])('is none for %s', (url) => {
		expect(secretUrl(url, TOKEN)).toBeUndefined();
	});
});

describe('what is registered', () => {
	const own = buildWebhookUrl(PARTS);
	const test = buildWebhookUrl({
		...PARTS,
		nodeUrl: 'https://n8n.example.com/webhook-test/1f2e/webhook',
	});
	const foreign = 'https://other.example.com/?key=theirs';

	it('is of a trigger with this token where the secret fits the path', () => {
		expect(isOfTrigger(own, TOKEN)).toBe(true);
		expect(isOfTrigger(markAsTest(test, own, TOKEN), TOKEN)).toBe(true);
		expect(isOfTrigger(own.replace('n8n.example.com', 'elsewhere:5678/prefix'), TOKEN)).toBe(true);
		expect(isOfTrigger(own, 'another')).toBe(false);
		expect(isOfTrigger(own.replace('1f2e', '9999'), TOKEN)).toBe(false);
		expect(isOfTrigger(PARTS.nodeUrl, TOKEN)).toBe(false);
		expect(isOfTrigger(foreign, TOKEN)).toBe(false);
		expect(isOfTrigger('', TOKEN)).toBe(false);
	});

	it.each([
		['somebody else', foreign, foreign],
		['nobody', '', ''],
		['a trigger with nobody behind it', own, ''],
		['a trigger with somebody behind it', withPrevious(own, foreign, TOKEN), foreign],
		['a test', markAsTest(test, foreign, TOKEN), foreign],
		['a test over a trigger', markAsTest(test, withPrevious(own, foreign, TOKEN), TOKEN), foreign],
		['a test over a trigger with nobody behind', markAsTest(test, own, TOKEN), ''],
	])('is or hides somebody else: %s', (_name, url, expected) => {
		expect(foreignUrl(url, TOKEN)).toBe(expected);
	});

	it('shows nothing of who is behind it', () => {
		const url = withPrevious(own, foreign, TOKEN);
		expect(url).not.toMatch(/other|theirs/);
		expect(isSameWebhook(url, own)).toBe(true);
		expect(withPrevious(own, '', TOKEN)).toBe(own);
	});

	it('is the same webhook with the same secret only', () => {
		expect(isSameWebhook(own, own)).toBe(true);
		expect(isSameWebhook(PARTS.nodeUrl, own)).toBe(false);
		expect(isSamePlace(PARTS.nodeUrl, own)).toBe(true);
		expect(isSamePlace(own.replace('https', 'http'), own)).toBe(false);
		expect(isSamePlace('', own)).toBe(false);
	});

	it('belongs to the node under any address and as a test', () => {
		expect(belongsToNode(test, PARTS.nodePath)).toBe(true);
		expect(belongsToNode('http://old-address/webhook/1f2e/webhook', PARTS.nodePath)).toBe(true);
		expect(belongsToNode('https://n8n.example.com/webhook/9999/webhook', PARTS.nodePath)).toBe(
			false,
		);
		expect(belongsToNode('no address', PARTS.nodePath)).toBe(false);
	});

	it('lasts unless it is a test', () => {
		expect(lastingUrl(own, TOKEN)).toBe(own);
		expect(lastingUrl('', TOKEN)).toBe('');
		expect(lastingUrl('https://elsewhere/webhook-test/x', TOKEN)).toBe('');
		expect(lastingUrl(markAsTest(test, own, TOKEN), TOKEN)).toBe(own);
		expect(lastingUrl(markAsTest(test, '', TOKEN), TOKEN)).toBe('');
		expect(lastingUrl(markAsTest(test, own, TOKEN), 'another')).toBe('');
		expect(isTestUrl(own, TOKEN)).toBe(false);
		expect(isTestUrl(markAsTest(own, '', TOKEN), TOKEN)).toBe(true);
	});

	it.each(['https://crm.example.com/hook?test=1', 'https://crm.example.com/hook?test'])(
		'lasts where somebody else calls a field of his the same: %s',
		(url) => {
			expect(lastingUrl(url, TOKEN)).toBe(url);
			expect(isTestUrl(url, TOKEN)).toBe(false);
		},
	);

	it('does not last where another token has sealed it, as long as n8n itself calls it a test', () => {
		expect(isTestUrl(markAsTest(test, own, 'another'), TOKEN)).toBe(true);
	});

	it('shows nothing of what a test has pushed aside', () => {
		const marked = markAsTest(test, 'https://other.example.com/?key=theirs', TOKEN);
		expect(marked).not.toMatch(/other|theirs/);
		expect(isSameWebhook(marked, test)).toBe(true);
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
