/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

/** A folder for n8n's data, gone when the test file has run. */
function makeUserFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'wago-n8n-'));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** Outlives this module: some tests load all modules anew in order to play a restart. */
const kept = globalThis as { n8nUserFolder?: string };

/** n8n-core reads its settings when it is loaded, so this has to be imported before it. */
process.env.N8N_USER_FOLDER = kept.n8nUserFolder ??= makeUserFolder();
process.env.N8N_ENCRYPTION_KEY = 'integration-tests';
process.env.N8N_LOG_LEVEL = 'silent';
process.env.N8N_RUNNERS_ENABLED = 'false';
