import { randomUUID } from 'crypto';

import type { SavedCredential, WorkflowNode } from '../../scripts/n8n/client';
import { DEFAULT_ADMIN_TOKEN } from '../../simulator/state';
import type { Session, Testbed } from './testbed';
import { inSequence, newSession, testbed } from './testbed';

const ALICE = '15550100001';
const TEAM = '120363000000000001@g.us';
const START = 'Start';

/** An operation, its parameters, and what its first item holds. */
type Step = readonly [string, Record<string, unknown>, Record<string, unknown>];

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const contact = { phone: byId(ALICE) };
const chat = { chatId: ALICE };
const target = { messageId: "={{ $('sendText 1').item.json.messageId }}", chatId: ALICE };

/** One workflow a resource: its operations in an order in which people would use them. */
const WORKFLOWS: Record<string, readonly Step[]> = {
	session: [
		['getStatus', {}, { connected: true, loggedIn: true }],
		['disconnect', {}, {}],
		['connect', { subscribe: ['Message'] }, {}],
		['waitForLogin', {}, { loggedIn: true }],
		['logout', {}, {}],
		['connect', { subscribe: ['Message'] }, {}],
		['getQrCode', {}, { qrCode: expect.stringMatching(/^data:image\/png;base64,/) }],
	],
	token: [
		['create', { name: `e2e ${randomUUID()}`, token: 'made-by-the-test', os: 'n8n' }, {}],
		['getAll', {}, { name: expect.any(String) }],
		['getScanned', {}, { name: expect.any(String) }],
		['delete', { targetToken: 'made-by-the-test' }, { deleted: true }],
	],
	webhook: [
		['set', { webhookUrl: 'http://127.0.0.1:9/hook' }, {}],
		['get', {}, { webhookUrl: 'http://127.0.0.1:9/hook' }],
		['clear', {}, {}],
	],
	message: [
		['sendText', { recipient: byId(ALICE), text: 'Hello' }, { recipient: ALICE }],
		['edit', { ...target, text: 'Hello again' }, {}],
		['react', { ...target, emoji: '👍' }, {}],
		['getStatus', target, {}],
		['delete', target, {}],
	],
	group: [
		['getAll', {}, { id: TEAM }],
		['get', { groupId: byId(TEAM) }, { id: TEAM, name: 'Example Team' }],
		['setName', { groupId: byId(TEAM), name: 'Renamed' }, { name: 'Renamed' }],
		['getInviteLink', { groupId: byId(TEAM) }, { inviteLink: expect.stringContaining('http') }],
	],
	contact: [
		['check', { phone: ALICE }, { phone: ALICE }],
		['get', contact, { phone: ALICE }],
		['block', contact, {}],
		['getBlocklist', {}, {}],
		['unblock', contact, {}],
		['getAll', {}, { id: expect.any(String) }],
	],
	profile: [
		['setName', { name: 'Example Shop' }, { name: 'Example Shop' }],
		['setPresence', { state: 'available' }, {}],
		['getPrivacy', {}, {}],
	],
	chat: [
		['pin', chat, {}],
		['unpin', chat, {}],
		['mute', chat, {}],
		['archive', chat, {}],
	],
	label: [
		['edit', { labelId: '7', labelName: 'New order', color: 2 }, {}],
		['addToChat', { ...chat, labelId: '7' }, {}],
		['removeFromChat', { ...chat, labelId: '7' }, {}],
	],
	newsletter: [
		['create', { name: 'Example News', description: 'What is new' }, { name: 'Example News' }],
		['getAll', {}, { id: expect.stringContaining('@newsletter') }],
	],
	community: [['create', { name: 'Example Village' }, { name: 'Example Village' }]],
	call: [
		['getWebrtcConfig', {}, { iceServers: expect.any(Array) }],
		['make', contact, { callId: expect.any(String) }],
		['getStatus', {}, { callId: expect.any(String) }],
	],
	server: [
		['getHealth', {}, {}],
		['diagnose', {}, { ok: false, allOk: false, name: "webhook is this instance's" }],
		['request', { method: 'GET', path: '/session/status' }, {}],
		['getLicense', {}, {}],
	],
};

describe('Every resource in a real n8n', () => {
	let bed: Testbed;
	let session: Session;
	let admin: SavedCredential;

	beforeAll(async () => {
		bed = await testbed();
		admin = await bed.n8n.createCredential(`admin ${randomUUID()}`, 'wagoAdminApi', {
			baseUrl: bed.simulatorUrl,
			adminToken: DEFAULT_ADMIN_TOKEN,
		});
	});

	beforeEach(async () => {
		session = await newSession(bed);
	});

	const start: WorkflowNode = {
		name: START,
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};

	const nodeOf = (
		resource: string,
		[operation, parameters]: Step,
		index: number,
	): WorkflowNode => ({
		name: `${operation} ${index + 1}`,
		type: 'n8n-nodes-wago.wago',
		typeVersion: 1,
		position: [220 * (index + 1), 0],
		parameters: { resource, operation, ...parameters },
		credentials: { wagoApi: session.credential, wagoAdminApi: admin },
		executeOnce: true,
		alwaysOutputData: true,
	});

	it.each(Object.entries(WORKFLOWS))('%s', async (resource, steps) => {
		const wago = steps.map((step, index) => nodeOf(resource, step, index));
		const nodes = [start, ...wago];
		const name = `resource ${resource} ${randomUUID()}`;
		const definition = { name, nodes, connections: inSequence(nodes) };
		const workflow = await bed.n8n.createWorkflow(definition);
		await bed.n8n.runFrom(workflow, START);
		const [{ id }] = await bed.n8n.waitForExecutions(workflow.id, 1);

		const { runData, error } = (await bed.n8n.execution(id)).data.resultData;
		expect(error).toBeUndefined();
		steps.forEach(([, , expected], index) => {
			const items = runData[wago[index].name][0].data?.main[0] ?? [];
			expect({ step: wago[index].name, json: items[0]?.json }).toEqual({
				step: wago[index].name,
				json: expect.objectContaining(expected),
			});
		});
	});
});
