import type { Figure, Row } from './lib/figure';
import { groupDelivery, textDelivery } from './lib/deliveries';
import { applyLoad, type Post } from './lib/load';
import { alternate, median, ratioOf } from './lib/rounds';
import type { Engine, Stages } from './lib/stage';

const ROUNDS = 5;
const SECONDS = 1.5;
const WARM_UP_SECONDS = 1;
const ENGINES: readonly Engine[] = ['default', 'legacy'];

async function measureEngine(stages: Stages, engine: Engine): Promise<Row[]> {
	const stage = await stages.get(engine);
	const session = await stage.newSession();
	const url = await stage.wagoTrigger(session);
	const text = textDelivery(session.token);
	const group = groupDelivery(session.token);
	const repeated = text.to(url);
	const posts: Record<'starting' | 'filtered' | 'duplicate', () => Post> = {
		starting: () => text.to(url),
		filtered: () => group.to(url),
		duplicate: () => repeated,
	};
	const speed = async (next: () => Post, seconds = SECONDS) =>
		(await applyLoad(seconds, next)).perSecond;
	for (const next of Object.values(posts)) await speed(next, WARM_UP_SECONDS);
	const rounds = await alternate(ROUNDS, {
		starting: async () => await speed(posts.starting),
		filtered: async () => await speed(posts.filtered),
		duplicate: async () => await speed(posts.duplicate),
	});
	return (['filtered', 'duplicate'] as const).map((name) => ({
		what: `${name} delivery, ${engine} engine`,
		value: median(rounds[name]),
		unit: 'deliveries/s',
		comparedTo: `one that starts a workflow (${median(rounds.starting).toFixed(1)}/s)`,
		ratio: ratioOf(rounds, name, 'starting'),
		aim: { atLeast: 2 },
	}));
}

export const filtered: Figure = {
	name: 'filtered',
	title: 'Deliveries that start nothing',
	async measure(stages) {
		const rows: Row[] = [];
		for (const engine of ENGINES) rows.push(...(await measureEngine(stages, engine)));
		return { rows };
	},
};
