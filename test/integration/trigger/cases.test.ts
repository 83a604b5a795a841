/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import type { INodeParameters } from 'n8n-workflow';

import { getPath } from '../../../nodes/shared/lib/lookup';
import { Harness } from '../harness';
import { startTrigger, type TestTrigger } from './setup';

const CASES = join(__dirname, '../../data/cases/receiving');

/** What one delivery leads to: an item with these fields, without the `absent` paths, and with this file; or no execution. */
type Expected =
	| (Record<string, unknown> & { absent?: string[]; file?: string; started?: undefined })
	| { started: false; reason: string };

/** What a public report told of, as deliveries in the shape of real ones. */
interface Case {
	what: string;
	delivery: Record<string, unknown> | Array<Record<string, unknown>>;
	/** The files that come along, one a delivery; the text is the file's bytes. */
	files?: Array<{ fileName: string; text: string } | null>;
	parameters?: INodeParameters;
	/** One a delivery. */
	expect: Expected[];
}

const cases = readdirSync(CASES).map((file): [name: string, reported: Case] => [
	file.replace(/\.json$/, ''),
	JSON.parse(readFileSync(join(CASES, file), 'utf8')) as Case,
]);

beforeAll(async () => {
	await Harness.startBinaryStore();
});

let trigger: TestTrigger;
afterEach(async () => {
	await trigger.stop();
});

describe('deliveries that were reported of', () => {
	it.each(cases)('%s', async (_name, { delivery, files = [], parameters, expect: expected }) => {
		trigger = await startTrigger(parameters);
		const deliveries = [delivery].flat();
		expect(expected).toHaveLength(deliveries.length);
		for (const [index, jsonData] of deliveries.entries()) {
			const before = trigger.executions.length;
			const response = await trigger.deliver({ jsonData, file: fileOf(files[index]) });
			expectOutcome(await response.json(), trigger.executions.slice(before), expected[index]);
		}
	});
});

function fileOf(file: { fileName: string; text: string } | null | undefined) {
	return file ? { fileName: file.fileName, bytes: Buffer.from(file.text) } : undefined;
}

function expectOutcome(answer: unknown, started: TestTrigger['executions'], expected: Expected) {
	if (expected.started === false) {
		expect(answer).toEqual({ success: true, ...expected });
		expect(started).toEqual([]);
		return;
	}
	const { absent = [], file, ...fields } = expected;
	expect(answer).toEqual({ success: true, started: true });
	expect(started).toHaveLength(1);
	const [[{ json, binary }]] = started;
	expect(json).toMatchObject(fields);
	if (file !== undefined) expect(binary?.data.fileName).toBe(file);
	expect(absent.filter((path) => getPath(json, ...path.split('.')) !== undefined)).toEqual([]);
}
