/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';

import { providePackages } from '../../scripts/lib/debian';
import { FAKETIME } from '../../scripts/lib/faketime';
import { POSTGRES } from '../../scripts/lib/postgres';
import { step } from '../../scripts/lib/progress';
import { REDIS } from '../../scripts/lib/redis';
import { prepareSimulator } from '../../scripts/lib/simulator';
import { N8nClient } from '../../scripts/n8n/client';
import { provideBrowser } from '../../scripts/n8n/browser';
import { pack } from '../../scripts/n8n/pack';
import { N8nServer } from '../../scripts/n8n/server';
import type { TestbedAddresses } from './testbed';
import { ADDRESSES_VARIABLE, OWNER } from './testbed';

type Stop = () => Promise<void>;

/** Undone in reverse order by the global tear-down, which runs in the same process. */
const undo: Stop[] = ((globalThis as { wagoUndo?: Stop[] }).wagoUndo ??= []);

/** Stops what was started and removes what was made, the last first. */
export async function undoAll(): Promise<void> {
	for (const stop of undo.splice(0).reverse()) await stop();
}

/** Packs the package and starts one simulator and one real n8n for all test files. */
export default async function globalSetup(): Promise<void> {
	let complete = false;
	try {
		await setUp();
		complete = true;
	} finally {
		// Jest runs no tear-down after a set-up that did not succeed.
		if (!complete) await undoAll();
	}
}

async function setUp(): Promise<void> {
	await provideBrowser();
	await providePackages([POSTGRES, REDIS, FAKETIME]);
	const directory = await mkdtemp(join(tmpdir(), 'wago-e2e-'));
	undo.push(async () => await rm(directory, { recursive: true, force: true }));

	const { unpacked } = await step('Packing the package', async () => await pack(directory));
	const simulator = await prepareSimulator(join(directory, 'simulator.log'));
	await step('Starting the WaGo simulator', async () => await simulator.service.start());
	undo.push(async () => await simulator.service.stop());

	const n8n = await N8nServer.prepare({ packages: [unpacked] });
	await step('Starting n8n', async () => await n8n.service.start());
	undo.push(async () => await n8n.dispose());
	await new N8nClient(n8n.url).setUpOwner(OWNER);

	const addresses: TestbedAddresses = {
		n8nUrl: n8n.url,
		userFolder: n8n.userFolder,
		simulatorUrl: simulator.url,
		packageFolder: unpacked,
	};
	process.env[ADDRESSES_VARIABLE] = JSON.stringify(addresses);
}
