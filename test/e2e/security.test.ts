/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { randomUUID } from 'crypto';
import { readdir, readFile } from 'fs/promises';
import http from 'http';
import type { AddressInfo } from 'net';
import { tmpdir } from 'os';
import { basename, join } from 'path';

import { waitFor } from '../../scripts/lib/wait';
import type { ExecutionItem, SavedCredential } from '../../scripts/n8n/client';
import { forgeDelivery } from '../../simulator/forge';
import { payload, textWithId, type Envelope } from './deliveries';
import { Report } from './report';
import { startStage, type FaultStage } from './stage';
import type { Flow } from './testbed';
import { activeFlow, messageNode, newSession, testbed, triggerNode } from './testbed';

const MINUTE = 60_000;
const MEGABYTE = 1024 * 1024;
/** Another address of this machine than that of WaGo and n8n: it stands for the network that n8n can reach. */
const INTERNAL_HOST = '127.0.0.2';

/** In messages that some attempts deliver. */
const KNOWN_TEXT = 'a text that is found again';

interface Attempt {
	readonly name: string;
	send(): Promise<number>;
	readonly answer: number;
	/** Executions that it starts. */
	readonly starts: number;
	/** For the table of attempts. */
	readonly outcome: string;
}

describe('Attacks on the webhook', () => {
	const report = new Report('Attempts', ['attempt', 'answer', 'executions', 'outcome']);
	let stage: FaultStage;
	let flow: Flow;
	let url: string;
	/** Everything that anybody was answered. */
	const answers: string[] = [];
	const tokens: string[] = [];

	beforeAll(async () => {
		stage = await startStage(() => ({
			env: {
				N8N_SSRF_PROTECTION_ENABLED: 'true',
				N8N_SSRF_ALLOWED_IP_RANGES: '127.0.0.1/32',
			},
		}));
		flow = await receiving({});
		url = await stage.bed.simulator.webhook(flow.token);
	}, 3 * MINUTE);

	afterAll(async () => {
		report.print();
		await stage?.dispose();
	});

	async function receiving(parameters: Record<string, unknown>): Promise<Flow> {
		const made = await activeFlow(stage.bed, (credential) => [triggerNode(credential, parameters)]);
		tokens.push(made.token);
		return made;
	}

	async function request(address: string, init: RequestInit): Promise<number> {
		const response = await fetch(address, { redirect: 'manual', ...init });
		answers.push(JSON.stringify([...response.headers]), await response.text());
		return response.status;
	}

	const postForm = async (address: string, fields: Array<[string, string]>): Promise<number> =>
		await request(address, { method: 'POST', body: new URLSearchParams(fields) });

	const fresh = (): string => JSON.stringify(textWithId(randomUUID()));

	/** Delivers as the session of a workflow would. */
	async function deliver(target: Flow, jsonData: Envelope | string): Promise<number> {
		const text = typeof jsonData === 'string' ? jsonData : JSON.stringify(jsonData);
		const { headers, body } = forgeDelivery({ token: target.token, jsonData: text });
		const address = await stage.bed.simulator.webhook(target.token);
		return await request(address, { method: 'POST', headers, body: new Uint8Array(body) });
	}

	const executionCount = async ({ workflow }: Flow): Promise<number> =>
		(await stage.bed.n8n.executions(workflow.id)).length;

	/** The item that the newest execution of a workflow began with. */
	async function newestItem({ workflow }: Flow): Promise<ExecutionItem> {
		const [{ id }] = await stage.bed.n8n.executions(workflow.id);
		const { data, status } = await stage.bed.n8n.waitForExecution(id);
		expect(status).toBe('success');
		const [item] = data.resultData.runData['WaGo Trigger'][0].data?.main[0] ?? [];
		return item;
	}

	/** Makes an attempt, checks what came of it and notes it for the table. */
	async function check(attempt: Attempt, target = flow): Promise<void> {
		const before = await executionCount(target);
		expect(await attempt.send()).toBe(attempt.answer);
		// n8n's list of executions lags behind its answers a little.
		const expected = before + attempt.starts;
		await waitFor('the executions', async () => (await executionCount(target)) >= expected);
		expect(await executionCount(target)).toBe(expected);
		report.add(attempt.name, attempt.answer, attempt.starts, attempt.outcome);
	}

	describe('by whoever is not the session', () => {
		const REFUSED = 'refused; nothing is stored';
		const withSecret = (change: (query: URLSearchParams) => void): string => {
			const changed = new URL(url);
			change(changed.searchParams);
			return changed.toString();
		};
		const withToken = (address: string) => async () =>
			await postForm(address, [
				['jsonData', fresh()],
				['token', flow.token],
			]);

		it('wrong or missing tokens are refused', async () => {
			const other = await newSession(stage.bed);
			tokens.push(other.token);
			const forms: Array<[string, Array<[string, string]>]> = [
				['wrong token', [['token', 'wrong']]],
				['no token', []],
				['empty token', [['token', '']]],
				['token of another session', [['token', other.token]]],
			];
			for (const [name, fields] of forms) {
				const send = async () => await postForm(url, [['jsonData', fresh()], ...fields]);
				await check({ name, send, answer: 401, starts: 0, outcome: REFUSED });
			}
		});

		it('wrong or missing secrets are refused', async () => {
			const addresses: Array<[string, string]> = [
				['right token, wrong secret', withSecret((query) => query.set('secret', '0'.repeat(32)))],
				['right token, no secret', withSecret((query) => query.delete('secret'))],
				['right token, two secrets', withSecret((query) => query.append('secret', 'another'))],
			];
			for (const [name, address] of addresses) {
				const send = withToken(address);
				await check({ name, send, answer: 401, starts: 0, outcome: REFUSED });
			}
		});

		it('another method finds nothing', async () => {
			const send = async () => await request(url, { method: 'GET' });
			const outcome = 'no such webhook';
			await check({ name: 'GET to the address', send, answer: 404, starts: 0, outcome });
		});
	});

	describe('with what may come through the session itself', () => {
		it('a delivery that was recorded and is sent again starts nothing', async () => {
			const recorded = textWithId(randomUUID());
			expect(await deliver(flow, recorded)).toBe(200);
			const send = async () => await deliver(flow, recorded);
			const outcome = 'a duplicate, for as long as *Deduplication Window* says';
			await check({ name: 'replay of a delivery', send, answer: 200, starts: 0, outcome });
		});

		it('a JSON body cannot pass for a form whose upload lies somewhere on the disk', async () => {
			const data = { token: flow.token, jsonData: fresh() };
			const file = { filepath: '/etc/passwd', originalFilename: 'passwd.txt', size: 1 };
			const send = async () =>
				await request(url, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify({ data, files: { file } }),
				});
			const name = 'a JSON body that names a file of n8n’s disk as its upload';
			const outcome = 'refused; no file is read';
			await check({ name, send, answer: 401, starts: 0, outcome });
		});

		it('an old message starts nothing where a maximum age is set', async () => {
			const target = await receiving({ filters: { maxAge: 60 } });
			const send = async () => await deliver(target, textWithId(randomUUID()));
			const name = 'replay of a delivery of months ago, *Maximum Age* 60 s';
			await check({ name, send, answer: 200, starts: 0, outcome: 'too old' }, target);
		});

		it('huge fields are taken up to the limit of n8n, and nothing breaks beyond it', async () => {
			const text = (megabytes: number) => 'x'.repeat(megabytes * MEGABYTE);
			await check({
				name: 'text of 8 MB',
				send: async () => await deliver(flow, textWithId(randomUUID(), text(8))),
				answer: 200,
				starts: 1,
				outcome: 'taken',
			});
			const status = await deliver(flow, textWithId(randomUUID(), text(17)));
			expect([413, 500]).toContain(status);
			report.add('text of 17 MB', status, 0, 'refused by n8n (`N8N_PAYLOAD_SIZE_MAX`)');
			await check({
				name: 'a form of 100,000 fields',
				send: async () =>
					await postForm(url, [
						['token', flow.token],
						['jsonData', fresh()],
						...Array.from({ length: 100_000 }, (_, index): [string, string] => [`f${index}`, '']),
					]),
				answer: 200,
				starts: 1,
				outcome: 'the first thousand fields are read',
			});
		});

		it('JSON that nests 100,000 deep is cut', async () => {
			const target = await receiving({ simplify: false });
			const depth = 100_000;
			const deep = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
			const jsonData = fresh().replace('"conversation":', `"deep":${deep},"conversation":`);
			expect(jsonData).toContain('"deep"');
			const name = 'JSON that nests 100,000 deep';
			const outcome = 'taken, without what is deeper than 200';
			const send = async () => await deliver(target, jsonData);
			await check({ name, send, answer: 200, starts: 1, outcome }, target);
			expect((await newestItem(target)).json.event).toBeDefined();
		});

		it('keys named __proto__ reach no object but their own', async () => {
			const target = await receiving({ simplify: false });
			const poison =
				'"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},';
			const jsonData = fresh().replaceAll('{', `{${poison}`).replaceAll(',}', '}');
			const name = 'keys named `__proto__` and `constructor` at every level';
			const send = async () => await deliver(target, jsonData);
			await check({ name, send, answer: 200, starts: 1, outcome: 'plain data' }, target);
			await deliver(flow, textWithId(randomUUID(), KNOWN_TEXT));
			const { json } = await newestItem(flow);
			expect(json).toMatchObject({ kind: 'text', event: 'message' });
			expect(json.polluted).toBeUndefined();
		});

		it('a regular expression that explodes takes no time', async () => {
			const target = await receiving({ filters: { textMatches: '(a+)+$' } });
			const text = `${'a'.repeat(50_000)}!`;
			const began = Date.now();
			await check(
				{
					name: 'filter `(a+)+$` and a text that makes it explode',
					send: async () => await deliver(target, textWithId(randomUUID(), text)),
					answer: 200,
					starts: 0,
					outcome: 'no match, in linear time',
				},
				target,
			);
			expect(Date.now() - began).toBeLessThan(3000);
		});

		it('a file name with path parts stays a name', async () => {
			const evil = `../../../../../../tmp/evil-${randomUUID()}.sh`;
			const message = payload('document') as { event: { Info: { ID: string } } };
			message.event.Info.ID = randomUUID();
			const jsonData = JSON.stringify(message).replace(
				/"fileName":"[^"]*"/g,
				`"fileName":"${evil}"`,
			);
			const file = { fileName: evil, bytes: Buffer.from('#!/bin/sh\n') };
			const { headers, body } = forgeDelivery({ token: flow.token, jsonData, file });
			const send = async () =>
				await request(url, { method: 'POST', headers, body: new Uint8Array(body) });
			const outcome = 'the last part alone is the name, and names no place on disk';
			await check({ name: 'file name with `../`', send, answer: 200, starts: 1, outcome });

			const { json, binary } = await newestItem(flow);
			expect(binary?.data.fileName).toBe(basename(evil));
			expect(JSON.stringify(json)).not.toContain('../');
			expect(await readdir(tmpdir())).not.toContain(basename(evil));
		});
	});

	describe('by addresses in the internal network', () => {
		const visits: http.IncomingHttpHeaders[] = [];
		let internal: http.Server;
		let address: string;

		beforeAll(async () => {
			internal = http.createServer((visit, response) => {
				visits.push(visit.headers);
				response.writeHead(200, { 'content-type': 'image/png' }).end('not an image');
			});
			await new Promise<void>((resolve) => internal.listen(0, INTERNAL_HOST, resolve));
			address = `http://${INTERNAL_HOST}:${(internal.address() as AddressInfo).port}/secret.png`;
		});

		afterAll(() => {
			internal.close();
		});

		beforeEach(() => {
			visits.length = 0;
		});

		it('the trigger follows no address of a message', async () => {
			const message = payload('image-caption') as { event: { Info: { ID: string } } };
			message.event.Info.ID = randomUUID();
			const jsonData = JSON.stringify(message).replace(/"URL":"[^"]*"/g, `"URL":"${address}"`);
			expect(jsonData).toContain(address);
			const name = 'media whose address is internal';
			const outcome = 'the trigger follows no address';
			const send = async () => await deliver(flow, jsonData);
			await check({ name, send, answer: 200, starts: 1, outcome });
			await newestItem(flow);
			expect(visits).toEqual([]);
		});

		const sendingFrom = (source: string) => (credential: SavedCredential) => [
			triggerNode(credential),
			{
				...messageNode(credential, 'sendImage', { mediaSource: 'url', mediaUrl: source }),
				name: 'Send',
			},
		];

		/** Lets a workflow send the file at the internal address; answers how its execution ended. */
		async function sendFromInternal(bed: FaultStage['bed']): Promise<string> {
			const sending = await activeFlow(bed, sendingFrom(address));
			tokens.push(sending.token);
			await bed.simulator.receive(sending.token, { from: '15551234567', text: 'go' });
			const [{ status }] = await bed.n8n.waitForExecutions(sending.workflow.id, 1);
			return status;
		}

		it("sending stops at n8n's own protection, where it is switched on", async () => {
			expect(await sendFromInternal(stage.bed)).toBe('error');
			expect(visits).toEqual([]);
			const outcome = 'refused by n8n (`N8N_SSRF_PROTECTION_ENABLED`), nothing is fetched';
			report.add('sending a file from an internal address', '-', 1, outcome);
		});

		it('and carries no token there, where it is not', async () => {
			const bed = await testbed();
			await sendFromInternal(bed);
			expect(visits).toHaveLength(1);
			for (const token of tokens) expect(JSON.stringify(visits)).not.toContain(token);
			const outcome = "fetched, without any token: switch n8n's protection on";
			report.add('the same without that protection', '-', 1, outcome);
		});
	});

	it('no token is in any answer, or in any file, log or database of n8n', async () => {
		const { userFolder } = stage.bed;
		const entries = await readdir(userFolder, { recursive: true, withFileTypes: true });
		const files = entries
			.filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
			.map((entry) => join(entry.parentPath, entry.name));
		const contents = await Promise.all(files.map(async (file) => await readFile(file)));
		const filesWith = (text: string) => files.filter((_, index) => contents[index].includes(text));

		// What a message said is found in the database: so would a token be.
		expect(filesWith(KNOWN_TEXT)).toContainEqual(expect.stringContaining('database.sqlite'));
		expect(tokens.length).toBeGreaterThan(5);
		for (const token of tokens) {
			for (const form of spellings(token)) {
				expect(filesWith(form)).toEqual([]);
				expect(answers.filter((answer) => answer.includes(form))).toEqual([]);
			}
		}
		const searched = `${tokens.length} tokens, ${files.length} files, ${answers.length} answer parts`;
		report.add('search for the tokens', '-', '-', `${searched}: not found, plain or encoded`);
	});
});

/** The ways in which a text may have been written. Base64 depends on where the text begins: three ways. */
function spellings(text: string): string[] {
	const base64 = [0, 1, 2].map((shift) =>
		Buffer.from(' '.repeat(shift) + text)
			.toString('base64')
			.slice(4, 40),
	);
	const hexadecimal = Buffer.from(text).toString('hex');
	return [text, encodeURIComponent(text), hexadecimal, ...base64];
}
