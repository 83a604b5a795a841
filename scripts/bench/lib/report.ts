/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { cpus, totalmem } from 'os';

import { N8N_VERSION } from '../../n8n/install';
import { isReached, type Aim, type Figure, type Plot, type Row } from './figure';

/** One figure as it was measured. */
export interface Measured {
	readonly name: string;
	readonly title: string;
	readonly rows: ReadonlyArray<Row & { readonly pass?: boolean }>;
	readonly plots: readonly Plot[];
	readonly seconds: number;
}

/** All that one run of the benchmarks has found. */
export interface Report {
	readonly date: string;
	readonly machine: string;
	readonly versions: { readonly n8n: string; readonly node: string };
	readonly seconds: number;
	readonly figures: readonly Measured[];
}

function machineName(): string {
	const [{ model }] = cpus();
	const memory = Math.round(totalmem() / 2 ** 30);
	return `${cpus().length} cores (${model.trim()}), ${memory} GiB, ${process.platform} ${process.arch}`;
}

export function reportOf(figures: readonly Measured[], seconds: number): Report {
	return {
		date: new Date().toISOString(),
		machine: machineName(),
		versions: { n8n: N8N_VERSION, node: process.version },
		seconds: Math.round(seconds),
		figures,
	};
}

export function measured(
	{ name, title }: Figure,
	rows: readonly Row[],
	plots: readonly Plot[],
	seconds: number,
): Measured {
	const judged = rows.map((row) => ({ ...row, pass: isReached(row) }));
	return { name, title, rows: judged, plots, seconds: Math.round(seconds) };
}

const COLUMNS = ['What', 'Median', 'Compared to', 'Ratio', 'Aim', ''] as const;

const digits = (value: number): number =>
	Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;

/** A number as people read it: three figures, thousands apart. */
export function format(value: number): string {
	const most = digits(value);
	return value.toLocaleString('en', { maximumFractionDigits: most });
}

function aimText(aim: Aim): string {
	return 'atLeast' in aim ? `≥ ${aim.atLeast}` : `≤ ${aim.atMost}`;
}

function verdict(pass: boolean | undefined): string {
	if (pass === undefined) return '';
	return pass ? 'reached' : 'MISSED';
}

function cellsOf({ what, value, unit, comparedTo, ratio, aim, pass }: Measured['rows'][number]) {
	return [
		what,
		`${format(value)} ${unit}`,
		comparedTo ?? '',
		ratio === undefined ? '' : ratio.toFixed(2),
		aim ? aimText(aim) : '',
		verdict(pass),
	];
}

/** One figure as text with aligned columns, or as a Markdown table. */
export function tableOf(rows: Measured['rows'], isMarkdown = false): string {
	const lines = [[...COLUMNS], ...rows.map(cellsOf)];
	const widths = COLUMNS.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
	if (isMarkdown) {
		lines.splice(
			1,
			0,
			COLUMNS.map(() => '---'),
		);
		return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
	}
	return lines
		.map((line) =>
			line
				.map((cell, column) => cell.padEnd(widths[column]))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}
