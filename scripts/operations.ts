/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { writeFileSync } from 'fs';
import { join } from 'path';

import { operationRows, toMarkdown, toTable } from './lib/operations';
import { projectRoot } from './lib/paths';

const USAGE = `Usage: npm run operations [-- --json | --markdown]

Lists every operation of the node WaGo with the endpoints it calls.
  --json      as JSON, for programs
  --markdown  writes docs/operations.md
`;

function writePage(): string {
	const file = join(projectRoot, 'docs', 'operations.md');
	writeFileSync(file, toMarkdown());
	return `Written: ${file}`;
}

const OUTPUTS: Record<string, () => string> = {
	'': () => toTable(operationRows()),
	'--json': () => JSON.stringify(operationRows(), null, 2),
	'--markdown': writePage,
};

const output = OUTPUTS[process.argv[2] ?? ''];
if (output) process.stdout.write(`${output()}\n`);
else {
	process.stderr.write(USAGE);
	process.exitCode = 2;
}
