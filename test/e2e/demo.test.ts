/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
import type { ChildProcess } from 'child_process';
import { execFileSync, spawn } from 'child_process';
import { once } from 'events';
import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import type { Browser } from 'playwright-core';

import { DEMO_TOKEN } from '../../simulator/state';
import { DEMO_OWNER } from '../../scripts/demo/setup';
import { projectRoot } from '../../scripts/lib/paths';
import { isPortFree } from '../../scripts/lib/ports';
import { SimulatorClient } from '../../scripts/lib/simulator';
import { waitFor } from '../../scripts/lib/wait';
import { hasBrowser, launchBrowser, logIn } from '../../scripts/n8n/browser';
import { N8nClient } from '../../scripts/n8n/client';
import { PhonePage } from './phonePage';

/** All processes that a process started, and those that they started. */
function descendantsOf(pid: number): number[] {
	const processes = execFileSync('ps', ['-A', '-o', 'ppid=,pid='], { encoding: 'utf8' })
		.trim()
		.split('\n')
		.map((line) => line.trim().split(/\s+/).map(Number));
	const childrenOf = (parent: number) =>
		processes.filter(([ppid]) => ppid === parent).map(([, child]) => child);
	return childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)]);
}

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

/** `npm run demo` as a user starts it in a terminal, with data of its own. */
class Demo {
	output = '';

	private constructor(private readonly child: ChildProcess) {
		const collect = (chunk: Buffer) => (this.output += chunk.toString());
		child.stdout?.on('data', collect);
		child.stderr?.on('data', collect);
	}

	static async start(data: string, ...options: string[]): Promise<Demo> {
		const args = ['run', 'demo', '--', '--no-open', '--data', data, ...options];
		const demo = new Demo(spawn('npm', args, { cwd: projectRoot, detached: true }));
		await waitFor('the demo', () => demo.output.includes('The demo is running') || demo.ended, {
			timeout: 150_000,
		});
		if (demo.ended) throw new Error(demo.output);
		return demo;
	}

	get ended(): boolean {
		return this.child.exitCode !== null || this.child.signalCode !== null;
	}

	get phoneUrl(): string {
		return this.address('The phone');
	}

	get n8nUrl(): string {
		return this.address('n8n');
	}

	get processes(): number[] {
		return [this.child.pid!, ...descendantsOf(this.child.pid!)];
	}

	/** Ctrl-C: a terminal sends it to the whole process group. */
	async interrupt(): Promise<void> {
		const closed = once(this.child, 'close');
		process.kill(-this.child.pid!, 'SIGINT');
		await closed;
	}

	get workflowUrl(): string {
		return /^ +Workflow +(\S+)$/m.exec(this.output)?.[1] ?? '';
	}

	/** The password that it has printed. */
	get password(): string {
		return /password (\S+)/.exec(this.output)?.[1] ?? '';
	}

	/** An address that it has printed behind a name. */
	private address(name: string): string {
		return new RegExp(`^ +${name} +(\\S+)/$`, 'm').exec(this.output)?.[1] ?? '';
	}
}

/** Occupies a port. */
const BLOCKER = `require('net').createServer().listen(Number(process.argv[1]), '127.0.0.1', () => console.log('busy'))`;

const whereABrowserIs = hasBrowser() ? it : it.skip;

const portOf = (url: string): number => Number(new URL(url).port);

describe('npm run demo', () => {
	let data: string;
	let demo: Demo | undefined;
	let browser: Browser | undefined;

	beforeAll(async () => {
		data = await mkdtemp(join(tmpdir(), 'wago-demo-'));
	});
	afterEach(async () => {
		await browser?.close();
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
		const { n8nUrl, phoneUrl, processes } = demo;
		await expectAnswer(phoneUrl, 'first start');

		// npm, its script, the demo, the simulator and n8n at least.
		expect(processes.length).toBeGreaterThan(4);
		await demo.interrupt();
		expect(demo.output.trimEnd()).toMatch(/Stopped\.$/);
		expect(processes.filter(isAlive)).toEqual([]);
		expect(await isPortFree(portOf(n8nUrl))).toBe(true);
		expect(await isPortFree(portOf(phoneUrl))).toBe(true);
	});

	it('answers on the next day too, on the same ports', async () => {
		demo = await Demo.start(data);
		const first = [demo.phoneUrl, demo.n8nUrl];
		await expectAnswer(demo.phoneUrl, 'the first day');
		await demo.interrupt();

		demo = await Demo.start(data);
		expect([demo.phoneUrl, demo.n8nUrl]).toEqual(first);
		await expectAnswer(demo.phoneUrl, 'the second day');
		const client = new N8nClient(demo.n8nUrl);
		await client.logIn(DEMO_OWNER);
		expect((await client.listWorkflows()).length).toBe(1);
	});

	whereABrowserIs('is worked in a browser with nothing but what it printed', async () => {
		demo = await Demo.start(data, '--reset');
		browser = await launchBrowser();
		const phone = new PhonePage(await browser!.newPage());
		await phone.page.goto(demo.phoneUrl);
		await phone.openChat('Alice Example');
		await phone.write('Is anybody there?');
		await phone.bubblesOf('You wrote: Is anybody there?').getByTitle('Read').waitFor();

		const editor = await logIn(browser!, demo.n8nUrl, {
			...DEMO_OWNER,
			password: demo.password,
		});
		await editor.goto(`${demo.workflowUrl}/executions`);
		await editor.getByText('Succeeded in').first().waitFor();
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
