/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'http';
import type { AddressInfo } from 'net';
import { text } from 'stream/consumers';

import { askInEngine, callInEngine } from './probe';

const TOKEN = 'very-secret-token';

interface Seen {
	method?: string;
	url?: string;
	headers: IncomingMessage['headers'];
	body: string;
}

/** What the server does with the next request. */
let behave: (response: ServerResponse, request: Seen) => void;
let seen: Seen[] = [];
let server: Server;
let baseUrl: string;

beforeAll(async () => {
	server = createServer((request, response) => {
		void text(request).then((body) => {
			const { method, url, headers } = request;
			seen.push({ method, url, headers, body });
			behave(response, seen[seen.length - 1]);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => {
	seen = [];
	behave = answering(200, '{"code":200,"data":{"a":1},"success":true}');
});

afterAll(() => {
	server.closeAllConnections();
	server.close();
});

function answering(status: number, body: string, headers = {}) {
	return (response: ServerResponse) => response.writeHead(status, headers).end(body);
}

const post = { endpoint: { method: 'POST', path: '/send/text', auth: 'token' } } as const;
const get = { endpoint: { method: 'GET', path: '/webhook', auth: 'token' } } as const;

const ask = async (request = {}, url = baseUrl) =>
	await askInEngine({ baseUrl: url, token: TOKEN }, { ...post, ...request });

describe('a request', () => {
	it('carries the token as a header and the body as JSON', async () => {
		expect(await ask({ body: { Phone: '1' } })).toEqual({
			ok: true,
			answer: { status: 200, data: { a: 1 } },
		});
		expect(seen).toHaveLength(1);
		expect(seen[0]).toMatchObject({ method: 'POST', url: '/send/text', body: '{"Phone":"1"}' });
		expect(seen[0].headers).toMatchObject({ token: TOKEN, 'content-type': 'application/json' });
	});

	it('has a JSON body also where there is nothing to say', async () => {
		await ask();
		expect(seen[0]).toMatchObject({ body: '{}' });
		expect(seen[0].headers['content-type']).toBe('application/json');
	});

	it('has no body where it reads', async () => {
		await ask(get);
		expect(seen[0]).toMatchObject({ method: 'GET', body: '' });
	});

	it('reaches a server under a path', async () => {
		await ask({}, `${baseUrl}/wago/ `);
		expect(seen[0].url).toBe('/wago/send/text');
	});
});

describe('a failure', () => {
	it.each([
		['a refusal', 401, '{"code":401,"error":"Unauthorized","success":false}', 'unauthorized'],
		['a page', 502, '<html>502 Bad Gateway</html>', 'gateway'],
		['a refusal with status 200', 200, '{"error":"No session","success":false}', 'noSession'],
		['an empty answer', 200, '', 'emptyAnswer'],
		['no content', 204, '', 'emptyAnswer'],
		['a cut answer', 200, '{"success":tr', 'notWago'],
	])('%s is told and nothing is sent twice', async (_case, status, body, code) => {
		behave = answering(status, body);
		expect(await ask()).toMatchObject({ ok: false, failure: { code, status } });
		expect(seen).toHaveLength(1);
	});

	it('does not follow a redirect with the token', async () => {
		behave = answering(307, '', { location: `${baseUrl}/elsewhere` });
		expect(await ask()).toMatchObject({ ok: false, failure: { code: 'redirected' } });
		expect(seen).toHaveLength(1);
	});

	it('of a server that hangs ends with the time-out', async () => {
		behave = () => {};
		expect(await ask({ timeout: 100 })).toMatchObject({ ok: false, failure: { code: 'timedOut' } });
		expect(seen).toHaveLength(1);
	});

	it('of a connection that breaks is told', async () => {
		behave = (response) => response.socket?.destroy();
		expect(await ask()).toMatchObject({ ok: false, failure: { code: 'network' } });
		expect(seen).toHaveLength(1);
	});

	it('of a connection that breaks within the answer is told', async () => {
		behave = (response) => {
			response.writeHead(200, { 'content-length': '1000' }).write('{"code":200,');
			setTimeout(() => response.socket?.destroy(), 50);
		};
		expect(await ask()).toMatchObject({ ok: false, failure: { code: 'network' } });
	});

	it.each([
		['refused', 'http://127.0.0.1:9'],
		['unknownHost', 'http://wago.invalid'],
		['invalidAddress', 'ftp://wago:1337'],
		['invalidAddress', 'http://:1337'],
	])('%s is told', async (code, url) => {
		expect(await ask({}, url)).toMatchObject({ ok: false, failure: { code } });
	});

	it('names method and path, but not what a query holds', async () => {
		behave = answering(500, '{"code":500,"error":"boom","success":false}');
		const endpoint = { method: 'GET', path: '/user/avatar?Phone=15550100001', auth: 'token' };
		expect(await ask({ endpoint })).toMatchObject({ failure: { request: 'GET /user/avatar' } });
		expect(await ask({ endpoint }, 'http://127.0.0.1:9')).toMatchObject({
			failure: { code: 'refused', request: 'GET /user/avatar' },
		});
	});

	it.each([
		['of what reads says that nothing was changed', get, /Nothing was changed/],
		[
			'of a POST that reads says so too',
			{ endpoint: { method: 'POST', path: '/user/info', auth: 'token', changes: false } },
			/Nothing was changed/,
		],
		[
			'of what changes says to look first',
			{ endpoint: { method: 'POST', path: '/group/leave', auth: 'token' } },
			/check whether it took effect/,
		],
		[
			'of a GET that changes something says to look first',
			{ endpoint: { method: 'GET', path: '/server/update', auth: 'token', changes: true } },
			/check whether it took effect/,
		],
		[
			'of a message says that it can be sent again',
			{ ...post, keepsMessageId: true },
			/'Retry On Fail' is safe/,
		],
	])('%s', async (_case, request, advice) => {
		for (const way of [answering(504, 'error code: 504'), (to: ServerResponse) => to.destroy()]) {
			behave = way;
			const reply = await ask(request);
			expect(reply).toMatchObject({
				ok: false,
				failure: { advice: expect.stringMatching(advice) },
			});
			expect(/may still have done/.test(JSON.stringify(reply))).toBe(
				!advice.test('Nothing was changed'),
			);
		}
	});

	it('of encryption is told', async () => {
		const url = baseUrl.replace('http:', 'https:');
		expect(await ask({}, url)).toMatchObject({ ok: false, failure: { code: 'noTls' } });
	});

	it('never holds a token, also where the server repeats it', async () => {
		const target = 'target-token';
		behave = (response, { headers }) =>
			answering(
				500,
				JSON.stringify({ error: `bad ${headers.token as string}`, success: false }),
			)(response);
		expect(JSON.stringify(await ask())).not.toContain(TOKEN);
		const both = JSON.stringify(await ask({ headers: { token: target } }));
		expect(both).toContain('***');
		expect(both).not.toMatch(/target-token|very-secret/);
	});

	it('leaves no token in the data of a success either', async () => {
		const data = {
			token: TOKEN,
			list: [TOKEN],
			none: null,
			count: 1,
		};
		behave = answering(200, JSON.stringify({ code: 200, data, success: true }));
		expect(await ask()).toMatchObject({
			answer: {
				data: { token: '***', list: ['***'], none: null, count: 1 },
			},
		});
	});

	it('is an error of n8n with the item, the advice and the status', async () => {
		behave = answering(500, '{"code":500,"error":"not logged in","success":false}');
		const error = await callInEngine({ baseUrl, token: TOKEN }, post, 3);
		expect(error).toMatchObject({
			name: 'NodeApiError',
			message: 'WaGo answered: not logged in [POST /send/text] [Item 3]',
			description: expect.stringContaining("'Get QR Code'"),
			httpCode: '500',
			context: expect.objectContaining({ itemIndex: 3 }),
		});
		expect(JSON.stringify(error)).not.toContain(TOKEN);
	});
});
