/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readdirSync, readFileSync } from 'fs';
import { dirname, join, relative } from 'path';

/** The files that each file imports, by path; files outside the given ones are left out. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

const IMPORT = /\b(?:from|import|import\()\s*['"](\.[^'"]*)['"]/g;
const SOURCE = /(?<!\.d)\.(?:ts|js|mjs)$/;

/** The source files in a folder of the project and below it, as paths from the project's root. */
export function sourceFiles(root: string, folder: string): string[] {
	return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && SOURCE.test(entry.name))
		.map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** Who imports whom, also for types only: a circle of types is a circle of thoughts. */
export function importGraph(root: string, files: readonly string[]): ImportGraph {
	const known = new Set(files);
	return new Map(
		files.map((file) => {
			const text = readFileSync(join(root, file), 'utf8');
			const imported = [...text.matchAll(IMPORT)]
				.map(([, path]) => resolveImport(known, join(dirname(file), path)))
				.filter((path) => path !== undefined);
			return [file, imported];
		}),
	);
}

function resolveImport(known: ReadonlySet<string>, path: string): string | undefined {
	return [path, `${path}.ts`, join(path, 'index.ts')].find((candidate) => known.has(candidate));
}

/** One circle of imports for each file at which one closes, as `a → b → a`. */
export function importCircles(graph: ImportGraph): string[] {
	const circles: string[] = [];
	const finished = new Set<string>();
	const visit = (file: string, way: readonly string[]): void => {
		const start = way.indexOf(file);
		if (start >= 0) {
			circles.push([...way.slice(start), file].join(' → '));
			return;
		}
		if (finished.has(file)) return;
		for (const imported of graph.get(file) ?? []) visit(imported, [...way, file]);
		finished.add(file);
	};
	for (const file of graph.keys()) visit(file, []);
	return circles;
}
