/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync } from 'fs';
import { createServer, type Server } from 'http';
import type { AddressInfo } from 'net';
import { join } from 'path';
import type { IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import { bytesOf, Harness } from '../../integration/harness';
import { WagoBench } from '../wagoBench';
import { JPEG, MP3, MP4, OGG_OPUS, OGG_VORBIS, PDF, PNG, WEBP } from './files';

const RECIPIENT = '15550100001';

/** Names of downloads, as servers write them. */
const DISPOSITIONS: Readonly<Record<string, string>> = {
	'/named': 'attachment; filename="offer 1.pdf"',
	'/extended': 'attachment; filename="offer.pdf"; filename*=UTF-8\'\'M%C3%A4rz%20%E2%82%AC.pdf',
	'/extended-latin1': "attachment; filename*=iso-8859-1'de'M%E4rz.pdf",
	'/utf8': Buffer.from('attachment; filename="März 2026.pdf"').toString('latin1'),
	'/escaped': 'attachment; filename="M%C3%A4rz.pdf"',
	'/quoted': 'attachment; filename="the \\"offer\\".pdf"',
	'/bare': 'attachment; filename=offer.pdf; size=12',
	'/no-extension': 'attachment; filename="offer"',
};

const PAGE = '<!DOCTYPE html><title>Log in</title>';
/** What comes with status 200 where a file was meant. */
const PAGES: Readonly<Record<string, [type: string, text: string]>> = {
	'/offer-login.pdf': ['text/html', PAGE],
	'/file/d/1/view': ['text/html; charset=utf-8', PAGE],
	'/mislabelled.pdf': ['application/pdf', PAGE],
	'/error.pdf': ['application/json', '{"error":"expired"}'],
	'/page.html': ['text/html', PAGE],
	'/data.json': ['application/json', '{"a":1}'],
};

const sample = (name: string) => readFileSync(join(__dirname, '../../data/media', name));

let bench: WagoBench;
let files: Server;
let filesUrl: string;

beforeAll(async () => {
	const store = await Harness.startBinaryStore();
	expect(store).toBeDefined();
	bench = await WagoBench.start();
	files = createServer((request, response) => {
		if (request.url === '/lost.pdf') return void response.writeHead(404).end();
		const page = PAGES[request.url ?? ''];
		if (page) return void response.writeHead(200, { 'Content-Type': page[0] }).end(page[1]);
		response.setHeader('Content-Type', 'application/octet-stream');
		const disposition = DISPOSITIONS[request.url ?? ''];
		if (disposition) response.setHeader('Content-Disposition', disposition);
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
	['by its name', 'text/plain', 'table.csv', 'text/csv', 'table.csv'],
	['by its first bytes', 'application/octet-stream', 'offer', 'application/pdf', 'offer.pdf'],
])('finds the type of an undeclared document %s', async (_, declared, name, type, fileName) => {
	const body = await sendFile('sendDocument', {}, inline(PDF, declared, name));
	expect(body).toMatchObject({ Mimetype: type, FileName: fileName });
});

it.each([
	['4711', 'application/pdf', undefined, '4711.pdf'],
	['data', 'image/png', 'png', 'data.png'],
	['noext', 'application/pdf', undefined, 'noext.pdf'],
	[undefined, 'application/x-unheard-of', 'odt', 'document.odt'],
	[undefined, 'application/octet-stream', 'apk', 'document.apk'],
	[undefined, 'text/plain', 'md', 'document.md'],
	[undefined, 'application/x-unheard-of', undefined, 'document.bin'],
])('calls a document %s of type %s and extension %s %s', async (name, type, ending, fileName) => {
	const bytes = Buffer.from('any bytes at all');
	const { data } = inline(bytes, type, name);
	const body = await sendFile('sendDocument', {}, { data: { ...data, fileExtension: ending } });
	expect(body.FileName).toBe(fileName);
});

it('completes the name that the user gives', async () => {
	const body = await sendFile(
		'sendDocument',
		{ fileName: 'Invoice 4711' },
		inline(PDF, 'a/b', 'x'),
	);
	expect(body.FileName).toBe('Invoice 4711');
	const known = inline(PDF, 'application/pdf', 'x');
	expect(await sendFile('sendDocument', { fileName: 'Invoice 4711' }, known)).toMatchObject({
		FileName: 'Invoice 4711.pdf',
	});
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
	['/api/invoices/4711', '4711.pdf'],
	['/download.php?id=4711', 'download.pdf'],
	['/', 'document.pdf'],
	['/named', 'offer 1.pdf'],
	['/extended', 'März €.pdf'],
	['/extended-latin1', 'März.pdf'],
	['/utf8', 'März 2026.pdf'],
	['/escaped', 'März.pdf'],
	['/quoted', 'the "offer".pdf'],
	['/bare', 'offer.pdf'],
	['/no-extension', 'offer.pdf'],
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

it.each([
	['sendImage', 'still.jpg', 'image/jpeg'],
	['sendImage', 'still.png', 'image/png'],
	['sendImage', 'still.webp', 'image/webp'],
	['sendVideo', 'moving.mp4', 'video/mp4'],
	['sendVideo', 'moving-and-sound.mp4', 'video/mp4'],
	['sendVideo', 'moving-fragmented.mp4', 'video/mp4'],
	['sendVideo', 'moving.3gp', 'video/3gpp'],
	['sendSticker', 'still.webp', 'image/webp'],
	['sendSticker', 'moving.webp', 'image/webp'],
])('%s takes %s, whatever it is said to be', async (operation, name, type) => {
	const body = await sendFile(operation, {}, inline(sample(name), 'application/pdf', 'a.pdf'));
	expect(Object.values(body)).toContain(dataUrl(type, sample(name)));
});

it.each(['still.png', 'still.jpg'])('hints once that the sticker %s is no WebP', async (name) => {
	const binary = inline(sample(name), 'image/webp');
	const run = await bench.runNode(
		{
			resource: 'message',
			operation: 'sendSticker',
			recipient: { __rl: true, mode: 'phone', value: RECIPIENT },
		} as never,
		[
			{ json: {}, binary },
			{ json: {}, binary },
		],
	);
	expect(run.data.resultData.error).toBeUndefined();
	expect(bench.session.sent).toHaveLength(2);
	const { hints = [] } = run.data.resultData.runData.WaGo[0];
	expect(hints).toMatchObject([{ message: expect.stringMatching(/WebP/) }]);
});

it.each([
	['/page.html', {}, 'page.html', 'text/html'],
	['/file/d/1/view', { fileName: 'page.html' }, 'page.html', 'text/html'],
	['/data.json', {}, 'data.json', 'application/json'],
])('sends the text at %s that is meant', async (path, named, fileName, type) => {
	const url = { mediaSource: 'url', mediaUrl: filesUrl + path };
	expect(await sendFile('sendDocument', { ...url, ...named })).toMatchObject({
		FileName: fileName,
		Mimetype: type,
	});
});

async function refuses(operation: string, bytes: Buffer, advice: RegExp): Promise<void> {
	await expect(
		sendFile(operation, {}, inline(bytes, 'image/jpeg', 'picture.jpg')),
	).rejects.toMatchObject({
		message: expect.stringMatching(/^The file is (not|a WebP that moves|sound without)/),
		description: expect.stringMatching(advice),
	});
	expect(bench.requests).toHaveLength(0);
}

describe('what WaGo would refuse is never sent', () => {
	it.each([
		['sendAudio', MP3, 'audio/mpeg', /not Ogg with Opus.*audio\/mpeg/, /ffmpeg .*libopus/],
		['sendAudio', OGG_VORBIS, 'audio/ogg', /not Ogg with Opus/, /ffmpeg .*libopus/],
		['sendImage', PDF, 'image/jpeg', /not an image.*: it is application\/pdf/, /Send Document/],
		['sendVideo', JPEG, 'video/mp4', /not a video.*: it is image\/jpeg/, /Send Document/],
		['sendSticker', PDF, 'image/webp', /not an image.*application\/pdf/, /512/],
		['sendImage', Buffer.from(PAGE), 'image/jpeg', /it is a web page/, /Send Document/],
		['sendImage', Buffer.from('no picture'), 'image/png', /bytes do not show/, /JPEG and PNG/],
		['sendDocument', Buffer.alloc(0), 'application/pdf', /file is empty/, /where it comes from/],
	])('%s', async (operation, bytes, mimeType, message, description) => {
		await expect(sendFile(operation, {}, inline(bytes, mimeType))).rejects.toMatchObject({
			message: expect.stringMatching(message),
			description: expect.stringMatching(description),
		});
		expect(bench.requests).toHaveLength(0);
	});

	it.each([
		...['still.avif', 'still.bmp', 'still.tiff', 'still.gif', 'still.ico', 'still.jp2'],
		...['still.jxl', 'moving.webp', 'moving.mp4', 'sound.mp3'],
	])('sendImage %s', async (name) => {
		await refuses('sendImage', sample(name), /JPEG and PNG.*Send Document/);
	});

	it.each([
		['HEIC', Buffer.from('\0\0\0 ftypheic\0\0\0\0', 'latin1')],
		['SVG', Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>')],
	])('%s as a picture or sticker', async (_, bytes) => {
		await refuses('sendImage', bytes, /JPEG and PNG.*Send Document/);
		await refuses('sendSticker', bytes, /512.*Send Document/);
	});

	it.each(['still.avif', 'still.gif', 'still.bmp', 'still.tiff', 'moving.mp4', 'moving.webm'])(
		'sendSticker %s',
		async (name) => {
			await refuses('sendSticker', sample(name), /512.*Send Document/);
		},
	);

	it.each([
		...['moving.webm', 'moving.mkv', 'moving.avi', 'moving.mov', 'moving.flv', 'moving.wmv'],
		...['moving.m2ts', 'sound.webm', 'sound.mka', 'sound.mp4', 'sound-faststart.mp4', 'sound.m4a'],
		...['sound.mp3', 'still.gif', 'moving.webp'],
	])('sendVideo %s', async (name) => {
		await refuses('sendVideo', sample(name), /MP4.*ffmpeg.*Send Document/);
	});

	it.each(['/offer-login.pdf', '/file/d/1/view', '/mislabelled.pdf', '/error.pdf'])(
		'%s that is no file',
		async (path) => {
			const url = { mediaSource: 'url', mediaUrl: filesUrl + path };
			await expect(sendFile('sendDocument', url)).rejects.toMatchObject({
				message: expect.stringMatching(/web page|answer of a program/),
				description: expect.stringMatching(/private window/),
			});
			expect(bench.requests).toHaveLength(0);
		},
	);

	it('a page that some node saved as a PDF', async () => {
		const page = inline(Buffer.from(PAGE), 'application/pdf', 'invoice.pdf');
		await expect(sendFile('sendDocument', {}, page)).rejects.toMatchObject({
			message: expect.stringMatching(/web page/),
			description: expect.stringMatching(/the node that made the file/),
		});
	});

	it.each(['database', 'filesystem', 'filesystem-v2', 's3', 'data:a/b;base64,database'])(
		"n8n's word %s",
		async (base64) => {
			await expect(
				sendFile('sendDocument', { mediaSource: 'base64', base64 }),
			).rejects.toMatchObject({
				message: expect.stringMatching(/n8n keeps this file in its store/),
				description: expect.stringMatching(/'Media Source' to 'Binary File'/),
			});
			expect(bench.requests).toHaveLength(0);
		},
	);

	it.each([
		['null', /it finds nothing/],
		['true', /it finds nothing/],
		['undefined', /it finds nothing/],
		['invoice', /the file itself/],
		['aGk', /the file itself/],
	])('the word %s', async (base64, description) => {
		await expect(sendFile('sendDocument', { mediaSource: 'base64', base64 })).rejects.toMatchObject(
			{ description: expect.stringMatching(description) },
		);
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
