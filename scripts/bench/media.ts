/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync, writeFileSync } from 'fs';

import { say } from '../lib/progress';
import { sleep } from '../lib/wait';
import { base64Delivery, mediaDelivery, type DeliverySort } from './lib/deliveries';
import type { Figure, Plot, Row } from './lib/figure';
import { post } from './lib/load';
import { alternate, median, ratioOf } from './lib/rounds';
import type { Stage } from './lib/stage';

const MEGABYTES = [1, 20, 100, 200] as const;
const ROUNDS = 3;

/** Bytes: what the idle value may still change by. */
const SETTLED = 500_000;

/** n8n's garbage can be collected on demand, and it takes JSON of 200 MB in base64. */
const ENVIRONMENT = {
	NODE_OPTIONS: '--expose-gc --max-old-space-size=4096',
	N8N_PAYLOAD_SIZE_MAX: '400',
};

/** Linux alone tells the peak of another process, and lets it begin anew. */
const hasPeak = process.platform === 'linux';

function peakOf(pid: number): number {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
}

/** What n8n holds when its garbage is collected; what was freed goes back to the system a little later. */
async function idleMemory(collectUrl: string): Promise<number> {
	const collect = { url: collectUrl, headers: { 'Content-Length': '0' }, body: [] };
	let before = Infinity;
	for (;;) {
		const { rss } = JSON.parse(await post(collect)) as { rss: number };
		if (before - rss < SETTLED) return rss;
		before = rss;
		await sleep(500);
	}
}

/** Megabytes by which one delivery raises n8n's memory over what it has when idle. */
async function growth(
	stage: Stage,
	collectUrl: string,
	sort: DeliverySort,
	url: string,
): Promise<number> {
	const { pid } = stage.server.service;
	if (pid === undefined) throw new Error('n8n is gone');
	const idle = await idleMemory(collectUrl);
	writeFileSync(`/proc/${pid}/clear_refs`, '5');
	await post(sort.to(url));
	return (peakOf(pid) - idle) / 1e6;
}

async function measure(open: () => Promise<Stage>): Promise<{ rows: Row[]; plots: Plot[] }> {
	const stage = await open();
	const session = await stage.newSession();
	const collectUrl = await stage.comparisonTrigger('benchCollect', session);
	const wagoUrl = await stage.wagoTrigger(session);
	const base64Url = await stage.comparisonTrigger('benchBase64', session);
	const rows: Row[] = [];
	const base64: number[] = [];
	for (const size of MEGABYTES) {
		const streamedSort = mediaDelivery(session.token, size * 1e6);
		const base64Sort = base64Delivery(session.token, size * 1e6);
		const variants = {
			streamed: async () => await growth(stage, collectUrl, streamedSort, wagoUrl),
			base64: async () => await growth(stage, collectUrl, base64Sort, base64Url),
		};
		if (size === MEGABYTES[0]) await alternate(1, variants); // what is loaded on first use
		const rounds = await alternate(ROUNDS, variants);
		base64.push(median(rounds.base64));
		rows.push({
			what: `peak over idle, a file of ${size} MB`,
			value: median(rounds.streamed),
			unit: 'MB',
			comparedTo: `base64 in JSON (${median(rounds.base64).toFixed(0)} MB)`,
			ratio: ratioOf(rounds, 'streamed', 'base64'),
		});
	}
	await stage.server.service.stop();
	const plot: Plot = {
		name: 'media-memory',
		title: 'Memory that one received file takes',
		x: 'size of the file, MB',
		y: 'MB over idle',
		series: [
			{ label: 'base64 in JSON', points: MEGABYTES.map((size, index) => [size, base64[index]]) },
			{
				label: 'WaGo Trigger',
				points: MEGABYTES.map((size, index) => [size, rows[index].value]),
			},
		],
	};
	return { rows, plots: [plot] };
}

export const media: Figure = {
	name: 'media',
	title: "Received files: peak of n8n's memory over its idle value",
	async measure(stages) {
		if (hasPeak) return await measure(async () => await stages.open('for media', ENVIRONMENT));
		say('  left out: only Linux tells the peak of another process');
		return { rows: [] };
	},
};
