import * as fc from 'fast-check';

import { InputError } from '../../../nodes/Wago/engine/parameters';
import { serverPath } from '../../../nodes/Wago/resources/server/serverPath';

it.each([
	['/session/status', '/session/status'],
	['/user/avatar?Phone=1&Preview=true', '/user/avatar?Phone=1&Preview=true'],
	['/files/ação', '/files/a%C3%A7%C3%A3o'],
	['/a//b', '/a//b'],
	['/v1..2/x', '/v1..2/x'],
	['/page#top', '/page'],
	['/redirect?to=../x', '/redirect?to=../x'],
])('takes %s', (text, path) => {
	expect(serverPath(text)).toBe(path);
});

it.each([
	'',
	'session/status',
	'http://evil.example/x',
	'//evil.example/x',
	'///evil.example/x',
	'/\\evil.example/x',
	'/\t/evil.example',
	'/a/../b',
	'/..',
	'/./a',
	'/%2e%2e/a',
	'/a/.%2E/b',
	'/a%2f..%2fb',
	'/a%5c..%5cb',
	'/a b',
	'@evil.example',
])('refuses %j', (text) => {
	expect(() => serverPath(text)).toThrow(InputError);
});

it('never leaves the server', () => {
	const text = fc.string({
		unit: fc.constantFrom('/', '\\', '.', '%2e', '@', ':', '?', 'a', '\t'),
	});
	fc.assert(
		fc.property(text, (candidate) => {
			let path: string;
			try {
				path = serverPath(candidate);
			} catch {
				return;
			}
			const url = new URL(`http://wago:1337/base${path}`);
			expect(url.host).toBe('wago:1337');
			expect(url.pathname.startsWith('/base/')).toBe(true);
		}),
	);
});
