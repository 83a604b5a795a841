/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { mkdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';

import { projectRoot } from '../../lib/paths';
import { toSvg } from './plot';
import { tableOf, type Measured, type Report } from './report';

const PAGE = join(projectRoot, 'docs/performance.md');
const IMAGES = join(projectRoot, 'docs/images');
const marksOf = (name: string) => ({
	begin: `<!-- measured: ${name} -->`,
	end: `<!-- end: ${name} -->`,
});

function sectionOf({ rows, plots, seconds }: Measured, report: Report): string {
	const { date, machine, versions } = report;
	const when = `${date.slice(0, 10)}, n8n ${versions.n8n} on Node 24, the benchmarks on Node ${versions.node.slice(1)}, ${machine}; ${seconds} s.`;
	const images = plots.map(({ title, name }) => `![${title}](images/${name}.svg)\n`);
	return [`${tableOf(rows, true)}\n`, ...images, `${when}\n`].join('\n');
}

/** The page with the section of one figure exchanged. */
function withSection(page: string, figure: Measured, report: Report): string {
	const { begin, end } = marksOf(figure.name);
	const [before, rest] = page.split(begin);
	const after = rest?.split(end)[1];
	if (after === undefined) throw new Error(`${PAGE} has no place for the figure ${figure.name}`);
	return `${before}${begin}\n\n${sectionOf(figure, report)}\n${end}${after}`;
}

/** Writes what was measured into its places in docs/performance.md, and the plots beside it. */
export function writePage(report: Report): void {
	const page = report.figures.reduce(
		(text, figure) => withSection(text, figure, report),
		readFileSync(PAGE, 'utf8'),
	);
	writeFileSync(PAGE, page);
	mkdirSync(IMAGES, { recursive: true });
	for (const plot of report.figures.flatMap(({ plots }) => plots)) {
		writeFileSync(join(IMAGES, `${plot.name}.svg`), toSvg(plot));
	}
}
