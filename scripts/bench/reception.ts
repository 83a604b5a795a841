import { compileFilter } from '../../nodes/WagoTrigger/filters';
import { readConfiguration } from '../../nodes/WagoTrigger/configuration';
import { readDelivery } from '../../nodes/shared/whatsapp/delivery';
import { buildItem, readEvent } from '../../nodes/shared/whatsapp/event';
import { processorTime } from './lib/clock';
import { sampleText } from './lib/deliveries';
import type { Aim, Figure, Row } from './lib/figure';
import { alternate, median, ratioOf } from './lib/rounds';

const ROUNDS = 15;
/** Milliseconds that one measurement takes. */
const MEASUREMENT = 100;
const TOKEN = 'session-token';

const filter = compileFilter(readConfiguration({ getNodeParameter: () => undefined as never }));

/** All that happens between a parsed form and the item, but for the memory of what has been seen. */
function pipeline(jsonData: string): unknown {
	const { envelope } = readDelivery({ token: TOKEN, jsonData });
	if (envelope === undefined) throw new Error('A sample has no envelope');
	const event = readEvent(envelope, TOKEN);
	return filter(event, Date.now()) ?? buildItem(event);
}

/** How often a second a function runs. */
function speedOf(work: () => unknown): number {
	let runs = 0;
	let sum = 0;
	const started = processorTime();
	let now = started;
	for (; now - started < MEASUREMENT; now = processorTime()) {
		// A clock asked for each time would be part of what is measured.
		for (let index = 0; index < 20; index++) if (work() !== undefined) sum++;
		runs += 20;
	}
	if (sum !== runs) throw new Error('Nothing came out');
	return (runs * 1000) / (now - started);
}

const TEXT_AIM: Aim = { atMost: 4 };
const LARGE_AIM: Aim = { atMost: 3 };

/** A message of which one member is as long as people's longest texts or largest previews. */
function enlarged(sample: string, change: (message: Record<string, unknown>) => void): string {
	const envelope = JSON.parse(sampleText(sample)) as {
		event: { Message: Record<string, unknown> };
	};
	change(envelope.event.Message);
	return JSON.stringify(envelope);
}

/** A chunk of history as a phone sends it after the scan. */
function history(conversations: number): string {
	const envelope = JSON.parse(sampleText('history-sync-recent')) as {
		event: { Data: { conversations: unknown[] } };
	};
	const [conversation] = envelope.event.Data.conversations;
	envelope.event.Data.conversations = Array.from({ length: conversations }, () => conversation);
	return JSON.stringify(envelope);
}

const DELIVERIES: ReadonlyArray<{ what: string; text: string; aim: Aim }> = [
	{ what: 'text message', text: sampleText('text-dm'), aim: TEXT_AIM },
	{
		what: 'text of 60,000 characters',
		text: enlarged('text-dm', (message) => (message.conversation = 'Wörter '.repeat(8_500))),
		aim: LARGE_AIM,
	},
	{
		what: 'picture with a preview of 100 KB',
		text: enlarged('image-caption', (message) => {
			(message.imageMessage as Record<string, unknown>).JPEGThumbnail = 'A'.repeat(100_000);
		}),
		aim: LARGE_AIM,
	},
	{ what: 'history sync with 1,000 chats', text: history(1_000), aim: LARGE_AIM },
];

async function measureOne({ what, text, aim }: (typeof DELIVERIES)[number]): Promise<Row> {
	const variants = {
		pipeline: () => speedOf(() => pipeline(text)),
		parse: () => speedOf(() => JSON.parse(text) as unknown),
	};
	await alternate(2, variants); // until the code is compiled
	const rounds = await alternate(ROUNDS, variants);
	return {
		what: `${what} (${Math.round(text.length / 1000)} KB)`,
		value: median(rounds.pipeline),
		unit: 'deliveries/s',
		comparedTo: 'time of JSON.parse of the same text',
		ratio: ratioOf(rounds, 'parse', 'pipeline'),
		aim,
	};
}

export const reception: Figure = {
	name: 'reception',
	title: 'Reception in process: from the form to the item, without n8n',
	async measure() {
		const rows: Row[] = [];
		for (const delivery of DELIVERIES) rows.push(await measureOne(delivery));
		return { rows };
	},
};
