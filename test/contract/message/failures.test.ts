import type { IRun } from 'n8n-workflow';

import { DEMO_TOKEN } from '../../../simulator/state';
import { WagoBench } from '../wagoBench';

let bench: WagoBench;

beforeAll(async () => {
	bench = await WagoBench.start();
});
beforeEach(() => bench.reset());
afterAll(async () => await bench.stop());

async function sendText(): Promise<IRun> {
	return await bench.runNode({
		resource: 'message',
		operation: 'sendText',
		recipient: { __rl: true, mode: 'phone', value: '15550100001' },
		text: 'Hello',
		options: { timeout: 300 },
	});
}

/** One request fails so. The next one would work: a send that was repeated would arrive. */
const fault = (settings: object) =>
	bench.simulator.state.faults.add({ path: '/send/text', count: 1, ...settings });

const error = (status: number, text: string) => ({
	status,
	body: { code: status, error: text, success: false },
});

interface Case {
	readonly name: string;
	readonly arrange: () => void;
	readonly message: RegExp;
	readonly advice: RegExp;
	/** Messages that reached WhatsApp. */
	readonly sent?: number;
}

const CASES: Case[] = [
	{
		name: '401',
		arrange: () =>
			fault({ status: 401, body: { code: 401, error: 'Unauthorized', success: false } }),
		message: /does not know this token: Unauthorized \[POST \/send\/text\] \[Item 0\]/,
		advice: /Check 'Token'/,
	},
	{
		name: 'no session',
		arrange: () => bench.session.disconnect(),
		message: /No session \[POST \/send\/text\] \[Item 0\]/,
		advice: /'Connect' of the resource 'Session'/,
	},
	{
		name: 'not logged in',
		arrange: () => {
			bench.simulator.state.reset();
			bench.session.connect([], bench.simulator.state.settings);
		},
		message: /not logged in/i,
		advice: /'Get QR Code'.*scan/,
	},
	{
		name: '200 with success: false',
		arrange: () =>
			fault({ status: 200, body: { code: 200, error: 'Something odd', success: false } }),
		message: /could not do what was asked: Something odd \[POST \/send\/text\] \[Item 0\]/,
		advice: /log/,
	},
	{
		name: 'HTML with 502',
		arrange: () => fault({ status: 502, body: '<html><h1>502 Bad Gateway</h1></html>' }),
		message: /proxy in front of WaGo got no answer from it: 502 Bad Gateway/,
		advice: /'Retry On Fail' is safe/,
	},
	...[
		[502, '<html><head><title>502 Bad Gateway</title></head></html>'],
		[503, '{"message":"no healthy upstream"}'],
		[504, '<html><h1>504 Gateway Time-out</h1><hr>nginx</html>'],
		[520, 'error code: 520'],
		[522, '<!DOCTYPE html><title>example.com | 522: Connection timed out</title>'],
		[524, 'error code: 524'],
	].map(([status, body]) => ({
		name: `${status} of a proxy after the message was accepted`,
		arrange: () => fault({ status, body, afterAccept: true }),
		message: /proxy in front of WaGo got no answer/,
		advice: /may still have done.*'Retry On Fail' is safe/,
		sent: 1,
	})),
	{
		name: '413 of a proxy',
		arrange: () => fault({ status: 413, body: '<h1>413 Request Entity Too Large</h1>' }),
		message: /larger than WaGo or the proxy in front of it allows: 413/,
		advice: /client_max_body_size.*'Send Media by URL'/,
	},
	{
		name: '403 of a firewall',
		arrange: () => fault({ status: 403, body: '<h1>Sorry, you have been blocked</h1>' }),
		message: /server refused the request: Sorry, you have been blocked/,
		advice: /firewall/,
	},
	{
		name: '403 of a gateway that speaks JSON',
		arrange: () => fault({ status: 403, body: { message: 'Forbidden' } }),
		message: /server refused the request: Forbidden/,
		advice: /firewall/,
	},
	{
		name: '403 because of the licence',
		arrange: () => fault({ status: 403, body: { error: 'license invalid or expired' } }),
		message: /because of its licence: license invalid or expired/,
		advice: /'Get License' of the resource 'Server'/,
	},
	{
		name: 'a route that this server does not have',
		arrange: () => fault({ status: 404, body: '404 page not found' }),
		message: /no such route: 404 page not found/,
		advice: /'Base URL'.*\/api/,
	},
	{
		name: 'JSON of another program',
		arrange: () => fault({ status: 200, body: '{"ok":true}' }),
		message: /answer is not from WaGo: {"ok":true}/,
		advice: /'Base URL'/,
	},
	{
		name: 'a send before the scan, in the words of whatsmeow',
		arrange: () => fault(error(500, "the store doesn't contain a device JID")),
		message: /doesn't contain a device JID/,
		advice: /'Get QR Code'.*'Wait for Login'/,
	},
	{
		name: 'a number that is not on WhatsApp',
		arrange: () => fault(error(500, 'no LID found for 15550100001@s.whatsapp.net from server')),
		message: /no LID found/,
		advice: /'Check' of the resource 'Contact'/,
	},
	{
		name: 'a message whose receipt did not come',
		arrange: () =>
			fault({
				...error(500, 'timed out waiting for message send response'),
				afterAccept: true,
			}),
		message: /WhatsApp did not answer WaGo in time/,
		advice: /may still have done.*'Retry On Fail' is safe/,
		sent: 1,
	},
	{
		name: 'malformed JSON',
		arrange: () => fault({ status: 200, body: '{"code":200,"data":{"Id"' }),
		message: /not from WaGo/,
		advice: /'Base URL'/,
	},
	{
		name: 'an empty answer',
		arrange: () => fault({ status: 200, body: '' }),
		message: /answer is empty/,
		advice: /'Base URL'/,
	},
	{
		name: 'no answer',
		arrange: () => fault({ hang: true }),
		message: /did not answer in time/,
		advice: /'Retry On Fail' is safe/,
	},
	{
		name: 'no answer after the message was accepted',
		arrange: () => fault({ hang: true, afterAccept: true }),
		message: /did not answer in time/,
		advice: /may still have done/,
		sent: 1,
	},
	{
		name: 'a broken connection',
		arrange: () => fault({ drop: true }),
		message: /connection to WaGo broke/,
		advice: /may still have done/,
	},
];

it.each(CASES)('$name', async ({ arrange, message, advice, sent = 0 }) => {
	arrange();
	const run = await sendText();
	const { error } = run.data.resultData;
	expect(error).toMatchObject({
		message: expect.stringMatching(message),
		description: expect.stringMatching(advice),
		context: { itemIndex: 0 },
	});
	expect(bench.session.sent).toHaveLength(sent);
	expect(JSON.stringify(run)).not.toContain(DEMO_TOKEN);
});

describe.each([
	['a group made before 2021', '15550100001-1600000000@g.us'],
	['the status', 'status@broadcast'],
])('%s', (_name, recipient) => {
	it('is no recipient for WaGo, and the advice says why', async () => {
		const failure = await bench.failure({
			resource: 'message',
			operation: 'sendText',
			recipient: { __rl: true, mode: 'id', value: recipient },
			text: 'Hello',
		});
		expect(failure.message).toContain('Could not parse Phone');
		expect(failure.description).toMatch(
			/before 2021, whose ID has a hyphen, and not 'status@broadcast'/,
		);
		expect(bench.lastRequest.body).toMatchObject({ Phone: recipient });
	});
});

it('refused', async () => {
	const gone = await WagoBench.start();
	await gone.stop();
	const [error] = await gone
		.items({
			resource: 'message',
			operation: 'sendText',
			recipient: { __rl: true, mode: 'phone', value: '15550100001' },
			text: 'Hello',
		})
		.catch((failure: Error & { description: string }) => [failure]);
	expect(error).toMatchObject({
		message: expect.stringMatching(/Nothing answers at the address of WaGo/),
		description: expect.stringMatching(/'Base URL'.*host\.docker\.internal/),
	});
});
