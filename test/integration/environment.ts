/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { mkdtempSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

/** n8n-core reads its settings when it is loaded, so this has to be imported before it. */
export const userFolder = mkdtempSync(join(tmpdir(), 'wago-n8n-'));

process.env.N8N_USER_FOLDER = userFolder;
process.env.N8N_ENCRYPTION_KEY = 'integration-tests';
process.env.N8N_LOG_LEVEL = 'silent';
process.env.N8N_RUNNERS_ENABLED = 'false';
