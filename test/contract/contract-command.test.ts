/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
import { execFile } from 'child_process';
import { join } from 'path';

import { checkContract, type CheckOptions } from '../../scripts/contract/check';
import type { Finding } from '../../scripts/contract/finding';
import { toText } from '../../scripts/contract/report';
import { SENDS } from '../../scripts/contract/sends';
import { projectRoot } from '../../scripts/lib/paths';
import { startSimulator, type Simulator } from '../../simulator/server';
import { DEFAULT_ADMIN_TOKEN, DEMO_TOKEN } from '../../simulator/state';
import { RewritingProxy, type Answer } from './rewritingProxy';

const SPEC = '/api/spec.yml';
const CONTACT = '15550100001';

let simulator: Simulator;
let proxy: RewritingProxy;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
	proxy = await RewritingProxy.start(simulator.url);
});

afterAll(async () => {
	await proxy.stop();
	await simulator.stop();
});

beforeEach(() => {
	proxy.reset();
	simulator.state.reset();
	const session = simulator.state.session(DEMO_TOKEN);
	session.connect([], simulator.state.settings);
	session.scan(simulator.state.settings);
});

const check = async (options: Partial<CheckOptions> = {}) =>
	await checkContract({ url: proxy.url, token: DEMO_TOKEN, ...options });

/** What was found about one thing, without the rest. */
const about = (findings: readonly Finding[], endpoint: string, what: string) =>
	findings.find((finding) => finding.endpoint === endpoint && finding.what === what);

const replaceIn = (path: string, from: string | RegExp, to: string) => {
	proxy.rewrite = (request, answer) =>
		request.path === path ? { ...answer, text: answer.text.replace(from, to) } : undefined;
};

/** A server without a description; `rewrite` may change its answers. */
const withoutDescription = (
	rewrite: (path: string, answer: Answer) => Answer | undefined = () => undefined,
) => {
	proxy.rewrite = ({ path }, answer) =>
		path === SPEC ? { status: 404, text: '404 page not found' } : rewrite(path, answer);
};

describe('A server with a description', () => {
	it('agrees with the operations in everything', async () => {
		const { description, counts, findings } = await check({ adminToken: DEFAULT_ADMIN_TOKEN });
		expect(description).toBe(SPEC);
		expect(counts).toMatchObject({ refuted: 0, missing: 0 });
		expect(counts.confirmed).toBeGreaterThan(400);
		expect(about(findings, 'POST /send/mediaurl', 'field Url')).toMatchObject({
			verdict: 'confirmed',
			provenance: 'inferred',
		});
		expect(about(findings, 'GET /session/all', 'answer jid')?.verdict).toBe('confirmed');
	});

	it('refutes a field that it names otherwise, and says how', async () => {
		replaceIn(SPEC, /"Vcard"/g, '"Card"');
		const { findings, counts } = await check();
		expect(counts.refuted).toBe(1);
		expect(about(findings, 'POST /send/contact', 'field Vcard')).toMatchObject({
			verdict: 'refuted',
			detail: expect.stringContaining('Card'),
		});
		expect(about(findings, 'POST /send/contact', 'field Card')).toMatchObject({
			verdict: 'missing',
			detail: 'required, but never sent',
		});
	});

	it('refutes a field in other letters', async () => {
		replaceIn(SPEC, /"Question"/g, '"question"');
		const { findings } = await check();
		expect(about(findings, 'POST /send/poll', 'field Question')).toEqual({
			endpoint: 'POST /send/poll',
			what: 'field Question',
			verdict: 'refuted',
			provenance: 'documented',
			detail: 'described as question',
		});
	});

	it('misses a route that is elsewhere or has another method', async () => {
		proxy.rewrite = ({ path }, { status, text }) => {
			if (path !== SPEC) return undefined;
			const document = JSON.parse(text) as { paths: Record<string, Record<string, unknown>> };
			const { paths } = document;
			paths['/chat/fix'] = paths['/chat/pin'];
			delete paths['/chat/pin'];
			paths['/group/name'] = { put: paths['/group/name'].post };
			return { status, text: JSON.stringify(document) };
		};
		const { findings } = await check();
		expect(about(findings, 'POST /chat/pin', 'route')).toMatchObject({ verdict: 'missing' });
		expect(about(findings, 'POST /group/name', 'route')).toMatchObject({
			verdict: 'missing',
			detail: 'described with PUT only',
		});
	});

	it.each(['POST', 'GET'] as const)('may have avatars by %s alone', async (avatarMethod) => {
		simulator.state.settings.avatarMethod = avatarMethod;
		const other = avatarMethod === 'POST' ? 'GET' : 'POST';
		const { findings, counts } = await check();
		expect(counts).toMatchObject({ refuted: 0, missing: 0 });
		expect(about(findings, `${avatarMethod} /user/avatar`, 'route')?.verdict).toBe('confirmed');
		expect(about(findings, `${other} /user/avatar`, 'route')?.verdict).toBe('unknown');
	});

	it('is found where its own page says, in YAML and behind the folder of a proxy', async () => {
		const spec = [
			'swagger: "2.0"',
			'basePath: /wago',
			'paths:',
			'  /send/text:',
			'    post:',
			'      parameters:',
			'        - {in: body, name: message, schema: {$ref: "#/definitions/Text"}}',
			'definitions:',
			'  Text: {type: object, properties: {Phone: {type: string}}}',
		].join('\n');
		const files: Record<string, string> = {
			'/wago/api/': '<script>SwaggerUIBundle({ url: "files/wago.yaml" })</script>',
			'/wago/api/files/wago.yaml': spec,
		};
		proxy.rewrite = ({ path }) =>
			files[path] ? { status: 200, text: files[path] } : { status: 404, text: '' };
		const { description, findings } = await check({ url: `${proxy.url}/wago/` });
		expect(description).toBe('/api/files/wago.yaml');
		expect(about(findings, 'POST /send/text', 'route')?.verdict).toBe('confirmed');
		expect(about(findings, 'POST /send/text', 'field Phone')?.verdict).toBe('confirmed');
		expect(about(findings, 'POST /send/text', 'field Body')?.verdict).toBe('refuted');
		expect(about(findings, 'POST /send/image', 'route')?.verdict).toBe('missing');
	});
});

describe('A server without a description', () => {
	it('is compared by its answers', async () => {
		withoutDescription();
		const { description, findings, counts } = await check();
		expect(description).toBeUndefined();
		expect(counts).toMatchObject({ refuted: 0, missing: 0 });
		expect(about(findings, 'GET /group/list', 'answer groupId')).toMatchObject({
			verdict: 'confirmed',
			detail: 'seen as JID',
		});
		expect(about(findings, 'POST /user/check', 'field Phone')?.verdict).toBe('confirmed');
		expect(about(findings, 'POST /send/video', 'field Video')?.verdict).toBe('unknown');
		expect(about(findings, 'POST /send/video', 'route')).toMatchObject({
			verdict: 'confirmed',
			detail: 'it asks for a token',
		});
	});

	it('is read only', async () => {
		withoutDescription();
		const before = JSON.stringify(simulator.state.storedSessions());
		await check({ adminToken: DEFAULT_ADMIN_TOKEN });
		expect(JSON.stringify(simulator.state.storedSessions())).toBe(before);
		expect(simulator.state.session(DEMO_TOKEN).sent).toEqual([]);
		expect(simulator.state.updates).toBe(0);
		const posts = proxy.requests.filter(({ method }) => method !== 'GET');
		expect(new Set(posts.map(({ body }) => body))).toEqual(new Set(['{}']));
		expect(proxy.requests.map(({ path }) => path)).not.toContain('/server/update');
		const withToken = posts.filter(({ hasToken }) => hasToken);
		expect(withToken.map(({ path }) => path).sort()).toEqual([
			'/group/info',
			'/message/status',
			'/newsletter/info',
			'/user/check',
			'/user/info',
		]);
	});

	it('says of what only an admin may ask that nobody asked it', async () => {
		const { findings } = await check();
		expect(proxy.requests.map(({ path }) => path)).not.toContain('/session/all');
		expect(about(findings, 'GET /session/all', 'answer')).toMatchObject({
			verdict: 'unknown',
			detail: expect.stringContaining('--admin-token'),
		});
	});

	it('says of what it must not ask that nobody asked it', async () => {
		const { findings } = await check();
		expect(about(findings, 'POST /send/text', 'answer')).toMatchObject({
			verdict: 'unknown',
			detail: 'not asked: without --send-to',
		});
		expect(about(findings, 'POST /group/leave', 'answer')).toMatchObject({
			verdict: 'unknown',
			detail: 'not asked: it may change something',
		});
	});

	it('misses a route that is not there without sending to it', async () => {
		withoutDescription((path) =>
			path === '/chat/pin' ? { status: 404, text: '404 page not found' } : undefined,
		);
		const { findings, counts } = await check();
		expect(about(findings, 'POST /chat/pin', 'route')?.verdict).toBe('missing');
		expect(counts.missing).toBe(1);
		expect(proxy.requests.filter(({ path }) => path === '/chat/pin')).toMatchObject([
			{ method: 'POST', hasToken: false, body: '{}' },
		]);
	});

	it('does not take the refusals of a server for routes that refuses everything', async () => {
		proxy.rewrite = ({ hasToken, path }) => {
			if (path === SPEC) return { status: 404, text: '' };
			return hasToken ? undefined : { status: 401, text: '{"error":"Unauthorized"}' };
		};
		const { findings } = await check();
		expect(about(findings, 'POST /send/video', 'route')?.verdict).toBe('unknown');
	});

	it.each(['GET /group/list', 'POST /group/info'])(
		'goes on where the connection for %s is dropped',
		async (endpoint) => {
			withoutDescription((path) => (endpoint.endsWith(path) ? { status: 0, text: '' } : undefined));
			const { findings, counts } = await check();
			expect(counts).toMatchObject({ refuted: 0, missing: 0 });
			const [method] = endpoint.split(' ');
			if (method === 'GET') {
				expect(about(findings, endpoint, 'route')).toMatchObject({
					verdict: 'unknown',
					detail: expect.stringContaining('does not answer'),
				});
			}
			expect(about(findings, 'GET /session/status', 'answer connected')?.verdict).toBe('confirmed');
			expect(about(findings, 'POST /user/check', 'field Phone')?.verdict).toBe('confirmed');
		},
	);

	it('reads all fields that a refusal names, and says of those that nobody knows so', async () => {
		withoutDescription((path) =>
			path === '/message/status'
				? { status: 400, text: '{"error":"missing required fields: Body, Colour"}' }
				: undefined,
		);
		const { findings } = await check();
		expect(about(findings, 'POST /message/status', 'field Colour')).toMatchObject({
			verdict: 'missing',
			provenance: 'unheard',
		});
		expect(about(findings, 'POST /message/status', 'field Body')).toBeDefined();
	});

	it.each([
		['wuzapi', '/chat/send/text', ['/send/text']],
		['evolution-go', '/instance/connect', ['/session/connect']],
	])('is said to be %s where it is', async (name, own, gone) => {
		withoutDescription((path) => {
			if (path === own) return { status: 401, text: '{"error":"unauthorized"}' };
			return gone.includes(path) ? { status: 404, text: '404 page not found' } : undefined;
		});
		const report = await check();
		expect(report.relative).toBe(name);
		expect(toText(report)).toContain(`This is ${name}, a relative of WaGo, and not WaGo`);
	});

	it('is no relative where it is WaGo', async () => {
		const report = await check();
		expect(report.relative).toBeUndefined();
		expect(toText(report)).toMatch(/^WaGo at /);
	});

	it.each([
		['a list of another name', '/group/list', '"Groups"', '"Rooms"', 'answer groups'],
		['another key in its entries', '/group/list', /"JID"/g, '"Address"', 'answer groupId'],
		['another key', '/session/status', '"LoggedIn"', '"Linked"', 'answer loggedIn'],
	])('refutes %s', async (_name, changed, from, to, what) => {
		withoutDescription((path, answer) =>
			path === changed ? { ...answer, text: answer.text.replace(from, to) } : undefined,
		);
		const { findings } = await check();
		expect(about(findings, `GET ${changed}`, what)).toMatchObject({
			verdict: 'refuted',
			detail: expect.stringContaining(to.replace(/"/g, '')),
		});
	});

	it('misses an endpoint that it has not', async () => {
		withoutDescription((path) =>
			path === '/user/privacy' ? { status: 404, text: '404 page not found' } : undefined,
		);
		const { findings } = await check();
		expect(about(findings, 'GET /user/privacy', 'route')).toMatchObject({ verdict: 'missing' });
	});

	it('refutes what answers with a page', async () => {
		withoutDescription((path) =>
			path === '/group/list' ? { status: 200, text: '<html>Hello</html>' } : undefined,
		);
		const { findings } = await check();
		expect(about(findings, 'GET /group/list', 'route')?.verdict).toBe('refuted');
	});

	it('refutes nothing about a session that is not connected', async () => {
		withoutDescription();
		simulator.state.reset();
		const { findings, counts } = await check();
		expect(counts).toMatchObject({ refuted: 0, missing: 0 });
		expect(about(findings, 'GET /group/list', 'route')).toMatchObject({
			verdict: 'unknown',
			detail: 'the session is not connected and logged in',
		});
		const offline = toText(await check()).match(/the session is not connected/g);
		expect(offline).toHaveLength(1);
	});

	it('shows no phone number of the address book, and no token that a server repeats', async () => {
		withoutDescription((path, answer) => {
			if (path === '/user/privacy') {
				return {
					status: 500,
					text: JSON.stringify({ error: `bad ${DEMO_TOKEN}`, success: false }),
				};
			}
			return path === '/user/contacts'
				? { ...answer, text: answer.text.replace(/"\w*Name":/g, '"55119999":') }
				: undefined;
		});
		const text = JSON.stringify(await check());
		expect(text).not.toContain(CONTACT);
		expect(text).not.toContain(DEMO_TOKEN);
		expect(text).toContain('bad ***');
	});
});

describe('Sends, when they are asked for', () => {
	it('go to that number, one of each kind, and their answers are compared', async () => {
		withoutDescription();
		const { findings } = await check({ sendTo: CONTACT });
		const { sent } = simulator.state.session(DEMO_TOKEN);
		expect(sent).toHaveLength(Object.keys(SENDS).length);
		expect(new Set(sent.map(({ recipient }) => recipient))).toEqual(
			new Set([`${CONTACT}@s.whatsapp.net`]),
		);
		const accepted = findings.filter(({ what }) => what === 'send');
		expect(accepted.map(({ verdict }) => verdict)).toEqual(sent.map(() => 'confirmed'));
		expect(about(findings, 'POST /send/text', 'answer messageId')).toMatchObject({
			verdict: 'confirmed',
			detail: 'seen as Id',
		});
	});

	it('refute a field that the server wants under another name', async () => {
		withoutDescription((path) =>
			path === '/send/list'
				? {
						status: 400,
						text: '{"code":400,"error":"missing sections in payload","success":false}',
					}
				: undefined,
		);
		const { findings } = await check({ sendTo: CONTACT });
		expect(about(findings, 'POST /send/list', 'send')?.verdict).toBe('refuted');
		expect(about(findings, 'POST /send/list', 'field Sections')).toMatchObject({
			verdict: 'refuted',
			detail: 'named sections',
		});
	});

	it('go on where one of them gets no answer', async () => {
		withoutDescription((path) => (path === '/send/list' ? { status: 0, text: '' } : undefined));
		const { findings } = await check({ sendTo: CONTACT });
		expect(about(findings, 'POST /send/list', 'send')?.verdict).toBe('unknown');
		expect(about(findings, 'POST /send/carousel', 'send')?.verdict).toBe('confirmed');
	});

	it('refute the key of the message ID', async () => {
		withoutDescription((path, answer) =>
			path === '/send/text'
				? { ...answer, text: answer.text.replace('"Id"', '"Number"') }
				: undefined,
		);
		const { findings } = await check({ sendTo: CONTACT });
		expect(about(findings, 'POST /send/text', 'answer messageId')?.verdict).toBe('refuted');
	});
});

describe('npm run contract', () => {
	const run = async (...args: string[]) =>
		await new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
			const script = join(projectRoot, 'scripts/run.mjs');
			const env = { ...process.env, WAGO_TOKEN: '' };
			execFile(process.execPath, [script, 'contract', ...args], { env }, (error, stdout, stderr) =>
				resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
			);
		});

	it('ends with 0 and a report for people where nothing differs', async () => {
		const { status, stdout } = await run('--url', proxy.url, '--token', DEMO_TOKEN);
		expect(stdout).toContain(`describes its API at ${SPEC}`);
		expect(stdout).toContain('Differences (0)');
		expect(stdout).toMatch(/POST \/send\/sticker: .*field Sticker/);
		expect(stdout).not.toContain(DEMO_TOKEN);
		expect(status).toBe(0);
	});

	it('ends with 1 where something differs, and names it in JSON', async () => {
		replaceIn(SPEC, /"Sticker"/g, '"Image"');
		const { status, stdout } = await run('--url', proxy.url, '--token', DEMO_TOKEN, '--json');
		const { findings } = JSON.parse(stdout) as { findings: Finding[] };
		expect(about(findings, 'POST /send/sticker', 'field Sticker')?.verdict).toBe('refuted');
		expect(status).toBe(1);
	});

	it.each([
		['nothing answers', ['--url', 'http://127.0.0.1:9', '--token', 'some-token']],
		['the token is unknown', ['--url', 'SERVER', '--token', 'some-token']],
		['there is no token', ['--url', 'SERVER']],
		['the address is none', ['--url', 'wago', '--token', 'some-token']],
		['the number is none', ['--url', 'SERVER', '--token', 'some-token', '--send-to', 'me']],
		['an option is unknown', ['--url', 'SERVER', '--token', 'some-token', '--delete']],
	])('ends with 2 where %s', async (_name, args) => {
		const { status, stdout, stderr } = await run(
			...args.map((arg) => (arg === 'SERVER' ? proxy.url : arg)),
		);
		expect(status).toBe(2);
		expect(stdout).toBe('');
		expect(stderr).not.toContain('some-token');
		expect(stderr).not.toMatch(/\n\s+at /);
	});
});
