/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFile, writeFile } from 'fs/promises';

import { DEFAULT_ADMIN_TOKEN, DEMO_TOKEN } from '../../simulator/state';
import { say } from '../lib/progress';
import type { Owner, SavedCredential } from '../n8n/client';
import { N8nClient } from '../n8n/client';
import { loadExample } from '../n8n/examples';

export const DEMO_OWNER: Owner = {
	email: 'demo@example.com',
	password: 'Wago-demo-1',
	firstName: 'Demo',
	lastName: 'Owner',
};

/** What the first start made; later starts leave the user's changes to it alone. */
export interface DemoState {
	workflowId: string;
	simulatorUrl: string;
	n8nUrl: string;
	credentials: SavedCredential[];
}

const credentialData = (baseUrl: string): Record<string, Record<string, string>> => ({
	wagoApi: { baseUrl, token: DEMO_TOKEN },
	wagoAdminApi: { baseUrl, adminToken: DEFAULT_ADMIN_TOKEN },
});

/** Where the demo's two servers are now. */
type Addresses = Pick<DemoState, 'simulatorUrl' | 'n8nUrl'>;

async function firstStart(client: N8nClient, addresses: Addresses): Promise<DemoState> {
	await client.setUpOwner(DEMO_OWNER);
	const data = credentialData(addresses.simulatorUrl);
	const credentials = [
		await client.createCredential('WaGo account', 'wagoApi', data.wagoApi),
		await client.createCredential('WaGo admin', 'wagoAdminApi', data.wagoAdminApi),
	];
	const workflow = await client.createWorkflow(await loadExample('auto-reply', credentials));
	await client.activate(workflow.id);
	return { ...addresses, workflowId: workflow.id, credentials };
}

/**
 * Either server may have got another port than last time: the credentials and the webhook must follow. On the same
 * ports there is nothing to do, since the simulator keeps the webhook with its data.
 */
async function laterStart(
	client: N8nClient,
	state: DemoState,
	addresses: Addresses,
): Promise<DemoState> {
	const { simulatorUrl, n8nUrl } = addresses;
	if (state.simulatorUrl === simulatorUrl && state.n8nUrl === n8nUrl) return state;
	await client.logIn(DEMO_OWNER);
	const data = credentialData(simulatorUrl);
	for (const credential of state.credentials) {
		await client.updateCredential(credential, data[credential.type]);
	}
	await client.deactivate(state.workflowId);
	await client.activate(state.workflowId);
	return { ...state, ...addresses };
}

/**
 * Makes sure that the demo's n8n has its owner, credentials and active workflow.
 *
 * @param stateFile remembers what was made, from one start to the next
 */
export async function setUpDemo(
	n8nUrl: string,
	simulatorUrl: string,
	stateFile: string,
): Promise<DemoState> {
	const client = new N8nClient(n8nUrl);
	const addresses = { simulatorUrl, n8nUrl };
	const earlier = await readFile(stateFile, 'utf8').catch(() => undefined);
	if (earlier === undefined) {
		const state = await firstStart(client, addresses);
		await writeFile(stateFile, JSON.stringify(state));
		return state;
	}
	const state = JSON.parse(earlier) as DemoState;
	try {
		const current = await laterStart(client, state, addresses);
		await writeFile(stateFile, JSON.stringify(current));
	} catch (error) {
		// The user may have changed the password or deleted what the first start made.
		say(`The credentials could not follow the simulator to ${simulatorUrl}: ${error.message}`);
		say('Change them in n8n, or start over with: npm run demo -- --reset');
	}
	return state;
}
