import type { Figure, Row } from './lib/figure';
import { mediaDelivery, textDelivery, type DeliverySort } from './lib/deliveries';
import { applyLoad, CONNECTIONS, type Load } from './lib/load';
import { alternate, median, quantile, ratioOf } from './lib/rounds';
import type { Engine, Session, Stage, Stages } from './lib/stage';

const ROUNDS = 7;
const SECONDS = 2.5;
const WARM_UP_SECONDS = 1;
const ENGINES: readonly Engine[] = ['default', 'legacy'];

const BODIES: ReadonlyArray<{ what: string; sort: (token: string) => DeliverySort }> = [
	{ what: '2 KB urlencoded', sort: textDelivery },
	{ what: '1 MB multipart', sort: (token) => mediaDelivery(token, 1_000_000) },
];

/** What each trigger does: see the files in `comparison`. */
const NAMES = {
	wago: 'WaGo Trigger',
	minimal: 'minimal trigger',
	minimalFile: 'minimal trigger that keeps the file',
	nothing: 'trigger that does nothing',
	webhook: "n8n's Webhook node",
} as const;

type Name = keyof typeof NAMES;

async function addresses(stage: Stage, session: Session): Promise<Record<Name, string>> {
	return {
		wago: await stage.wagoTrigger(session),
		minimal: await stage.comparisonTrigger('benchMinimal', session),
		minimalFile: await stage.comparisonTrigger('benchMinimal', session, { storeFile: true }),
		nothing: await stage.comparisonTrigger('benchNothing', session),
		webhook: await stage.webhookNode(),
	};
}

async function measureBody(
	engine: Engine,
	what: string,
	sort: DeliverySort,
	urls: Partial<Record<Name, string>>,
): Promise<Row[]> {
	const latencies: Partial<Record<Name, number[]>> = {};
	const names = Object.keys(urls) as Name[];
	const load = async (name: Name, seconds: number): Promise<Load> =>
		await applyLoad(seconds, () => sort.to(urls[name] ?? ''));
	for (const name of names) await load(name, WARM_UP_SECONDS);

	const variants = Object.fromEntries(
		names.map((name) => [
			name,
			async () => {
				const { perSecond, latencies: now } = await load(name, SECONDS);
				(latencies[name] ??= []).push(...now);
				return perSecond;
			},
		]),
	) as Record<Name, () => Promise<number>>;
	const rounds = await alternate(ROUNDS, variants);

	const label = `${what}, ${engine} engine`;
	const throughput = names.map((name): Row => {
		if (name === 'wago') {
			return { what: `${NAMES.wago}, ${label}`, value: median(rounds.wago), unit: 'deliveries/s' };
		}
		return {
			what: `WaGo Trigger, ${label}`,
			value: median(rounds.wago),
			unit: 'deliveries/s',
			comparedTo: `${NAMES[name]} (${median(rounds[name]).toFixed(1)}/s)`,
			ratio: ratioOf(rounds, 'wago', name),
			aim: name === 'minimal' ? { atLeast: 1 } : undefined,
		};
	});
	const { wago = [], minimal = [] } = latencies;
	const times = [0.5, 0.99].map((share): Row => {
		const [own, other] = [quantile(wago, share), quantile(minimal, share)];
		return {
			what: `time to the 2xx, ${share === 0.5 ? 'median' : 'p99'}, ${label}, ${CONNECTIONS} connections`,
			value: own,
			unit: 'ms',
			comparedTo: `minimal trigger (${other.toFixed(0)} ms)`,
			ratio: own / other,
		};
	});
	return [...throughput.filter(({ comparedTo }) => comparedTo), ...times];
}

async function measureEngine(stages: Stages, engine: Engine): Promise<Row[]> {
	const stage = await stages.get(engine);
	const session = await stage.newSession();
	const { minimalFile, ...urls } = await addresses(stage, session);
	const [text, media] = BODIES;
	return [
		...(await measureBody(engine, text.what, text.sort(session.token), urls)),
		...(await measureBody(engine, media.what, media.sort(session.token), { ...urls, minimalFile })),
	];
}

export const trigger: Figure = {
	name: 'trigger',
	title: 'The trigger in a real n8n: deliveries a second, and the time to the answer',
	async measure(stages) {
		const rows: Row[] = [];
		for (const engine of ENGINES) rows.push(...(await measureEngine(stages, engine)));
		return { rows };
	},
};
