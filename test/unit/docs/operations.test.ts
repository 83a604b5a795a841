/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'fs';
import { join } from 'path';

import { resources } from '../../../nodes/Wago/resources';
import { operationRows, toMarkdown } from '../../../scripts/lib/operations';
import { projectRoot } from '../../../scripts/lib/paths';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

const namesOf = ({ operations }: (typeof resources)[number]): string[] =>
	operations.map(({ name }) => name).sort();

/** The first column of a section's table. */
function firstColumn(page: string, heading: string): string[] {
	const [, section = ''] = page.split(`\n## ${heading}\n`);
	const [own] = section.split('\n## ');
	const rows = [...own.matchAll(/^\| ([A-Z][^|]*?) \|/gm)].map(([, cell]) => cell);
	return rows.filter((cell) => cell !== 'Operation' && cell !== 'Option');
}

describe('the table of operations in the README', () => {
	const [, table] = read('README.md').split('| Resource | Operations |\n|---|---|\n');
	const rows = [...table.matchAll(/^\| ([^|]+) \| ([^|]+) \|$/gm)];
	const [end] = table.split('\n\n');
	const own = rows.filter(([row]) => end.includes(row));

	it('has all resources in the order of the code', () => {
		expect(own.map(([, resource]) => resource)).toEqual(resources.map(({ name }) => name));
	});

	it.each(resources.map((resource) => [resource.name, namesOf(resource)] as const))(
		'has the operations of %s',
		(name, operations) => {
			const cell = own.find(([, resource]) => resource === name)?.[2] ?? '';
			expect(cell.split(', ').sort()).toEqual(operations);
		},
	);
});

describe('docs/resources.md', () => {
	const page = read('docs/resources.md');
	/** What all sends share has a table of its own in the section of messages. */
	const withoutOptions = page.replace(/\n\| Option \| Does \|[\s\S]*?\n\n/, '\n\n');

	it.each(resources.map((resource) => [resource.name, namesOf(resource)] as const))(
		'has the operations of %s',
		(name, operations) => {
			expect(firstColumn(withoutOptions, name).sort()).toEqual(operations);
		},
	);
});

describe('docs/operations.md', () => {
	it('is what the command writes', () => {
		expect(operationRows().length).toBeGreaterThan(80);
		expect(read('docs/operations.md').trim()).toBe(toMarkdown().trim());
	});
});
