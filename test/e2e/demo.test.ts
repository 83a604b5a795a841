/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
import type { ChildProcess } from 'child_process';
import { spawn } from 'child_process';
import { once } from 'events';
import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';

import { DEMO_TOKEN } from '../../simulator/state';
import { DEMO_OWNER } from '../../scripts/demo/setup';
import { projectRoot } from '../../scripts/lib/paths';
import { isPortFree } from '../../scripts/lib/ports';
import { SimulatorClient } from '../../scripts/lib/simulator';
import { waitFor } from '../../scripts/lib/wait';
import { N8nClient } from '../../scripts/n8n/client';

/** `npm run demo` as a user starts it, with data of its own. */
class Demo {
	output = '';

	private constructor(private readonly child: ChildProcess) {
		const collect = (chunk: Buffer) => (this.output += chunk.toString());
		child.stdout?.on('data', collect);
		child.stderr?.on('data', collect);
	}

	static async start(data: string, ...options: string[]): Promise<Demo> {
		const args = ['scripts/run.mjs', 'demo', '--no-open', '--data', data, ...options];
		const demo = new Demo(spawn(process.execPath, args, { cwd: projectRoot }));
		await waitFor('the demo', () => demo.output.includes('The demo is running') || demo.ended, {
			timeout: 150_000,
		});
		if (demo.ended) throw new Error(demo.output);
		return demo;
	}

	get ended(): boolean {
		return this.child.exitCode !== null;
	}

	get phoneUrl(): string {
		return this.address('The phone');
	}

	get n8nUrl(): string {
		return this.address('n8n');
	}

	/** Ctrl-C; resolves to the exit status. */
	async interrupt(): Promise<number | null> {
		const closed = once(this.child, 'close');
		this.child.kill('SIGINT');
		await closed;
		return this.child.exitCode;
	}

	/** An address that it has printed behind a name. */
	private address(name: string): string {
		return new RegExp(`^ +${name} +(\\S+)/$`, 'm').exec(this.output)?.[1] ?? '';
	}
}

/** Occupies a port. */
const BLOCKER = `require('net').createServer().listen(Number(process.argv[1]), '127.0.0.1', () => console.log('busy'))`;

const portOf = (url: string): number => Number(new URL(url).port);

describe('npm run demo', () => {
	let data: string;
	let demo: Demo | undefined;

	beforeAll(async () => {
		data = await mkdtemp(join(tmpdir(), 'wago-demo-'));
	});
	afterEach(async () => {
		if (demo && !demo.ended) await demo.interrupt();
	});
	afterAll(async () => await rm(data, { recursive: true, force: true }));

	const expectAnswer = async (phoneUrl: string, text: string): Promise<void> => {
		const simulator = new SimulatorClient(phoneUrl);
		const earlier = (await simulator.sent(DEMO_TOKEN)).length;
		await simulator.receive(DEMO_TOKEN, { from: '15551234567', text });
		const sent = await simulator.waitForSent(DEMO_TOKEN, earlier + 1);
		expect(sent.at(-1)?.body).toMatchObject({ Body: `You wrote: ${text}` });
	};

	it('answers a message, and stops without a trace', async () => {
		demo = await Demo.start(data);
		const { n8nUrl, phoneUrl } = demo;
		await expectAnswer(phoneUrl, 'first start');

		expect(await demo.interrupt()).toBe(0);
		expect(await isPortFree(portOf(n8nUrl))).toBe(true);
		expect(await isPortFree(portOf(phoneUrl))).toBe(true);
	});

	it("keeps the user's changes, also when another program has taken its ports", async () => {
		demo = await Demo.start(data);
		const client = new N8nClient(demo.n8nUrl);
		await client.logIn(DEMO_OWNER);
		const mine = await client.createWorkflow({ name: 'Mine', nodes: [], connections: {} });
		const earlierPort = portOf(demo.phoneUrl);
		await demo.interrupt();

		const blocker = spawn(process.execPath, ['-e', BLOCKER, String(earlierPort)]);
		await once(blocker.stdout, 'data');
		try {
			demo = await Demo.start(data);
			expect(portOf(demo.phoneUrl)).not.toBe(earlierPort);
			await expectAnswer(demo.phoneUrl, 'second start');
			const again = new N8nClient(demo.n8nUrl);
			await again.logIn(DEMO_OWNER);
			expect((await again.listWorkflows()).map(({ id }) => id)).toContain(mine.id);
		} finally {
			blocker.kill();
		}
	});

	it('starts over with --reset', async () => {
		demo = await Demo.start(data, '--reset');
		const client = new N8nClient(demo.n8nUrl);
		await client.logIn(DEMO_OWNER);
		expect((await client.listWorkflows()).map(({ name }) => name)).toEqual(['WaGo auto-reply']);
	});
});
