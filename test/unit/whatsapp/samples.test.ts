import { readContent } from '../../../nodes/shared/whatsapp/content';
import { readDelivery } from '../../../nodes/shared/whatsapp/delivery';
import { buildItem, readEvent } from '../../../nodes/shared/whatsapp/event';
import type { ReceivedEvent } from '../../../nodes/shared/whatsapp/event';
import type { WagoItem } from '../../../nodes/shared/whatsapp/item';
import { getPath } from '../../../nodes/shared/lib/lookup';
import { SAMPLES, sampleText } from './events';
import type { SampleIndexEntry } from './events';

function read({ file }: SampleIndexEntry): ReceivedEvent {
	const { envelope } = readDelivery({ token: 'T', jsonData: sampleText(file) });
	if (envelope === undefined) throw new Error(`${file} has no envelope`);
	return readEvent(envelope, 'T');
}

/** What the index calls the kind, said of an item. */
function indexKind(received: ReceivedEvent, item: WagoItem): string {
	if (received.noise) return 'noise';
	switch (item.event) {
		case 'message':
			return item.kind;
		case 'receipt':
			return `receipt:${item.receipt[0].toUpperCase()}${item.receipt.slice(1)}`;
		case 'presence':
		case 'chatPresence':
			return `${item.event}:${item.presence}`;
		case 'call':
			return `call:${item.call.state.toLowerCase()}`;
		case 'historySync':
			return `historySync:${item.history.type === 'recent' ? 3 : item.history.type}`;
		case 'undecryptable':
			return 'undecryptable';
		default:
			return `other:${item.type}`;
	}
}

/** Where the index has only a fingerprint of the payload, or spells a state differently. */
const BETTER_KEYS: Record<string, RegExp[]> = {
	'call-relay-latency.json': [
		/^call\|0A1B2C3D4E5F60718293A4B5C6D7E8F9\|relayLatency\|[0-9a-f]{32}$/,
	],
	'group-info-join.json': [/^group\|120363000000000001@g\.us\|2026-03-02T14:30:00Z\|[0-9a-f]{32}$/],
	'history-sync-recent.json': [/^hist\|[0-9a-f]{32}$/],
	'joined-group.json': [/^joined\|120363000000000001@g\.us\|[0-9a-f]{32}$/],
	'newsletter-join.json': [/^newsletterjoin\|120363000000000009@newsletter$/],
	'presence-offline-last-seen.json': [],
	'presence-online.json': [],
	'receipt-read-self.json': [
		/^rcpt\|readSelf\|15550100001@s\.whatsapp\.net\|15550100099@s\.whatsapp\.net\|3A00000000000000BEEF$/,
	],
	'session-connected.json': [],
	'session-logged-out-live.json': [],
	'session-pair-success.json': [/^pair\|15550100099@s\.whatsapp\.net$/],
	'session-qr.json': [/^qr\|[0-9a-f]{32}$/],
	'session-temporary-ban.json': [],
};

describe.each(SAMPLES)('$file', (entry) => {
	test(`is ${entry.kind}`, () => {
		const received = read(entry);
		const item = buildItem(received);
		expect(indexKind(received, item)).toBe(entry.kind);
		expect(item.type).toBe(entry.type);
	});

	test('has the keys of the index', () => {
		const keys = read(entry).keys.map(({ key }) => key);
		const better = BETTER_KEYS[entry.file];
		if (better === undefined) {
			expect(keys.map((key) => `T|${key}`)).toEqual(entry.keys);
			return;
		}
		expect(keys).toHaveLength(better.length);
		better.forEach((pattern, index) => expect(keys[index]).toMatch(pattern));
	});

	test('points at its target', () => {
		const item = buildItem(read(entry));
		expect(item.event === 'message' ? item.targetId : undefined).toBe(entry.target);
	});

	test('is unwrapped', () => {
		const { wrappers } = readContent(getPath(read(entry).event, 'Message'));
		expect(wrappers).toEqual(entry.wrappers ?? []);
	});
});

/** The same receipt in old casing, and one that comes by phone after it came by hidden number. */
const ONE_RECEIPT_WITH_ANOTHER = ['old-receipt-read.json', 'receipt-read-same-id.json'];

test('all samples have different keys, but for a channel post under its two types', () => {
	const keys = SAMPLES.filter(({ file }) => !file.endsWith('-guess.json'))
		.filter(({ file }) => !ONE_RECEIPT_WITH_ANOTHER.includes(file))
		.flatMap((entry) => read(entry).keys.map(({ key }) => key));
	const unique = new Set(keys);
	expect(unique.size).toBe(keys.length);
	const [post, guess] = ['newsletter-message.json', 'newsletter-message-type-newsletter-guess.json']
		.map((file) => SAMPLES.find((entry) => entry.file === file) as SampleIndexEntry)
		.map((entry) => read(entry).keys);
	expect(post).toEqual(guess);
});
