/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @typescript-eslint/no-require-imports */
import { readdirSync } from 'fs';
import { join } from 'path';

/**
 * The unit tests of the pure core and of deduplication as one file: Jest loads the code anew for every test file, and
 * there are thousands of mutants. Without the random deliveries: they run every line, so every mutant would run them,
 * and they say only what holds for any input.
 */
const UNIT_TESTS = join(__dirname, '../../test/unit');

const files = (readdirSync(UNIT_TESTS, { recursive: true }) as string[])
	.filter((file) => /^(whatsapp.*|trigger.deduplication)\.test\.ts$/.test(file))
	.filter((file) => !file.endsWith('properties.test.ts'))
	.sort();

for (const file of files) describe(file, () => void require(join(UNIT_TESTS, file)));
