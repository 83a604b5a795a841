/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { parseArgs } from 'util';

import { say, step } from '../lib/progress';
import { deduplication } from './deduplication';
import { filtered } from './filtered';
import type { Figure } from './lib/figure';
import { writePage } from './lib/page';
import { measured, reportOf, tableOf, type Measured, type Report } from './lib/report';
import { Stages } from './lib/stage';
import { media } from './media';
import { reception } from './reception';
import { sending } from './sending';
import { trigger } from './trigger';

const FIGURES: readonly Figure[] = [reception, deduplication, trigger, filtered, sending, media];

const USAGE = `Usage: npm run bench [-- options]

Measures the package against what it can be compared to, in alternating rounds.
  --json         as JSON on stdout, for programs
  --only NAME    only this figure, may be repeated: ${FIGURES.map(({ name }) => name).join(', ')}
  --docs         writes the measured figures into docs/performance.md, and their plots
`;

const secondsSince = (started: number): number => (performance.now() - started) / 1000;

async function measureAll(figures: readonly Figure[], writesPage: boolean): Promise<Report> {
	const started = performance.now();
	const stages = new Stages();
	const all: Measured[] = [];
	try {
		for (const figure of figures) {
			const begun = performance.now();
			const { rows, plots = [] } = await step(
				figure.title,
				async () => await figure.measure(stages),
			);
			const result = measured(figure, rows, plots, secondsSince(begun));
			all.push(result);
			say(`\n${tableOf(result.rows)}\n`);
			if (writesPage) writePage(reportOf([result], secondsSince(started)));
		}
	} finally {
		await stages.dispose();
	}
	return reportOf(all, secondsSince(started));
}

function print({ date, machine, versions, seconds, figures }: Report): void {
	const lines = [
		`${date.slice(0, 10)}, n8n ${versions.n8n}, Node ${versions.node}, ${machine}, ${seconds} s`,
		...figures.flatMap(({ title, rows }) => ['', title, '', tableOf(rows)]),
	];
	process.stdout.write(`${lines.join('\n')}\n`);
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			json: { type: 'boolean', default: false },
			docs: { type: 'boolean', default: false },
			only: { type: 'string', multiple: true },
			help: { type: 'boolean', default: false },
		},
	});
	const { only } = values;
	const figures = FIGURES.filter(({ name }) => only?.includes(name) ?? true);
	if (values.help || figures.length < (only?.length ?? 0)) {
		process.stderr.write(USAGE);
		process.exitCode = values.help ? 0 : 2;
		return;
	}
	const report = await measureAll(figures, values.docs);
	if (values.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
	else print(report);
}

main().catch((error: Error) => {
	say(error.stack ?? error.message);
	process.exitCode = 1;
});
