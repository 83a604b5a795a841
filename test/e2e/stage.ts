/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';

import type { Service } from '../../scripts/lib/service';
import { prepareSimulator, SimulatorClient } from '../../scripts/lib/simulator';
import type { N8nOptions, N8nServer } from '../../scripts/n8n/server';
import type { Flow, Testbed } from './testbed';
import { activeFlow, OWNER, startOwnN8n, testbed, triggerNode } from './testbed';

/** An n8n and a WaGo of a test's own, for it to end and to start again. */
export interface FaultStage {
	readonly bed: Testbed;
	readonly server: N8nServer;
	readonly wago: Service;
	/** A folder of the test's own, removed in the end. */
	readonly folder: string;
	/** Starts n8n again after it was ended. */
	startN8n(): Promise<void>;
	dispose(): Promise<void>;
}

/** Some settings of n8n name files, so they may be made from the stage's folder. */
type MakeOptions = (folder: string) => N8nOptions;

export async function startStage(makeOptions: MakeOptions = () => ({})): Promise<FaultStage> {
	const shared = await testbed();
	const folder = await mkdtemp(join(tmpdir(), 'wago-faults-'));
	const dataFile = join(folder, 'sessions.json');
	const wago = await prepareSimulator(join(folder, 'simulator.log'), undefined, dataFile);
	await wago.service.start();
	const { server, client } = await startOwnN8n(shared, makeOptions(folder));
	const simulator = new SimulatorClient(wago.url);
	const bed = { ...shared, n8n: client, n8nUrl: server.url, simulator, simulatorUrl: wago.url };
	return {
		bed: { ...bed, userFolder: server.userFolder },
		server,
		wago: wago.service,
		folder,
		async startN8n() {
			await server.service.start();
			await client.logIn(OWNER);
		},
		async dispose() {
			await server.dispose();
			await wago.service.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** A workflow that only receives: what is counted is the trigger's work. */
export async function receivingFlow({ bed }: FaultStage): Promise<Flow> {
	return await activeFlow(bed, (credential) => [
		triggerNode(credential),
		{
			name: 'End',
			type: 'n8n-nodes-base.noOp',
			typeVersion: 1,
			position: [220, 0],
			parameters: {},
		},
	]);
}
