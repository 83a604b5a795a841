import { projectRoot } from '../../../scripts/lib/paths';
import { importCircles, importGraph, sourceFiles } from './imports';

describe('imports', () => {
	it.each(['simulator', 'scripts'])('go in no circle in %s/', (folder) => {
		const graph = importGraph(projectRoot, sourceFiles(projectRoot, folder));
		// A graph without edges would pass whatever the files import.
		expect([...graph.values()].flat().length).toBeGreaterThan(50);
		expect(importCircles(graph)).toEqual([]);
	});

	it('are followed through several files, and through type-only ones', () => {
		const graph = new Map([
			['a', ['b']],
			['b', ['c', 'd']],
			['c', ['a']],
			['d', []],
		]);
		expect(importCircles(graph)).toEqual(['a → b → c → a']);
	});
});
