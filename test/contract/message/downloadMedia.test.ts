/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer, type Server } from 'http';
import type { AddressInfo } from 'net';
import type { IDataObject } from 'n8n-workflow';

import { readDelivery } from '../../../nodes/shared/whatsapp/delivery';
import { buildItem, readEvent } from '../../../nodes/shared/whatsapp/event';
import type { MessageItem } from '../../../nodes/shared/whatsapp/item';
import { receiveMessage } from '../../../simulator/inbound';
import { bytesOf, Harness } from '../../integration/harness';
import { WagoBench } from '../wagoBench';
import { JPEG, MP4, OGG_OPUS, PDF } from './files';

let bench: WagoBench;
let receiver: Server;
let deliveries: string[];

beforeAll(async () => {
	await Harness.startBinaryStore();
	bench = await WagoBench.start();
	receiver = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		deliveries.push(Buffer.concat(chunks).toString());
		response.end();
	});
	await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
	bench.reset();
	deliveries = [];
	bench.simulator.state.settings.mediaForwarding = false;
	bench.session.webhook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
});
afterAll(async () => {
	receiver.close();
	await bench.stop();
});

/** The trigger's item for a file that a contact sends, which WaGo does not send along. */
async function receivedFile(
	fileName: string,
	mimeType: string,
	bytes: Buffer,
): Promise<MessageItem> {
	const file = { fileName, mimeType, bytes };
	await receiveMessage(bench.simulator.state, bench.session, { from: '15550100001', file });
	const delivery = readDelivery(Object.fromEntries(new URLSearchParams(deliveries[0])));
	if (delivery.failure) throw new Error(delivery.failure);
	return buildItem(readEvent(delivery.envelope)) as MessageItem;
}

const download = async (input: object, parameters = {}) =>
	await bench.items({ resource: 'message', operation: 'downloadMedia', ...parameters }, [
		{ json: input as IDataObject },
	]);

it.each([
	['image', 'photo.jpg', 'image/jpeg', JPEG, 'image.jpg'],
	['video', 'clip.mp4', 'video/mp4', MP4, 'video.mp4'],
	['audio', 'note.ogg', 'audio/ogg', OGG_OPUS, 'audio.ogg'],
	['document', 'offer.pdf', 'application/pdf', PDF, 'offer.pdf'],
])('fetches an %s with the fields of its event', async (type, name, mimeType, bytes, expected) => {
	const received = await receivedFile(name, mimeType, bytes);
	const [{ json, binary }] = await download(received);
	expect(bench.lastRequest.path).toBe(`/message/download/${type}`);
	expect(Object.keys(bench.lastRequest.body as object)).toEqual([
		'url',
		'directPath',
		'mediaKey',
		'mimetype',
		'fileEncSHA256',
		'fileSHA256',
		'fileLength',
	]);
	expect(json).toEqual({ mimeType, fileName: expected, fileSize: bytes.length });
	expect(await bytesOf(binary?.data)).toEqual(bytes);
	expect(binary?.data).toMatchObject({ mimeType, fileName: expected });
});

it('puts the file where the user wants it, under the name that the user wants', async () => {
	const received = await receivedFile('offer.pdf', 'application/pdf', PDF);
	const [{ binary }] = await download(received, {
		binaryPropertyName: 'offer',
		fileName: 'Offer 1.pdf',
	});
	expect(binary?.offer.fileName).toBe('Offer 1.pdf');
});

it('takes the description of the file as JSON text', async () => {
	const { media } = await receivedFile('offer.pdf', 'application/pdf', PDF);
	const [{ binary }] = await download({}, { download: JSON.stringify(media?.download) });
	expect(await bytesOf(binary?.data)).toEqual(PDF);
});

it('says so where there is nothing to download', async () => {
	await expect(
		download({ media: { mimeType: 'image/jpeg', binary: 'data' } }),
	).rejects.toMatchObject({
		message: expect.stringMatching(/'Download' does not describe a file/),
		description: expect.stringMatching(/media\.download/),
	});
	expect(bench.requests).toHaveLength(0);
});

it('says so where WaGo answers without a file', async () => {
	const received = await receivedFile('offer.pdf', 'application/pdf', PDF);
	bench.simulator.state.faults.add({
		path: '/message/download/document',
		status: 200,
		body: { code: 200, data: { Mimetype: 'application/pdf', Data: '' }, success: true },
		count: 1,
	});
	await expect(download(received)).rejects.toMatchObject({
		message: expect.stringMatching(/answered without a file/),
	});
});
