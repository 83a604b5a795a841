/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFile } from 'fs/promises';
import { join } from 'path';

import { projectRoot } from '../lib/paths';
import type { SavedCredential, WorkflowDefinition } from './client';

/**
 * A workflow of `examples/`, its nodes bound to credentials that exist.
 *
 * @param credentials the credential to use for each credential type
 */
export async function loadExample(
	name: string,
	credentials: SavedCredential[],
): Promise<WorkflowDefinition> {
	const text = await readFile(join(projectRoot, 'examples', `${name}.json`), 'utf8');
	const workflow = JSON.parse(text) as WorkflowDefinition;
	const known = Object.fromEntries(credentials.map(({ id, name, type }) => [type, { id, name }]));
	for (const node of workflow.nodes) {
		const wanted = Object.keys(node.credentials ?? {}).filter((type) => known[type]);
		for (const type of wanted) node.credentials = { ...node.credentials, [type]: known[type] };
	}
	return workflow;
}
