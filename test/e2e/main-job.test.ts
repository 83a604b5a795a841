/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createHash } from 'crypto';
import { readdir, readFile } from 'fs/promises';
import { join } from 'path';

import type { SavedCredential, WorkflowNode } from '../../scripts/n8n/client';
import type { Flow, Testbed } from './testbed';
import { activeFlow, messageNode, newSession, testbed, triggerNode } from './testbed';

const CONTACT = '15551234567';

/** The smallest PNG there is. */
const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
	'base64',
);
const PDF = Buffer.from(`%PDF-1.4\n${'% a document\n'.repeat(100)}%%EOF\n`);

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Trigger, then one message operation that answers in the same chat. */
const answering =
	(operation: string, parameters?: Record<string, unknown>) =>
	(credential: SavedCredential): WorkflowNode[] => [
		triggerNode(credential),
		messageNode(credential, operation, parameters),
	];

describe('The packed nodes in a real n8n', () => {
	let bed: Testbed;
	let echo: Flow;

	beforeAll(async () => {
		bed = await testbed();
		echo = await activeFlow(bed, answering('sendText', { text: '=Echo: {{ $json.text }}' }));
	});

	describe('credentials test', () => {
		const test = async (data: Record<string, unknown>) => {
			const credential = await bed.n8n.createCredential('Under test', 'wagoApi', data);
			return await bed.n8n.testCredential(credential, data);
		};

		it('accepts the token of a session', async () => {
			const { token } = await newSession(bed);
			expect(await test({ baseUrl: bed.simulatorUrl, token })).toMatchObject({ status: 'OK' });
		});

		it('tells a wrong token from a server that is not there', async () => {
			const wrong = await test({ baseUrl: bed.simulatorUrl, token: 'not-a-token' });
			const unreachable = await test({ baseUrl: 'http://127.0.0.1:9', token: 'not-a-token' });
			expect(wrong.status).toBe('Error');
			expect(unreachable.status).toBe('Error');
			expect(wrong.message).not.toBe(unreachable.message);
		});
	});

	it('answers ten of ten messages, once each', async () => {
		const texts = Array.from({ length: 10 }, (_, index) => `message ${index}`);
		for (const text of texts) {
			const { deliveries } = await bed.simulator.receive(echo.token, { from: CONTACT, text });
			expect(deliveries).toEqual([expect.objectContaining({ status: 200 })]);
		}
		const executions = await bed.n8n.waitForExecutions(echo.workflow.id, 10);
		const sent = await bed.simulator.sent(echo.token);
		expect(sent.map(({ body }) => body.Body).sort()).toEqual(texts.map((text) => `Echo: ${text}`));
		expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(10);
		expect(executions.map(({ status }) => status)).toEqual(Array(10).fill('success'));
	});

	it('sends a received image back: the same bytes, its own mime type', async () => {
		const flow = await activeFlow(bed, answering('sendImage'));
		await bed.simulator.receive(flow.token, {
			from: CONTACT,
			text: 'a picture',
			media: { fileName: 'picture.png', mimeType: 'image/png', base64: PNG.toString('base64') },
		});
		const [{ id }] = await bed.n8n.waitForExecutions(flow.workflow.id, 1);
		const [sent] = await bed.simulator.waitForSent(flow.token, 1);
		expect(sent).toMatchObject({ path: '/send/image', media: { sha256: sha256(PNG) } });

		const { data } = await bed.n8n.execution(id);
		const item = data.resultData.runData['WaGo Trigger'][0].data?.main[0]?.[0];
		expect(item?.json).toMatchObject({ kind: 'image', media: { mimeType: 'image/png' } });
		expect(item?.binary?.data.mimeType).toBe('image/png');
		expect(await bed.n8n.downloadBinary(item?.binary?.data ?? {})).toEqual(PNG);
	});

	it('sends a received PDF on as a document with its name', async () => {
		const flow = await activeFlow(bed, answering('sendDocument'));
		await bed.simulator.receive(flow.token, {
			from: CONTACT,
			media: {
				fileName: 'Offer 2026.pdf',
				mimeType: 'application/pdf',
				base64: PDF.toString('base64'),
			},
		});
		const [sent] = await bed.simulator.waitForSent(flow.token, 1);
		expect(sent).toMatchObject({
			path: '/send/document',
			body: { FileName: 'Offer 2026.pdf', Mimetype: 'application/pdf' },
			media: { sha256: sha256(PDF) },
		});
	});

	describe('what is no delivery of its session', () => {
		let before: number;
		let url: string;

		const post = async (body?: RequestInit['body'], contentType?: string): Promise<number> => {
			const headers = contentType ? { 'content-type': contentType } : undefined;
			return (await fetch(url, { method: 'POST', body, headers })).status;
		};

		beforeAll(async () => {
			url = await bed.simulator.webhook(echo.token);
			before = (await bed.n8n.executions(echo.workflow.id)).length;
		});

		it('is refused with a wrong or no token', async () => {
			const jsonData = JSON.stringify({ type: 'Message', event: { Info: { ID: 'X' } } });
			const form = (fields: Record<string, string>) => new URLSearchParams(fields);
			expect([401, 403]).toContain(await post(form({ jsonData, token: 'wrong' })));
			expect([401, 403]).toContain(await post(form({ jsonData })));
		});

		it.each([
			['no body at all', undefined, undefined],
			['an empty form', '', 'application/x-www-form-urlencoded'],
			['no form', 'hello', 'text/plain'],
			['broken JSON', '{"type":', 'application/json'],
			['a broken multipart', '--x\r\nnonsense', 'multipart/form-data; boundary=x'],
		])('starts nothing and is no fault of ours: %s', async (_name, body, contentType) => {
			expect(await post(body, contentType)).toBeLessThan(500);
		});

		it('starts nothing and is no fault of ours: the right token with nonsense', async () => {
			const { token } = echo;
			for (const jsonData of ['', '{', '[]', 'null', '{"type":"Message"}']) {
				expect(await post(new URLSearchParams({ jsonData, token }))).toBeLessThan(500);
			}
		});

		it('has started nothing in all of these cases', async () => {
			// A delivery after the others, and answered, shows that none of them was merely late.
			await bed.simulator.receive(echo.token, { from: CONTACT, text: 'after all' });
			const executions = await bed.n8n.waitForExecutions(echo.workflow.id, before + 1);
			expect(executions).toHaveLength(before + 1);
		});
	});

	it('takes its registration back when the workflow is deactivated', async () => {
		const flow = await activeFlow(bed, answering('sendText', { text: 'never sent' }));
		expect(await bed.simulator.webhook(flow.token)).toContain(bed.n8nUrl);
		await bed.n8n.deactivate(flow.workflow.id);
		expect(await bed.simulator.webhook(flow.token)).toBe('');
	});

	it("leaves the token in none of n8n's files, executions and logs", async () => {
		const entries = await readdir(bed.userFolder, { recursive: true, withFileTypes: true });
		const files = entries
			.filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
			.map((entry) => join(entry.parentPath, entry.name));
		const contents = await Promise.all(files.map(async (file) => await readFile(file)));
		const filesWith = (text: string) => files.filter((_, index) => contents[index].includes(text));

		// What was received is found in the database: so the token would be found, too.
		expect(filesWith('message 3').join()).toContain('database.sqlite');
		expect(filesWith(echo.token)).toEqual([]);
		expect(filesWith(Buffer.from(echo.token).toString('base64').slice(0, 40))).toEqual([]);
	});
});
