import type { ContractReport } from './check';
import { isDifference, type Finding } from './finding';

/** The report for people: what differs first, then which guesses proved right, then what remains open. */
export function toText(report: ContractReport): string {
	const { url, description, relative, counts, findings } = report;
	const source = description
		? `describes its API at ${description}`
		: 'has no description of its API, so only its answers could be compared';
	const differences = findings.filter(isDifference);
	const rightGuesses = findings.filter(
		({ verdict, provenance }) => verdict === 'confirmed' && provenance === 'inferred',
	);
	const open = findings.filter(({ verdict }) => verdict === 'unknown');
	return [
		relative
			? `This is ${relative}, a relative of WaGo, and not WaGo: much below is missing for that reason alone.`
			: '',
		`${relative ?? 'WaGo'} at ${url} ${source}.`,
		section('Differences', differences.length, differences.map(differenceLine)),
		section(
			'Guesses that are right',
			rightGuesses.length,
			grouped(
				rightGuesses,
				({ endpoint }) => endpoint,
				({ what }) => what,
			),
		),
		section(
			'Not known',
			open.length,
			grouped(
				open,
				({ detail = 'not said' }) => detail,
				({ endpoint }) => endpoint,
			),
		),
		`${counts.confirmed} confirmed, ${counts.refuted} refuted, ${counts.missing} missing, ${counts.unknown} unknown`,
	]
		.filter((part) => part !== '')
		.join('\n\n');
}

function section(title: string, count: number, lines: string[]): string {
	return [`${title} (${count})`, ...lines.map((line) => `  ${line}`)].join('\n');
}

function differenceLine({ endpoint, what, verdict, provenance, detail }: Finding): string {
	const line = `${endpoint}: ${what} (${provenance}) is ${verdict}`;
	return detail ? `${line}: ${detail}` : line;
}

/** One line for each group: its name, and each of its entries once. */
function grouped(
	findings: readonly Finding[],
	groupOf: (finding: Finding) => string,
	entryOf: (finding: Finding) => string,
): string[] {
	const groups = new Map<string, Set<string>>();
	for (const finding of findings) {
		const group = groupOf(finding);
		groups.set(group, (groups.get(group) ?? new Set()).add(entryOf(finding)));
	}
	return [...groups].map(([group, entries]) => `${group}: ${[...entries].join(', ')}`);
}
