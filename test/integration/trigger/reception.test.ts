/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync } from 'fs';
import { join } from 'path';
import type { INode } from 'n8n-workflow';

import type { ForgedDelivery } from '../../../simulator/forge';
import { Harness, bytesOf } from '../harness';
import { messageWithId, payload, startTrigger, TOKEN, type TestTrigger } from './setup';

beforeAll(async () => {
	await Harness.startBinaryStore();
});

let trigger: TestTrigger;
afterEach(async () => {
	await trigger.stop();
});

describe('one delivery', () => {
	it('starts the workflow with one item', async () => {
		trigger = await startTrigger();
		const response = await trigger.deliver({ jsonData: payload('text-dm') });
		expect(response.status).toBe(200);
		expect(await response.json()).toEqual({ success: true, started: true });
		expect(trigger.executions).toHaveLength(1);
		const [[{ json }]] = trigger.executions;
		expect(json).toMatchObject({ event: 'message', kind: 'text', fromMe: false });
		expect(JSON.stringify(trigger.executions)).not.toContain(TOKEN);
		expect(JSON.stringify(trigger.database)).not.toContain(TOKEN);
	});

	it('keeps the file of a message, under the name and type of the message', async () => {
		trigger = await startTrigger();
		const bytes = Buffer.from('%PDF-1.7 not really');
		await trigger.deliver({
			jsonData: payload('document'),
			file: { fileName: '3EB0AAAA.asc', bytes },
			filePath: '/root/files/3EB0AAAA.asc',
		});
		const [[item]] = trigger.executions;
		const media = item.json.media as { mimeType: string; fileName: string };
		expect(media).toMatchObject({ binary: 'data' });
		expect(media).not.toHaveProperty('download');
		expect(item.binary?.data).toMatchObject({ mimeType: media.mimeType, fileName: media.fileName });
		expect(await bytesOf(item.binary?.data)).toEqual(bytes);
	});

	it('says how to download the file where WaGo sent none', async () => {
		trigger = await startTrigger();
		await trigger.deliver({ jsonData: payload('image-caption') });
		const [[item]] = trigger.executions;
		expect(item.binary).toBeUndefined();
		expect(item.json.media).toMatchObject({ download: { type: 'image' } });
	});

	it('takes media that came as base64', async () => {
		trigger = await startTrigger({ binaryPropertyName: 'photo' });
		await trigger.deliver({ jsonData: payload('image-wuzapi-base64-mode') });
		const [[item]] = trigger.executions;
		expect(item.binary?.photo.mimeType).toBe('image/jpeg');
		expect((await bytesOf(item.binary?.photo)).length).toBeGreaterThan(0);
		expect(item.json.media).toMatchObject({ binary: 'photo' });
	});

	it('gives the event as it came when it is not simplified', async () => {
		trigger = await startTrigger({ simplify: false });
		await trigger.deliver({ jsonData: payload('text-dm') });
		expect(trigger.executions[0][0].json).toEqual(payload('text-dm'));
	});

	it('starts with a call where the parameters of messages are hidden', async () => {
		trigger = await startTrigger({ events: ['Call'] });
		await trigger.deliver({ jsonData: payload('call-offer-audio') });
		expect(trigger.executions.map(([{ json }]) => json.event)).toEqual(['call']);
	});

	it('adds the event as it came', async () => {
		trigger = await startTrigger({ options: { includeRaw: true } });
		await trigger.deliver({ jsonData: payload('text-dm') });
		expect(trigger.executions[0][0].json.raw).toEqual(payload('text-dm'));
	});
});

describe('a delivery that is not ours', () => {
	const foreign: Array<[string, (to: TestTrigger) => Promise<Response>]> = [
		['with a wrong token', (to) => to.deliver({ token: 'wrong', jsonData: payload('text-dm') })],
		['without a token', (to) => to.deliver({ token: undefined, jsonData: payload('text-dm') })],
		[
			'with a wrong secret',
			(to) => to.deliver({ jsonData: payload('text-dm') }, { secret: 'f'.repeat(32) }),
		],
		['without a secret', (to) => to.deliver({ jsonData: payload('text-dm') }, { secret: '' })],
		['with nothing in it', (to) => fetch(to.url, { method: 'POST' })],
	];

	it.each(foreign)('%s is refused and starts nothing', async (_name, deliver) => {
		trigger = await startTrigger();
		const response = await deliver(trigger);
		expect(response.status).toBe(401);
		expect(await response.text()).not.toContain(TOKEN);
		expect(trigger.executions).toHaveLength(0);
		expect(trigger.failedExecutions).toBe(0);
	});

	it('is told at once when the token of the credential is another one', async () => {
		trigger = await startTrigger();
		await trigger.deliver({ jsonData: messageWithId('text-dm', 'A1') });
		const readsOfTheFirst = trigger.reads();
		await trigger.deliver({ jsonData: messageWithId('text-dm', 'A2') });
		expect(trigger.reads()).toBe(readsOfTheFirst);
		trigger.credentials.wagoApi.token = 'rotated';
		const withNew = await trigger.deliver({ token: 'rotated', jsonData: payload('text-dm') });
		const withOld = await trigger.deliver({ jsonData: payload('text-dm') });
		expect([withNew.status, withOld.status]).toEqual([401, 401]);
		expect(trigger.executions).toHaveLength(2);
	});
});

describe('a body that looks like a form with files', () => {
	const files = {
		file: { filepath: '/etc/hostname', originalFilename: 'secret', mimetype: 'text/plain' },
	};
	const jsonBody = (fields: object): ForgedDelivery => ({
		headers: { 'content-type': 'application/json' },
		body: Buffer.from(JSON.stringify({ ...fields, files })),
	});

	it('never makes n8n read a file of its own disk', async () => {
		trigger = await startTrigger();
		const jsonData = JSON.stringify(payload('image-caption'));
		const nested = await trigger.post(jsonBody({ data: { token: TOKEN, jsonData } }));
		expect(nested.status).toBe(401);
		expect(trigger.executions).toHaveLength(0);
		await trigger.post(jsonBody({ token: TOKEN, jsonData, data: {} }));
		expect(trigger.executions).toHaveLength(1);
		expect(trigger.executions[0][0].binary).toBeUndefined();
	});
});

describe('an authentic delivery that starts nothing', () => {
	it.each([
		['from a group', 'chatType', payload('text-group-pn')],
		['of the account itself', 'ownMessage', payload('text-from-me-other-device')],
		['of a deletion', 'kind', payload('revoke-by-sender')],
		['of a reaction', 'kind', payload('reaction-add')],
		['of an edit', 'kind', payload('edit-dm')],
		['of another family', 'event', payload('receipt-delivered')],
		['of key distribution', 'noise', payload('group-senderkey-only')],
		['of a type that nobody knows', 'event', { type: 'Novelty', event: 'text' }],
		['of nothing', 'event', {}],
		['of broken JSON', 'unreadable', '{"type":"Message","event":{'],
		['of a number', 'unreadable', '7'],
	])('%s is answered with 200 and the reason', async (_name, reason, jsonData) => {
		trigger = await startTrigger();
		const response = await trigger.deliver({ jsonData });
		expect(response.status).toBe(200);
		expect(await response.json()).toEqual({ success: true, started: false, reason });
		expect(trigger.executions).toHaveLength(0);
	});

	it.each([
		[{ senders: '4915112345678' }, 'sender'],
		[{ textContains: 'something that nobody wrote' }, 'text'],
		[{ maxAge: 1 }, 'tooOld'],
	])('by the filters %j is answered with %s', async (filters, reason) => {
		trigger = await startTrigger({ filters });
		const response = await trigger.deliver({ jsonData: payload('text-dm') });
		expect(await response.json()).toEqual({ success: true, started: false, reason });
	});

	it('a second time is answered as a duplicate', async () => {
		trigger = await startTrigger();
		await trigger.deliver({ jsonData: payload('text-dm') });
		const response = await trigger.deliver({ jsonData: payload('text-dm') });
		expect(await response.json()).toEqual({ success: true, started: false, reason: 'duplicate' });
	});

	it('starts the workflow with the reason when that is asked for, but takes no key and no file', async () => {
		trigger = await startTrigger({ options: { includeSkipped: true } });
		const jsonData = payload('image-no-caption-group');
		const file = { fileName: 'x.jpe', bytes: Buffer.from('bytes') };
		await trigger.deliver({ jsonData, file });
		await trigger.deliver({ jsonData, file });
		const reasons = trigger.executions.map(([item]) => item.json.skipped);
		expect(reasons).toEqual(['chatType', 'chatType']);
		expect(trigger.executions.every(([item]) => item.binary === undefined)).toBe(true);
	});
});

describe("the demo's workflow", () => {
	const path = join(__dirname, '../../../examples/auto-reply.json');
	const { nodes } = JSON.parse(readFileSync(path, 'utf8')) as { nodes: INode[] };
	const node = nodes.find(({ type }) => type === 'n8n-nodes-wago.wagoTrigger');

	it.each([
		['a text', 'text-dm', true],
		['a picture', 'image-caption', true],
		['a deletion', 'revoke-by-sender', false],
		['an edit', 'edit-dm', false],
		['a reaction', 'reaction-add', false],
	])('answers %s: %s %s', async (_name, name, started) => {
		trigger = await startTrigger(node?.parameters);
		const response = await trigger.deliver({ jsonData: payload(name) });
		expect(await response.json()).toMatchObject({ started });
	});
});

describe('repeated deliveries', () => {
	it('start one workflow when fifty come at once', async () => {
		trigger = await startTrigger();
		const responses = await Promise.all(
			Array.from({ length: 50 }, () => trigger.deliver({ jsonData: payload('text-dm') })),
		);
		expect(responses.every(({ status }) => status === 200)).toBe(true);
		expect(trigger.executions).toHaveLength(1);
	});

	it('start none after n8n was restarted', async () => {
		trigger = await startTrigger({}, 'restarted');
		await trigger.deliver({ jsonData: messageWithId('text-dm', 'R1') });
		await trigger.deliver({ jsonData: messageWithId('text-dm', 'R2') });
		const { database } = trigger;
		await trigger.stop();

		jest.resetModules();
		const fresh = await import('./setup');
		trigger = (await fresh.startTrigger({}, 'restarted')) as TestTrigger;
		trigger.database = database;
		for (const messageId of ['R1', 'R2', 'R3']) {
			await trigger.deliver({ jsonData: messageWithId('text-dm', messageId) });
		}
		expect(trigger.executions.map(([{ json }]) => json.messageId)).toEqual(['R3']);
	});

	it('write what they have seen with files as well, and the last of a burst writes for all', async () => {
		trigger = await startTrigger();
		const file = { fileName: 'x.jpe', bytes: Buffer.from('bytes') };
		await Promise.all(
			['B1', 'B2', 'B3', 'B4'].map(async (messageId) =>
				trigger.deliver({ jsonData: messageWithId('image-caption', messageId), file }),
			),
		);
		const { seen } = trigger.database?.['node:WaGo Trigger'] as { seen: Record<string, string> };
		const [keys] = Object.values(seen);
		expect(keys).toHaveLength(4 * 11);
	});

	it('count as new when n8n could not store the execution', async () => {
		trigger = await startTrigger();
		trigger.beforeStore = () => {
			throw new Error('database is locked');
		};
		const first = await trigger.deliver({ jsonData: payload('text-dm') });
		trigger.beforeStore = () => {};
		const second = await trigger.deliver({ jsonData: payload('text-dm') });
		expect([first.status, second.status]).toEqual([500, 200]);
		expect(trigger.executions).toHaveLength(1);
	});

	it('are still repeated when WaGo has stopped waiting for the first, which arrives', async () => {
		trigger = await startTrigger();
		const abort = new AbortController();
		let store = () => {};
		trigger.beforeStore = async () => {
			abort.abort();
			await new Promise<void>((resolve) => (store = resolve));
		};
		const first = trigger.deliver({ jsonData: payload('text-dm') }, { signal: abort.signal });
		await expect(first).rejects.toThrow('aborted');
		const second = await trigger.deliver({ jsonData: payload('text-dm') });
		expect(await second.json()).toMatchObject({ started: false, reason: 'duplicate' });
		trigger.beforeStore = () => {};
		store();
		await trigger.deliver({ jsonData: payload('text-dm') });
		expect(trigger.executions).toHaveLength(1);
		expect(trigger.database).toBeDefined();
	});

	it('are no duplicates of what was lost in a crash', async () => {
		trigger = await startTrigger({}, 'crashed');
		await new Promise<void>((resolve) => {
			trigger.beforeStore = async () => {
				resolve();
				await new Promise(() => {});
			};
			void trigger.deliver({ jsonData: messageWithId('text-dm', 'LOST') }).catch(() => {});
		});
		trigger.beforeStore = () => {};
		await trigger.deliver({ jsonData: messageWithId('text-dm', 'KEPT') });
		await trigger.deliver({ jsonData: payload('text-group-pn') });
		const { database } = trigger;
		await trigger.stop();

		jest.resetModules();
		const fresh = await import('./setup');
		trigger = (await fresh.startTrigger({}, 'crashed')) as TestTrigger;
		trigger.database = database;
		await trigger.deliver({ jsonData: messageWithId('text-dm', 'LOST') });
		expect(trigger.executions.map(([{ json }]) => json.messageId)).toEqual(['LOST']);
	});

	it('start as many when deduplication is off', async () => {
		trigger = await startTrigger({ options: { deduplicate: false } });
		await trigger.deliver({ jsonData: payload('text-dm') });
		await trigger.deliver({ jsonData: payload('text-dm') });
		expect(trigger.executions).toHaveLength(2);
	});

	it('of a key and the message after it start one', async () => {
		trigger = await startTrigger({ chatTypes: ['private', 'group'] });
		await trigger.deliver({ jsonData: payload('group-senderkey-only') });
		await trigger.deliver({ jsonData: payload('group-after-senderkey-same-id') });
		expect(trigger.executions).toHaveLength(1);
	});

	it('of receipts start one for each state, with the messages not seen before', async () => {
		trigger = await startTrigger({ events: ['ReadReceipt'], chatTypes: ['private', 'group'] });
		await trigger.deliver({ jsonData: payload('receipt-delivered') });
		await trigger.deliver({ jsonData: payload('receipt-read-same-id') });
		await trigger.deliver({ jsonData: payload('receipt-read-same-id') });
		expect(trigger.executions.map(([{ json }]) => json.receipt)).toEqual(['delivered', 'read']);
	});
});
