/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { basename } from 'path';

import { projectRoot } from '../../../scripts/lib/paths';
import { importCircles, importGraph, sourceFiles } from './imports';

describe('imports', () => {
	it.each(['nodes', 'simulator', 'scripts'])('go in no circle in %s/', (folder) => {
		const graph = importGraph(projectRoot, sourceFiles(projectRoot, folder));
		// A graph without edges would pass whatever the files import.
		expect([...graph.values()].flat().length).toBeGreaterThan(50);
		expect(importCircles(graph)).toEqual([]);
	});

	it('go to files of nodes/ that each have a name of their own, but for the rooms’ index and the resources', () => {
		const names = sourceFiles(projectRoot, 'nodes')
			.filter((file) => !file.includes('/resources/'))
			.map((file) => basename(file))
			.filter((name) => name !== 'index.ts');
		expect(names.length).toBeGreaterThan(50);
		expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
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
