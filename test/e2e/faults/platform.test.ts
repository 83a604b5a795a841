/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions */
import { spawn } from 'child_process';
import { writeFileSync } from 'fs';
import { join } from 'path';

import { clockFrom, FAKETIME } from '../../../scripts/lib/faketime';
import { sleep, waitFor } from '../../../scripts/lib/wait';
import { ensureN8n } from '../../../scripts/n8n/install';
import { inParallel, postDelivery, textWithId } from '../deliveries';
import { Report } from '../report';
import type { Flow } from '../testbed';
import { newSession } from '../testbed';
import { SmallDisk } from './disk';
import type { Tally } from './ledger';
import { addTally, countAll, isAccepted, sendAll, TALLY_COLUMNS, textsFor } from './ledger';
import { receivingFlow, startStage, type FaultStage } from '../stage';

const MINUTE = 60_000;
const SECOND = 1_000;
const MEGABYTE = 1024 * 1024;
const REPEATING = { retryWaitsMs: Array(60).fill(1 * SECOND) as number[] };
const HOUR_BACK = '-3600';

const disk = SmallDisk.mount(16);
/** Skipped where nothing may be mounted. */
const itWithDisk = disk ? it : it.skip;
/** Skipped where libfaketime is missing and cannot be installed. */
const itWithClock = FAKETIME.isThere() ? it : it.skip;

const eachOnce = (count: number): Tally => ({
	delivered: count,
	accepted: count,
	run: count,
	interrupted: 0,
	lost: 0,
	doubled: 0,
});

describe("Faults of the machine under n8n, and of its owner's hand", () => {
	const report = new Report('Faults of the machine', ['fault', ...TALLY_COLUMNS]);
	let stage: FaultStage;
	let flow: Flow;
	let clock: string;

	beforeAll(async () => {
		stage = await startStage((folder) => {
			clock = join(folder, 'clock');
			writeFileSync(clock, '+0');
			return { env: { N8N_STORAGE_PATH: disk?.path, ...clockFrom(clock) } };
		});
		flow = await receivingFlow(stage);
		await stage.bed.simulator.settings(REPEATING);
	}, 3 * MINUTE);

	afterAll(async () => {
		report.print();
		await stage?.dispose();
		disk?.unmount();
	});

	async function count(fault: string, texts: string[], accepted: Set<string>): Promise<Tally> {
		const tally = await countAll(stage.bed, flow, texts, accepted);
		addTally(report, fault, tally);
		return tally;
	}

	/** Delivers these texts under message IDs of their own; the same texts again are the same messages. */
	async function deliver(texts: string[]): Promise<Set<string>> {
		const url = await stage.bed.simulator.webhook(flow.token);
		const statuses = await inParallel(
			texts,
			5,
			async (text) => await postDelivery(url, flow.token, textWithId(text, text)),
		);
		return new Set(texts.filter((_, index) => isAccepted(statuses[index])));
	}

	itWithDisk('disk full: files are refused until there is room, texts go on', async () => {
		const base64 = Buffer.alloc(MEGABYTE, 'x').toString('base64');
		const media = { fileName: 'a.pdf', mimeType: 'application/pdf', base64 };
		const files = textsFor('file for a full disk', 5);
		const accepted = new Set<string>();
		disk?.fill();
		const sending = inParallel(files, 5, async (text) => {
			const from = '15551234567';
			const { deliveries } = await stage.bed.simulator.receive(flow.token, { from, text, media });
			if (deliveries.some(({ status }) => isAccepted(status))) accepted.add(text);
			return deliveries[0].status;
		});
		const texts = textsFor('text beside a full disk', 10);
		const acceptedTexts = await sendAll(stage.bed, flow, texts, 2);
		await sleep(2 * SECOND);
		expect(accepted.size).toBe(0);
		disk?.free();
		expect(new Set(await sending)).toEqual(new Set([503]));
		expect(await count('disk for files full, then freed', files, accepted)).toEqual(eachOnce(5));
		expect(await count('texts meanwhile', texts, acceptedTexts)).toEqual(eachOnce(10));
	});

	it('database locked for 8 s: everything runs once when the lock is gone', async () => {
		const release = await lockDatabase(8);
		const texts = textsFor('while locked', 20);
		const accepted = await sendAll(stage.bed, flow, texts);
		await release;
		expect(await count('database locked for 8 s', texts, accepted)).toEqual(eachOnce(20));
	}, 120_000);

	/** Has another process take n8n's database for itself; resolves to a promise of the end of that. */
	async function lockDatabase(seconds: number): Promise<Promise<void>> {
		const path = join(stage.server.userFolder, '.n8n', 'database.sqlite');
		const script = `
			const { DatabaseSync } = require('node:sqlite');
			const database = new DatabaseSync(process.argv[1]);
			database.exec('PRAGMA busy_timeout = 5000; BEGIN EXCLUSIVE');
			console.log('locked');
			setTimeout(() => database.exec('ROLLBACK'), ${seconds * SECOND});
		`;
		// This very test may run on a Node that has no SQLite; n8n's own has.
		const { nodeBin } = await ensureN8n();
		const holder = spawn(nodeBin, ['-e', script, path], { stdio: ['ignore', 'pipe', 'inherit'] });
		const ended = new Promise<void>((resolve) => holder.on('close', () => resolve()));
		await new Promise((resolve) => holder.stdout.once('data', resolve));
		return ended;
	}

	itWithClock('clock set back by an hour: what was seen stays seen', async () => {
		const before = textsFor('before the clock was set back', 10);
		const after = textsFor('after the clock was set back', 10);
		const acceptedBefore = await deliver(before);
		writeFileSync(clock, HOUR_BACK);
		const acceptedAfter = await deliver([...before, ...after]);
		writeFileSync(clock, '+0');
		await deliver([...before, ...after]);
		expect(acceptedAfter.size).toBe(20);
		const counted = await count('clock set back 1 h, delivered again', before, acceptedBefore);
		expect(counted).toEqual(eachOnce(10));
		const accepted = new Set(after.filter((text) => acceptedAfter.has(text)));
		expect(await count('first delivered under that clock', after, accepted)).toEqual(eachOnce(10));
	});

	it('token rotated in the credential: the old one ends in seconds, the new one begins at publishing', async () => {
		const { bed } = stage;
		const old = textsFor('with the old token', 10);
		const acceptedOld = await deliver(old);
		const oldUrl = await bed.simulator.webhook(flow.token);

		const { token } = await newSession(bed);
		await bed.n8n.updateCredential(flow.credential, { baseUrl: bed.simulatorUrl, token });
		const rotated = Date.now();
		const statusOfOldToken = async () =>
			await postDelivery(oldUrl, flow.token, textWithId('too late', 'too late'));
		await waitFor('the end of the old token', async () => (await statusOfOldToken()) === 401);
		expect(Date.now() - rotated).toBeLessThan(10 * SECOND);

		await bed.n8n.deactivate(flow.workflow.id);
		await bed.n8n.activate(flow.workflow.id);
		expect(await statusOfOldToken()).toBe(401);
		const renewed = textsFor('with the new token', 10);
		const acceptedNew = await sendAll(bed, { ...flow, token }, renewed);
		expect(await count('token rotated: before', old, acceptedOld)).toEqual(eachOnce(10));
		expect(await count('token rotated: after', renewed, acceptedNew)).toEqual(eachOnce(10));
	});
});
