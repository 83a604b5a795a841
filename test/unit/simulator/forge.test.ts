/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync } from 'fs';
import path from 'path';
import { forgeDelivery, type ForgedDelivery } from '../../../simulator/forge';
import { seededRandom } from '../../../simulator/random';
import { captureRequest, TestSimulator } from './support';

const SAMPLES = path.join(__dirname, '../../data/deliveries');

/** The event that both samples carry. */
const EVENT = {
	type: 'Message',
	event: {
		Info: { Chat: '15550100001@s.whatsapp.net', ID: '3EB0AAAA000000000001' },
		Message: { conversation: '1 < 2 & café ☕' },
	},
};

const FILE = { fileName: 'a.jpeg', bytes: Buffer.from([0xff, 0xd8, 0xff]) };

/** A request that the HTTP client of WaGo's relatives wrote. */
function readSample(name: string): { request: string; headers: string[]; body: Buffer } {
	const bytes = readFileSync(path.join(SAMPLES, name));
	const end = bytes.indexOf('\r\n\r\n');
	const [request, ...headers] = bytes.toString('latin1', 0, end).split('\r\n');
	return { request, headers, body: bytes.subarray(end + 4) };
}

/** The file of the multipart sample. */
function sampleFile(body: Buffer): Buffer {
	const start = body.indexOf('\r\n\r\n') + 4;
	return body.subarray(start, body.indexOf('\r\n--', start));
}

const headerLines = ({ headers }: ForgedDelivery) =>
	Object.entries(headers).map(([name, value]) => `${name}: ${value}`);

/** Without `Host`, which is up to who sends the request. */
const withoutHost = (headers: string[]) => headers.filter((line) => !line.startsWith('Host:'));

describe('a forged delivery', () => {
	it('is the urlencoded sample, byte for byte', () => {
		const sample = readSample('delivery-urlencoded.txt');
		const forged = forgeDelivery({ token: 'demo-token', jsonData: EVENT });
		expect(forged.body.toString('latin1')).toBe(sample.body.toString('latin1'));
		expect(headerLines(forged)).toEqual(withoutHost(sample.headers));
	});

	it('is the multipart sample, byte for byte', () => {
		const sample = readSample('delivery-multipart-file.txt');
		const [, boundary] = /boundary=(\w+)/.exec(sample.headers.join('\n')) ?? [];
		const draws = [0.4, 0];
		const forged = forgeDelivery(
			{
				token: 'demo-token',
				jsonData: EVENT,
				file: { fileName: '3EB0AAAA000000000002.jpeg', bytes: sampleFile(sample.body) },
			},
			{ boundary, random: () => draws.shift() ?? 0 },
		);
		expect(forged.body.toString('latin1')).toBe(sample.body.toString('latin1'));
		expect(headerLines(forged)).toEqual(withoutHost(sample.headers));
	});

	it('goes over the wire as the sample did, headers in order and none added', async () => {
		const sample = readSample('delivery-urlencoded.txt');
		const simulator = await TestSimulator.startLinked();
		const jsonData = new URLSearchParams(sample.body.toString('utf8')).get('jsonData');
		const { bytes, port } = await captureRequest(async (url) => {
			await simulator.setWebhook(url);
			await simulator.control('events', jsonData);
		});
		await simulator.stop();
		const expected = readFileSync(path.join(SAMPLES, 'delivery-urlencoded.txt'), 'latin1');
		expect(bytes.toString('latin1')).toBe(
			expected.replace(/127\.0\.0\.1:\d+/, `127.0.0.1:${port}`),
		);
	});

	it('has its parts in any order, which a seed repeats', () => {
		const orders = (seed: number) => {
			const random = seededRandom(seed);
			return Array.from({ length: 40 }, () => {
				const { body } = forgeDelivery({ token: 't', jsonData: '{}', file: FILE }, { random });
				const names = [...body.toString('latin1').matchAll(/; name="(\w+)"/g)];
				return names.map(([, name]) => name).join();
			});
		};
		expect(new Set(orders(1)).size).toBe(6);
		expect(orders(1)).toEqual(orders(1));
		expect(orders(1)).not.toEqual(orders(2));
	});

	it('can have a text field beside the file of the same name, or no token', () => {
		const forged = forgeDelivery({ jsonData: '{}', file: FILE, filePath: 'files/demo/a.jpeg' });
		const text = forged.body.toString('latin1');
		expect(text).toContain('name="file"\r\n\r\nfiles/demo/a.jpeg\r\n');
		expect(text).toContain('name="file"; filename="a.jpeg"\r\nContent-Type: image/jpeg\r\n');
		expect(text).not.toContain('name="token"');
	});
});
