/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console */
import { mkdir, rm } from 'fs/promises';
import { join, resolve } from 'path';
import { parseArgs } from 'util';

import { DEMO_TOKEN } from '../simulator/state';
import { openBrowser } from './demo/openBrowser';
import { DEMO_OWNER, setUpDemo } from './demo/setup';
import { cacheDirectory } from './lib/paths';
import { freePortFrom } from './lib/ports';
import { say, step } from './lib/progress';
import type { Service } from './lib/service';
import { prepareSimulator, SimulatorClient } from './lib/simulator';
import { pack } from './n8n/pack';
import { N8nServer } from './n8n/server';

const SIMULATOR_PORT = 1337;
const N8N_PORT = 5678;

const USAGE = `npm run demo -- [options]
  --reset         start over: forget everything that was changed in the demo's n8n
  --no-open       do not open a browser
  --data FOLDER   keep the demo's data there`;

interface DemoOptions {
	reset: boolean;
	open: boolean;
	data: string;
	help: boolean;
}

function readOptions(args: string[]): DemoOptions {
	const { values } = parseArgs({
		args,
		options: {
			reset: { type: 'boolean', default: false },
			'no-open': { type: 'boolean', default: false },
			data: { type: 'string', default: join(cacheDirectory(), 'demo') },
			help: { type: 'boolean', default: false },
		},
	});
	const { reset, data, help } = values;
	return { reset, open: !values['no-open'], data: resolve(data), help };
}

async function startSimulator(data: string, running: Service[]): Promise<SimulatorClient> {
	const port = await freePortFrom(SIMULATOR_PORT);
	const { service, url } = await prepareSimulator(
		join(data, 'simulator.log'),
		port,
		join(data, 'simulator.json'),
	);
	running.push(service);
	await step('Starting the WaGo simulator', async () => await service.start());
	const simulator = new SimulatorClient(url);
	if (!(await simulator.isLoggedIn(DEMO_TOKEN))) {
		await simulator.connect(DEMO_TOKEN);
		await simulator.scan(DEMO_TOKEN);
	}
	return simulator;
}

async function startN8n(data: string, running: Service[]): Promise<string> {
	const packing = join(data, 'package');
	await rm(packing, { recursive: true, force: true });
	const { unpacked } = await step('Packing the nodes', async () => await pack(packing));
	const n8n = await N8nServer.prepare({
		userFolder: join(data, 'n8n'),
		port: await freePortFrom(N8N_PORT),
		packages: [unpacked],
	});
	running.push(n8n.service);
	await step('Starting n8n', async () => await n8n.service.start());
	return n8n.url;
}

function introduction(n8nUrl: string, phoneUrl: string, workflowId: string): string {
	const control = `${phoneUrl}/simulator/sessions/${DEMO_TOKEN}`;
	return `
The demo is running.

  The phone   ${phoneUrl}/
  n8n         ${n8nUrl}/
              user ${DEMO_OWNER.email}, password ${DEMO_OWNER.password}
  Workflow    ${n8nUrl}/workflow/${workflowId}

Write something on the phone, or here, and see the workflow's answer:

  curl ${control}/messages -H 'content-type: application/json' -d '{"from":"15551234567","text":"Hello"}'
  curl ${control}/sent

Ctrl-C stops all of it. Changes are kept; "npm run demo -- --reset" starts over.
`;
}

async function start({ reset, open, data }: DemoOptions, running: Service[]): Promise<void> {
	if (reset) await rm(data, { recursive: true, force: true });
	await mkdir(data, { recursive: true });

	const simulator = await startSimulator(data, running);
	const n8nUrl = await startN8n(data, running);
	const { workflowId } = await step(
		'Setting up the account, the credentials and the workflow',
		async () => await setUpDemo(n8nUrl, simulator.url, join(data, 'demo.json')),
	);
	await simulator.settings({ n8nUrl: `${n8nUrl}/workflow/${workflowId}` });
	console.log(introduction(n8nUrl, simulator.url, workflowId));
	if (open) openBrowser(`${simulator.url}/`);
}

/** Resolves at the first Ctrl-C; further ones change nothing, because stopping is bounded in time. */
const interrupted = async (): Promise<void> =>
	await new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, resolve);
	});

async function untilOneEnds(running: Service[]): Promise<void> {
	await Promise.race(running.map(async (service) => await service.whenEnded()));
	throw new Error(
		'The demo stops, because one of its servers ended; their logs are in its data folder.',
	);
}

async function main(): Promise<void> {
	const options = readOptions(process.argv.slice(2));
	if (options.help) return console.log(USAGE);

	const running: Service[] = [];
	try {
		const demo = start(options, running).then(async () => await untilOneEnds(running));
		await Promise.race([demo, interrupted()]);
	} catch (error) {
		say(error.message);
		process.exitCode = 1;
	}
	say('Stopping ...');
	await Promise.all(running.map(async (service) => await service.stop()));
	say('Stopped.');
	process.exit();
}

main().catch((error: Error) => {
	say(`${error.message}\n${USAGE}`);
	process.exitCode = 2;
});
