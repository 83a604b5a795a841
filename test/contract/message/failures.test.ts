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
		message: /does not know this token: Unauthorized \[Item 0\]/,
		advice: /Check 'Token'/,
	},
	{
		name: 'no session',
		arrange: () => bench.session.disconnect(),
		message: /No session \[Item 0\]/,
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
		message: /could not do what was asked: Something odd \[Item 0\]/,
		advice: /log/,
	},
	{
		name: 'HTML with 502',
		arrange: () => fault({ status: 502, body: '<html><h1>502 Bad Gateway</h1></html>' }),
		message: /not from WaGo: 502 Bad Gateway/,
		advice: /proxy/,
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
