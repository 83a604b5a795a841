import fc from 'fast-check';

import { forgeDelivery, type ForgedDelivery } from '../../../simulator/forge';
import { Harness } from '../harness';
import { payload, startTrigger, TOKEN, type TestTrigger } from './setup';

const RUNS = 1_000;

/** What n8n and the trigger may answer to a body that makes no sense; 5xx and a broken connection are faults. */
const ANSWERS = [200, 400, 401, 413, 422];

const file = { fileName: '3EB0.jpe', bytes: Buffer.from('the bytes of a picture') };
const DELIVERIES: ForgedDelivery[] = [
	forgeDelivery({ token: TOKEN, jsonData: payload('text-dm') }),
	forgeDelivery({ token: TOKEN, jsonData: payload('text-reply-quoted-dm') }),
	forgeDelivery({ token: TOKEN, jsonData: payload('receipt-read-many') }),
	forgeDelivery({ token: TOKEN, jsonData: payload('session-qr') }),
	forgeDelivery({ token: TOKEN, jsonData: payload('image-caption'), file }),
	forgeDelivery({ token: TOKEN, jsonData: payload('document'), file, filePath: '/files/x' }),
	jsonDelivery(payload('text-dm')),
];

const CONTENT_TYPES = [
	'application/x-www-form-urlencoded',
	'application/json',
	'text/plain',
	'application/octet-stream',
	'multipart/form-data; boundary=elsewhere',
	'multipart/form-data',
	'image/jpeg',
];

function jsonDelivery(envelope: Record<string, unknown>): ForgedDelivery {
	return {
		headers: { 'content-type': 'application/json' },
		body: Buffer.from(JSON.stringify({ ...envelope, token: TOKEN })),
	};
}

function contentTypeOf(headers: ForgedDelivery['headers']): string {
	return headers['Content-Type'] ?? headers['content-type'];
}

type Mutation = (body: Buffer) => Buffer;

/** Positions are fractions of the body, so that they mean something in bodies of any length. */
const at = (body: Buffer, fraction: number) => Math.floor(body.length * fraction);
const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const INSERTS = [
	'',
	'&',
	'=',
	'%',
	'%00',
	'\0',
	'{',
	'}',
	'"',
	'\r\n--',
	'__proto__',
	'[[[[',
	'\ud83d',
];

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
	fc.tuple(fraction, fc.integer({ min: 0, max: 255 })).map(([where, byte]) => (body: Buffer) => {
		const changed = Buffer.from(body);
		if (body.length > 0) changed[at(body, where)] = byte;
		return changed;
	}),
	fc.tuple(fraction, fraction).map(
		([from, to]) =>
			(body: Buffer) =>
				Buffer.concat([
					body.subarray(0, at(body, Math.min(from, to))),
					body.subarray(at(body, Math.max(from, to))),
				]),
	),
	fc.tuple(fraction, fraction).map(
		([from, to]) =>
			(body: Buffer) =>
				Buffer.concat([
					body.subarray(0, at(body, Math.max(from, to))),
					body.subarray(at(body, Math.min(from, to))),
				]),
	),
	fraction.map((length) => (body: Buffer) => body.subarray(0, at(body, length))),
	fc.tuple(fraction, fc.constantFrom(...INSERTS)).map(
		([where, text]) =>
			(body: Buffer) =>
				Buffer.concat([
					body.subarray(0, at(body, where)),
					Buffer.from(text),
					body.subarray(at(body, where)),
				]),
	),
);

describe('mutated requests', () => {
	let trigger: TestTrigger;

	beforeAll(async () => {
		await Harness.startBinaryStore();
		trigger = await startTrigger({
			events: ['All'],
			chatTypes: ['private', 'group', 'status', 'channel', 'broadcast'],
			ownMessages: 'all',
			options: { includeSkipped: true, includeRaw: true },
		});
	});

	afterAll(async () => {
		await trigger.stop();
	});

	it(`${RUNS} of them are answered, and none fails in n8n`, async () => {
		const statuses = new Map<number, number>();
		await fc.assert(
			fc.asyncProperty(
				fc.nat(DELIVERIES.length - 1),
				fc.array(mutation, { minLength: 1, maxLength: 4 }),
				fc.option(fc.constantFrom(...CONTENT_TYPES), { freq: 8 }),
				async (index, mutations, contentType) => {
					const { headers, body } = DELIVERIES[index];
					const mutated = mutations.reduce((bytes, mutate) => mutate(bytes), body);
					const response = await trigger.post({
						headers: { 'content-type': contentType ?? contentTypeOf(headers) },
						body: mutated,
					});
					statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
					expect(ANSWERS).toContain(response.status);
					expect(await response.text()).not.toContain(TOKEN);
				},
			),
			{ numRuns: RUNS },
		);
		expect(trigger.failedExecutions).toBe(0);
		expect(JSON.stringify(trigger.executions)).not.toContain(TOKEN);
		// Some still make sense, some do not: otherwise the mutations would be too wild or too tame.
		expect(statuses.get(200)).toBeGreaterThan(RUNS / 20);
		expect(statuses.get(401)).toBeGreaterThan(RUNS / 20);
	}, 120_000);
});
