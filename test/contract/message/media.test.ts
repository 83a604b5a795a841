/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer, type Server } from 'http';
import type { AddressInfo } from 'net';
import type { IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import { bytesOf, Harness } from '../../integration/harness';
import { WagoBench } from '../wagoBench';
import { JPEG, MP3, MP4, OGG_OPUS, OGG_VORBIS, PDF, PNG, WEBP } from './files';

const RECIPIENT = '15550100001';

let bench: WagoBench;
let files: Server;
let filesUrl: string;

beforeAll(async () => {
	const store = await Harness.startBinaryStore();
	expect(store).toBeDefined();
	bench = await WagoBench.start();
	files = createServer((request, response) => {
		if (request.url === '/lost.pdf') return void response.writeHead(404).end();
		response.setHeader('Content-Type', 'application/octet-stream');
		if (request.url === '/named')
			response.setHeader('Content-Disposition', 'attachment; filename="offer 1.pdf"');
		response.end(PDF);
	});
	await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
	filesUrl = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
});
beforeEach(() => bench.reset());
afterAll(async () => {
	files.close();
	await bench.stop();
});

const inline = (bytes: Buffer, mimeType: string, fileName?: string): IBinaryKeyData => ({
	data: { data: bytes.toString('base64'), mimeType, fileName },
});

async function sendFile(
	operation: string,
	parameters: IDataObject,
	binary?: IBinaryKeyData,
): Promise<IDataObject> {
	const item: INodeExecutionData = { json: {}, binary };
	const recipient = { __rl: true, mode: 'phone', value: RECIPIENT };
	await bench.items({ resource: 'message', operation, recipient, ...parameters } as never, [item]);
	const { body } = bench.lastRequest;
	const { Phone, Id, ...rest } = body as IDataObject;
	expect({ Phone, Id }).toEqual({ Phone: RECIPIENT, Id: expect.stringMatching(/^3EB0/) });
	return rest;
}

const dataUrl = (type: string, bytes: Buffer) => `data:${type};base64,${bytes.toString('base64')}`;

it('sends an image as what its first bytes say, whatever it is declared to be', async () => {
	const body = await sendFile('sendImage', { caption: 'Look' }, inline(PNG, 'image/jpeg', 'a.jpg'));
	expect(body).toEqual({ Image: dataUrl('image/png', PNG), Caption: 'Look' });
	expect(bench.lastRequest.path).toBe('/send/image');
});

it('sends a video', async () => {
	const body = await sendFile('sendVideo', {}, inline(MP4, 'application/octet-stream'));
	expect(body).toEqual({ Video: dataUrl('video/mp4', MP4) });
	expect(bench.lastRequest.path).toBe('/send/video');
});

it('sends Ogg with Opus as a voice note', async () => {
	const body = await sendFile('sendAudio', {}, inline(OGG_OPUS, 'application/ogg'));
	expect(body).toEqual({ Audio: dataUrl('audio/ogg', OGG_OPUS) });
	expect(bench.lastRequest.path).toBe('/send/audio');
});

it('sends a sticker', async () => {
	const body = await sendFile('sendSticker', {}, inline(WEBP, 'image/webp'));
	expect(body).toEqual({ Sticker: dataUrl('image/webp', WEBP) });
	expect(bench.lastRequest.path).toBe('/send/sticker');
});

it('sends a document as octet-stream, its real type beside it', async () => {
	const body = await sendFile('sendDocument', {}, inline(PDF, 'application/pdf', 'offer.pdf'));
	expect(body).toEqual({
		Document: dataUrl('application/octet-stream', PDF),
		FileName: 'offer.pdf',
		Mimetype: 'application/pdf',
	});
	expect(bench.lastRequest.path).toBe('/send/document');
});

it('lets the user name a document and its type', async () => {
	const own = { fileName: 'Angebot.pdf', mimeType: 'application/x-pdf', caption: 'As promised' };
	const body = await sendFile('sendDocument', own, inline(PDF, 'application/pdf', 'offer.pdf'));
	expect(body).toMatchObject({
		FileName: 'Angebot.pdf',
		Mimetype: 'application/x-pdf',
		Caption: 'As promised',
	});
});

it.each([
	['by its name', 'text/plain', 'table.csv', 'text/csv'],
	['by its first bytes', 'application/octet-stream', 'offer', 'application/pdf'],
])('finds the type of an undeclared document %s', async (_, declared, name, expected) => {
	const body = await sendFile('sendDocument', {}, inline(PDF, declared, name));
	expect(body).toMatchObject({ Mimetype: expected, FileName: name });
});

it('names a document that has no name', async () => {
	const body = await sendFile('sendDocument', {}, inline(PDF, 'application/pdf'));
	expect(body.FileName).toBe('document.pdf');
});

it.each([
	['base64 text', PDF.toString('base64')],
	['a data URL', dataUrl('application/pdf', PDF)],
	['wrapped base64 text', PDF.toString('base64').replace(/(.{8})/g, '$1\n')],
])('takes %s', async (_, base64) => {
	const body = await sendFile('sendDocument', { mediaSource: 'base64', base64 });
	expect(body).toMatchObject({
		Document: dataUrl('application/octet-stream', PDF),
		Mimetype: 'application/pdf',
	});
});

it.each([
	['/invoices/2026%20March.pdf', '2026 March.pdf'],
	['/named', 'offer 1.pdf'],
])('downloads %s and keeps its name', async (path, name) => {
	const body = await sendFile('sendDocument', { mediaSource: 'url', mediaUrl: filesUrl + path });
	expect(body).toMatchObject({
		Document: dataUrl('application/octet-stream', PDF),
		FileName: name,
		Mimetype: 'application/pdf',
	});
});

it('reads a large stored file as it is', async () => {
	const bytes = Buffer.concat([MP4, Buffer.alloc(3_000_001, 'large file ')]);
	const stored = await Harness.startBinaryStore();
	const binary = await stored.store(
		{ type: 'execution', workflowId: 'workflow-1', executionId: 'execution-1' },
		bytes,
		{ data: '', mimeType: 'video/mp4' },
	);
	expect(binary.id).toBeDefined();
	expect(await bytesOf(binary)).toHaveLength(bytes.length);
	const body = await sendFile('sendVideo', {}, { data: binary });
	expect(body.Video === dataUrl('video/mp4', bytes)).toBe(true);
});

describe('what WaGo would refuse is never sent', () => {
	it.each([
		['sendAudio', MP3, 'audio/mpeg', /not Ogg with Opus.*audio\/mpeg/, /ffmpeg .*libopus/],
		['sendAudio', OGG_VORBIS, 'audio/ogg', /not Ogg with Opus/, /ffmpeg .*libopus/],
		['sendImage', PDF, 'image/jpeg', /not an image: it is application\/pdf/, /Send Document/],
		['sendVideo', JPEG, 'video/mp4', /not a video: it is image\/jpeg/, /Send Document/],
		['sendSticker', PDF, 'image/webp', /not an image/, /512/],
		['sendDocument', Buffer.alloc(0), 'application/pdf', /file is empty/, /where it comes from/],
	])('%s', async (operation, bytes, mimeType, message, description) => {
		await expect(sendFile(operation, {}, inline(bytes, mimeType))).rejects.toMatchObject({
			message: expect.stringMatching(message),
			description: expect.stringMatching(description),
		});
		expect(bench.requests).toHaveLength(0);
	});

	it.each<[string, { mediaSource: string; base64?: string; mediaUrl?: string }, RegExp]>([
		['no base64', { mediaSource: 'base64', base64: 'C:\\picture.jpg' }, /neither base64/],
		['a lost file', { mediaSource: 'url', mediaUrl: '{url}/lost.pdf' }, /HTTP status 404/],
		['a local path', { mediaSource: 'url', mediaUrl: '/etc/passwd' }, /no address/],
		['another scheme', { mediaSource: 'url', mediaUrl: 'file:///etc/passwd' }, /no address/],
	])('%s', async (_, parameters, message) => {
		const mediaUrl = parameters.mediaUrl?.replace('{url}', filesUrl);
		await expect(sendFile('sendDocument', { ...parameters, mediaUrl })).rejects.toMatchObject({
			message: expect.stringMatching(message),
		});
		expect(bench.requests).toHaveLength(0);
	});
});

it('lets WaGo fetch a URL', async () => {
	const body = await sendFile('sendMediaUrl', {
		mediaType: 'document',
		mediaUrl: `${filesUrl}/offer.pdf`,
		caption: 'Read',
		fileName: 'offer.pdf',
	});
	expect(bench.lastRequest.path).toBe('/send/mediaurl');
	expect(body).toEqual({
		Url: `${filesUrl}/offer.pdf`,
		Type: 'document',
		Caption: 'Read',
		FileName: 'offer.pdf',
	});
});
