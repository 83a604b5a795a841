import * as fc from 'fast-check';

import { readDelivery } from '../../../nodes/shared/whatsapp/delivery';
import { buildItem, rawOf, readEvent } from '../../../nodes/shared/whatsapp/event';
import { sha256 } from '../../../nodes/shared/lib/fingerprint';
import { SAMPLES, sampleText } from './events';

/** Found nowhere in the samples, so that it shows wherever it leaks. */
const TOKEN = 'tok-7f3c9a52e1';
const TEXTS = SAMPLES.map(({ file }) => sampleText(file));
const DELIVERIES = 20_000;
const REWRITTEN_EVENTS = 5_000;
/** Milliseconds; a busy machine needs half of it. */
const TIME_LIMIT = 120_000;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** An object or a list, its members by key or by number. */
type Branch = Record<string | number, Json>;

/** Every place of a value, the root left out. */
function placesOf(value: Json): Array<[parent: Branch, key: string | number]> {
	if (typeof value !== 'object' || value === null) return [];
	const parent = value as Branch;
	return Object.keys(value).flatMap((key) => [[parent, key], ...placesOf(parent[key])]);
}

interface Mutation {
	at: number;
	action: keyof typeof ACTIONS;
	value: Json;
	name: string;
}

/** As JSON.parse does it: `__proto__` becomes a member like any other. */
function set(parent: Branch, key: string | number, value: Json): void {
	const attributes = { configurable: true, enumerable: true, writable: true };
	Object.defineProperty(parent, key, { value, ...attributes });
}

function remove(parent: Branch, key: string | number): void {
	if (Array.isArray(parent)) parent.splice(Number(key), 1);
	else delete parent[key];
}

type Action = (parent: Branch, key: string | number, mutation: Mutation) => void;

const ACTIONS = {
	remove: remove as Action,
	// A generated value may come twice: put into itself, it would never end.
	replace: ((parent, key, { value }) => set(parent, key, structuredClone(value))) as Action,
	wrap: ((parent, key) => set(parent, key, { message: parent[key] })) as Action,
	duplicate: ((parent, key, { name }) => {
		if (!Array.isArray(parent)) set(parent, name, structuredClone(parent[key]));
	}) as Action,
	rename: ((parent, key, { name }) => {
		if (Array.isArray(parent)) return;
		const value = parent[key];
		remove(parent, key);
		set(parent, name, value);
	}) as Action,
};

/** Changes one place; which one follows from `at`, so that fast-check can shrink it. */
function mutate(root: Json, mutation: Mutation): Json {
	const places = placesOf(root);
	if (places.length === 0) return mutation.value;
	const [parent, key] = places[mutation.at % places.length];
	ACTIONS[mutation.action](parent, key, mutation);
	return root;
}

const NAMES = [
	'__proto__',
	'constructor',
	'toString',
	'token',
	'type',
	'event',
	'Info',
	'Message',
	'protocolMessage',
	'viewOnceMessage',
	'conversation',
	'messageContextInfo',
	'MessageIDs',
	'CallID',
	'',
];

const anyJson = fc.oneof(
	fc.jsonValue() as fc.Arbitrary<Json>,
	fc.constantFrom<Json>(
		'',
		0,
		-1,
		1e308,
		null,
		true,
		[],
		{},
		[[]],
		'x'.repeat(5000),
		'\u0000\ud800',
	),
);

const mutation: fc.Arbitrary<Mutation> = fc.record({
	at: fc.nat(),
	action: fc.constantFrom(...(Object.keys(ACTIONS) as Array<keyof typeof ACTIONS>)),
	value: anyJson,
	name: fc.oneof(fc.constantFrom(...NAMES), fc.string()),
});

/** A sample with up to four changes. */
const event: fc.Arbitrary<Json> = fc
	.tuple(fc.constantFrom(...TEXTS), fc.array(mutation, { maxLength: 4 }))
	.map(([text, mutations]) => mutations.reduce(mutate, JSON.parse(text) as Json));

/** Ways a server or an attacker may send it. */
const delivery: fc.Arbitrary<unknown> = fc
	.tuple(event, fc.nat(8), fc.nat(), fc.string())
	.map(([value, form, cut, text]): unknown => {
		const jsonData = JSON.stringify(value);
		switch (form) {
			case 0:
				return { token: [TOKEN, text], jsonData: [jsonData, text] };
			case 1:
				return { jsonData };
			case 2:
				return { token: TOKEN, jsonData: jsonData.slice(0, cut % (jsonData.length + 1)) };
			case 3:
				return isRecord(value) ? { ...value, token: TOKEN } : value;
			case 4: {
				const inside = isRecord(value) ? { ...value, Token: TOKEN, apiKey: TOKEN } : value;
				return { token: TOKEN, jsonData: JSON.stringify(inside) };
			}
			case 5:
				return text;
			default:
				return Object.assign(Object.create(null), { token: TOKEN, jsonData });
		}
	});

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The whole pure pipeline, as the trigger uses it. */
function run(body: unknown) {
	const { envelope } = readDelivery(body);
	if (envelope === undefined) return undefined;
	const received = readEvent(envelope, TOKEN);
	const item = buildItem(received, { includeRaw: true, pollOptions: () => ['Pizza', 'Sushi'] });
	return { received, item, raw: rawOf(received) };
}

/** The same JSON with its keys in another order. */
function shuffled(value: unknown, seed: string): unknown {
	if (Array.isArray(value)) return value.map((member) => shuffled(member, seed));
	if (!isRecord(value)) return value;
	const rank = (key: string) => sha256(seed + key);
	const entries = Object.entries(value).sort(([one], [other]) =>
		rank(one) < rank(other) ? -1 : 1,
	);
	return Object.fromEntries(entries.map(([key, member]) => [key, shuffled(member, seed)]));
}

/** Two spellings of one name in one object: no server writes that, and the order then decides which counts. */
function isAmbiguous(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	const names = Object.keys(value).map((name) => name.toLowerCase());
	return new Set(names).size < names.length || Object.values(value).some(isAmbiguous);
}

describe('mutated deliveries', () => {
	test(
		'never make the pipeline throw, show the token, or leave a value undefined',
		() => {
			fc.assert(
				fc.property(delivery, (body) => {
					const result = run(body);
					if (result === undefined) return;
					const { received, item, raw } = result;
					const output = JSON.stringify([item, raw, received.keys]);
					expect(output).not.toContain(TOKEN);
					expect(Object.values(item)).not.toContain(undefined);
					for (const { key } of received.keys) expect(key.length).toBeLessThanOrEqual(300);
					if (received.noise) expect(received.keys).toEqual([]);
				}),
				{ numRuns: DELIVERIES },
			);
		},
		TIME_LIMIT,
	);

	test(
		'have keys that do not depend on how the JSON is written',
		() => {
			fc.assert(
				fc.property(event, fc.string(), (value, seed) => {
					fc.pre(!isAmbiguous(value));
					const keysOf = (jsonData: string) => run({ token: TOKEN, jsonData })?.received.keys;
					const keys = keysOf(JSON.stringify(value));
					expect(keysOf(JSON.stringify(value, null, 2))).toEqual(keys);
					expect(keysOf(JSON.stringify(shuffled(value, seed)))).toEqual(keys);
				}),
				{ numRuns: REWRITTEN_EVENTS },
			);
		},
		TIME_LIMIT,
	);

	test('leave nothing behind in the prototypes', () => {
		expect(Object.keys(Object.prototype)).toEqual([]);
	});
});
