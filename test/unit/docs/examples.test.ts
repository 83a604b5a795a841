/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

import { findOperation } from '../../../nodes/Wago/resources';
import { projectRoot } from '../../../scripts/lib/paths';
import type { WorkflowDefinition, WorkflowNode } from '../../../scripts/n8n/client';

const DIRECTORY = join(projectRoot, 'examples');

const files = readdirSync(DIRECTORY).filter((file) => file.endsWith('.json'));
const texts = new Map(files.map((file) => [file, readFileSync(join(DIRECTORY, file), 'utf8')]));
const workflowOf = (file: string) => JSON.parse(texts.get(file) ?? '') as WorkflowDefinition;

const nodesOf = (file: string, type: string): WorkflowNode[] =>
	workflowOf(file).nodes.filter((node) => node.type === type);

it('each example is in the table and the other way round', () => {
	const page = readFileSync(join(DIRECTORY, 'README.md'), 'utf8');
	const linked = [...page.matchAll(/\(([\w-]+\.json)\)/g)].map(([, file]) => file);
	expect(linked.sort()).toEqual([...files].sort());
});

describe.each(files)('%s', (file) => {
	it('explains itself on the canvas', () => {
		const [note] = nodesOf(file, 'n8n-nodes-base.stickyNote');
		expect(String(note.parameters.content)).toMatch(/^## .+\n/);
	});

	it('names credentials, but holds no ID of any', () => {
		const credentials = workflowOf(file).nodes.flatMap((node) =>
			Object.values(node.credentials ?? {}),
		);
		for (const { id, name } of credentials) {
			expect(id).toBeNull();
			expect(name).not.toBe('');
		}
	});

	it('uses operations that there are', () => {
		const nodes = nodesOf(file, 'n8n-nodes-wago.wago');
		const triggers = nodesOf(file, 'n8n-nodes-wago.wagoTrigger');
		expect(nodes.length + triggers.length).toBeGreaterThan(0);
		for (const { parameters } of nodes) {
			const { resource, operation } = parameters as { resource: string; operation: string };
			expect(findOperation(resource, operation)).toBeDefined();
		}
	});

	it('reads other nodes in a way that needs no paired items', () => {
		expect(texts.get(file)).not.toMatch(/getPairedItem|\$\('[^']*'\)\.item\b/);
	});

	it('connects nodes that there are', () => {
		const { nodes, connections } = workflowOf(file);
		const names = nodes.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		const text = JSON.stringify(connections);
		const linked = [...text.matchAll(/"node":"([^"]+)"/g)].map(([, name]) => name);
		for (const name of [...linked, ...Object.keys(connections)]) expect(names).toContain(name);
	});
});
