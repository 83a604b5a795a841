/* eslint-disable @n8n/community-nodes/no-restricted-globals */

/** Figures of a test run as a Markdown table: what the pages in `docs/` hold is copied from there. */
export class Report {
	private readonly rows: string[][] = [];

	constructor(
		private readonly title: string,
		private readonly columns: readonly string[],
	) {}

	add(...cells: Array<string | number>): void {
		this.rows.push(cells.map(String));
	}

	/** To stderr, since a run's stdout belongs to its counts. */
	print(): void {
		const lines = [this.columns, this.columns.map(() => '---'), ...this.rows];
		const table = lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
		process.stderr.write(`\n${this.title}\n\n${table}\n\n`);
	}
}
