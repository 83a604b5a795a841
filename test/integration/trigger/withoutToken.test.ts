/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { createHmac } from 'crypto';
import { readFileSync } from 'fs';
import { join } from 'path';
import type { INodeExecutionData } from 'n8n-workflow';

import { refusedLately } from '../../../nodes/shared/webhook/refusedDeliveries';
import { secretOf } from '../../../nodes/shared/webhook/webhookUrl';
import type { ForgedDelivery } from '../../../simulator/forge';
import { bytesOf, Harness } from '../harness';
import { multipart, NODE_PATH, payload, startTrigger, TOKEN, type TestTrigger } from './setup';

const KEY = 'a signing secret of 32 characters';
const EVERYTHING = { events: ['All'], chatTypes: ['private', 'group'], kinds: ['all'] };

let trigger: TestTrigger;
beforeAll(async () => {
	await Harness.startBinaryStore();
});
afterEach(async () => {
	jest.restoreAllMocks();
	await trigger.stop();
});

/** A request of test/data/wire: the headers that matter and the body, byte for byte. */
function request(name: string): ForgedDelivery {
	const bytes = readFileSync(join(__dirname, '../../data/wire', `${name}.req`));
	const end = bytes.indexOf('\r\n\r\n');
	const head = bytes.subarray(0, end).toString();
	const [, contentType] = /^content-type: *(.+)$/im.exec(head) ?? ['', ''];
	return { headers: { 'content-type': contentType.trim() }, body: bytes.subarray(end + 4) };
}

const signatureOf = (text: Buffer | string, key = KEY) =>
	createHmac('sha256', key).update(text).digest('hex');

function signed({ headers, body }: ForgedDelivery, signature = signatureOf(body)): ForgedDelivery {
	return { headers: { ...headers, 'x-hmac-signature': signature }, body };
}

async function startAccepting(signingSecret?: string): Promise<TestTrigger> {
	const options = { acceptWithoutToken: true };
	trigger = await startTrigger({ ...EVERYTHING, options });
	if (signingSecret) trigger.credentials.wagoApi.signingSecret = signingSecret;
	return trigger;
}

async function itemOf(delivery: ForgedDelivery): Promise<INodeExecutionData> {
	const response = await trigger.post(delivery);
	expect([response.status, await response.json()]).toEqual([200, { success: true, started: true }]);
	return trigger.executions[trigger.executions.length - 1][0];
}

const TEXT = 'Hällo + 50 % & <b>"x"</b>\nline 2 \u2028 😀 = ; \\ done';

const REQUESTS: Array<[name: string, expected: object]> = [
	['form/text', { event: 'message', kind: 'text', text: TEXT, fromMe: false }],
	['form/image', { kind: 'image', text: 'a caption, ünï', media: { mimeType: 'image/jpeg' } }],
	['form/documentodd', { kind: 'document', media: { mimeType: 'application/x-invented-thing' } }],
	['form/sticker', { kind: 'sticker', media: { mimeType: 'image/webp' } }],
	['form/voice', { kind: 'voice', media: { mimeType: 'audio/ogg' } }],
	['form/pollvote', { kind: 'pollVote', targetId: '3EB0AAAAAAAAAAAAAAAA' }],
	['form/qr', { event: 'other', type: 'QR' }],
	['form/after', { event: 'other', type: 'Connected' }],
	['form-signed/text', { event: 'message', kind: 'text', text: TEXT }],
	['form-signed/receiptread', { event: 'receipt', receipt: 'read' }],
	['json-signed/text', { event: 'message', kind: 'text', text: TEXT }],
	['json-signed/lidtext', { event: 'message', text: 'from a LID' }],
	['json-signed/image', { kind: 'image', text: 'a caption, ünï' }],
	['json-signed/loggedout', { event: 'loggedOut' }],
	['json-signed/groupinfo', { type: 'GroupInfo' }],
	['json-signed/calloffer', { event: 'call', call: { id: 'CALLID0000000001', state: 'offer' } }],
];

describe('by default', () => {
	it.each(REQUESTS)('%s is refused', async (name) => {
		trigger = await startTrigger(EVERYTHING);
		jest.spyOn(trigger.logger, 'warn').mockImplementation(() => {});
		trigger.credentials.wagoApi.signingSecret = KEY;
		expect((await trigger.post(signed(request(name)))).status).toBe(401);
		expect(trigger.executions).toHaveLength(0);
	});
});

describe('where they are accepted', () => {
	it.each(REQUESTS)('%s starts the workflow', async (name, expected) => {
		await startAccepting();
		expect((await itemOf(request(name))).json).toMatchObject(expected);
	});

	it.each([
		['form/image', 'image/jpeg', 69],
		['form/documentodd', 'application/x-invented-thing', 29],
		['form/sticker', 'image/webp', undefined],
		['form/voice', 'audio/ogg', 26],
	])('%s brings its file as base64', async (name, mimeType, length) => {
		await startAccepting();
		const { binary, json } = await itemOf(request(name));
		expect(binary?.data.mimeType).toBe(mimeType);
		const bytes = await bytesOf(binary?.data);
		if (length) expect(bytes).toHaveLength(length);
		expect(bytes.length).toBeGreaterThan(0);
		expect(json.media).toMatchObject({ binary: 'data' });
	});

	it('starts once for two copies, also when one of them has the token', async () => {
		await startAccepting();
		const { jsonData } = Object.fromEntries(
			new URLSearchParams(request('form/text').body.toString()),
		);
		await trigger.post(request('form/text'));
		await trigger.post(request('form/text'));
		await trigger.deliver({ jsonData });
		expect(trigger.executions).toHaveLength(1);
	});

	it('refuses a wrong address, and a wrong token at the right one', async () => {
		await startAccepting();
		jest.spyOn(trigger.logger, 'warn').mockImplementation(() => {});
		for (const secret of ['f'.repeat(32), '']) {
			expect((await trigger.post(request('form/text'), secret)).status).toBe(401);
		}
		const wrong = await trigger.deliver({ token: 'wrong', jsonData: payload('text-dm') });
		expect(wrong.status).toBe(401);
		expect(trigger.executions).toHaveLength(0);
	});

	it('takes the token out of an event that holds it, as WaGo sends none', async () => {
		await startAccepting();
		const event = { Data: { deep: TOKEN }, name: 'x' };
		const body = JSON.stringify({ type: 'Novelty', event, instanceName: TOKEN });
		const headers = { 'content-type': 'application/json' };
		const { json } = await itemOf({ headers, body: Buffer.from(body) });
		expect(JSON.stringify(json)).not.toContain(TOKEN);
		expect(json.raw).toMatchObject({ event: { Data: { deep: '***' } } });
	});
});

describe('where the credential has a signing secret', () => {
	it.each(REQUESTS)('%s is accepted with the right signature', async (name, expected) => {
		await startAccepting(KEY);
		expect((await itemOf(signed(request(name)))).json).toMatchObject(expected);
	});

	it.each([
		['no signature', (text: ForgedDelivery) => text],
		['another key', (text: ForgedDelivery) => signed(text, signatureOf(text.body, 'another'))],
		['another body', (text: ForgedDelivery) => signed(text, signatureOf('another'))],
		['half of it', (text: ForgedDelivery) => signed(text, signatureOf(text.body).slice(0, 32))],
		['no hexadecimal', (text: ForgedDelivery) => signed(text, 'z'.repeat(64))],
	])('%s is refused and leaves a trace', async (name, change) => {
		await startAccepting(KEY);
		const token = `token of ${name}`.replace(/\s/g, '');
		trigger.credentials.wagoApi.token = token;
		const warn = jest.spyOn(trigger.logger, 'warn').mockImplementation(() => {});
		const secret = secretOf(token, NODE_PATH);
		const response = await trigger.post(change(request('json-signed/text')), secret);
		expect(response.status).toBe(401);
		expect(refusedLately(token)).toMatchObject([{ reason: 'signature' }]);
		expect(warn.mock.calls).toHaveLength(1);
	});

	it('a form with a file is signed over its text fields', async () => {
		await startAccepting(KEY);
		const fields = {
			file: '/app/files/user/3EB0C0FFEE.jpeg',
			instanceName: 'one & two',
			jsonData: JSON.stringify(payload('image-caption')),
			userID: 'a4546aadd21ab61ea972075b4531562c',
		};
		const form = new FormData();
		form.set('upload', new Blob(['bytes of a picture'], { type: 'image/jpeg' }), 'x.jpe');
		for (const [name, value] of Object.entries(fields).reverse()) form.set(name, value);
		const json = JSON.stringify(fields).replaceAll('&', '\\u0026').replaceAll('<', '\\u003c');
		const delivery = await multipart(form);
		const { binary } = await itemOf(signed(delivery, signatureOf(json.replaceAll('>', '\\u003e'))));
		expect((await bytesOf(binary?.data)).toString()).toBe('bytes of a picture');
	});

	it('a delivery with the token needs no signature', async () => {
		await startAccepting(KEY);
		await trigger.deliver({ jsonData: payload('text-dm') });
		expect(trigger.executions).toHaveLength(1);
	});
});
