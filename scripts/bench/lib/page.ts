/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { mkdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';

import { projectRoot } from '../../lib/paths';
import { toSvg } from './plot';
import { tableOf, type Measured, type Report } from './report';

const PAGE = join(projectRoot, 'docs/performance.md');
const IMAGES = join(projectRoot, 'docs/images');
const BEGIN = '<!-- measured: begin -->';
const END = '<!-- measured: end -->';

function sectionOf({ title, rows, plots }: Measured): string {
	const images = plots.map((plot) => `![${plot.title}](images/${plot.name}.svg)\n`);
	return [`### ${title}\n`, `${tableOf(rows, true)}\n`, ...images].join('\n');
}

/** Writes what was measured into docs/performance.md, between its two marks, and the plots beside it. */
export function writePage({ date, machine, versions, seconds, figures }: Report): void {
	const introduction = `Measured on ${date.slice(0, 10)} with n8n ${versions.n8n} and Node ${versions.node.slice(1)} (the benchmarks' own; n8n runs on Node 24), on ${machine}. The run took ${Math.round(seconds / 60)} minutes.\n`;
	const content = [introduction, ...figures.map(sectionOf)].join('\n');
	const page = readFileSync(PAGE, 'utf8');
	const [before, rest] = page.split(BEGIN);
	const after = rest?.split(END)[1];
	if (after === undefined) throw new Error(`${PAGE} has no place for the figures`);
	writeFileSync(PAGE, `${before}${BEGIN}\n\n${content}\n${END}${after}`);
	mkdirSync(IMAGES, { recursive: true });
	for (const plot of figures.flatMap(({ plots }) => plots)) {
		writeFileSync(join(IMAGES, `${plot.name}.svg`), toSvg(plot));
	}
}
