import type { IWebhookFunctions } from 'n8n-workflow';

import { buildItem, readEvent } from '../../../nodes/shared/whatsapp/event';
import { storeMedia, uploadOf, withStoredMedia } from '../../../nodes/WagoTrigger/receivedFile';

const upload = { filepath: '/tmp/x', originalFilename: 'ID.jfif', mimetype: 'image/jpeg' };
const another = { ...upload, filepath: '/tmp/y' };

describe('the upload', () => {
	it.each([
		['of the field file', { other: another, file: upload }],
		['that was repeated', { file: [upload, another] }],
		['under another name', { media: upload }],
	])('%s is found', (_name, files) => {
		expect(uploadOf(files)).toBe(upload);
	});

	it('is none when it is empty, and another one counts', () => {
		expect(uploadOf({ file: { ...upload, size: 0 } })).toBeUndefined();
		expect(uploadOf({ file: { ...upload, size: 0 }, media: another })).toBe(another);
	});

	it.each([undefined, null, {}, [], { file: '/a/path' }, { file: [] }, { file: null }])(
		'is none in %j',
		(files) => {
			expect(uploadOf(files)).toBeUndefined();
		},
	);
});

const message = (content: object, extras: object = {}) => ({
	type: 'Message',
	event: {
		Info: {
			Chat: '15550100001@s.whatsapp.net',
			Sender: '15550100001@s.whatsapp.net',
			ID: '3EB0',
			Timestamp: '2026-03-02T14:30:00Z',
			IsFromMe: false,
			IsGroup: false,
		},
		Message: content,
	},
	...extras,
});

/** What n8n's functions were asked to store. */
async function stored(envelope: Record<string, unknown>, file?: typeof upload) {
	const asked: unknown[][] = [];
	const store = async (...args: unknown[]) => {
		asked.push(args);
		return { data: '', mimeType: '' };
	};
	const context = {
		nodeHelpers: { copyBinaryFile: store },
		helpers: { prepareBinaryData: store },
	} as unknown as IWebhookFunctions;
	const event = readEvent(envelope);
	await storeMedia(context, event, buildItem(event), file);
	return asked;
}

describe('a file is stored', () => {
	it.each([
		[
			'a picture',
			{ imageMessage: { mimetype: 'image/png' } },
			'image-2026-03-02T14-30-00Z.png',
			'image/png',
		],
		[
			'a voice note',
			{ audioMessage: { mimetype: 'audio/ogg; codecs=opus', PTT: true } },
			'voice-2026-03-02T14-30-00Z.ogg',
			'audio/ogg',
		],
		[
			'a document',
			{ documentMessage: { mimetype: 'application/pdf', fileName: '../Offer 1.pdf' } },
			'Offer 1.pdf',
			'application/pdf',
		],
		[
			'a document without a name',
			{ documentMessage: { mimetype: 'text/csv' } },
			'document-2026-03-02T14-30-00Z.csv',
			'text/csv',
		],
		['what came with a text', { conversation: 'hello' }, 'ID.jfif', 'image/jpeg'],
	])('of %s', async (_name, content, name, mimeType) => {
		expect(await stored(message(content), upload)).toEqual([[upload.filepath, name, mimeType]]);
	});

	it('that an unknown event brings', async () => {
		expect(await stored({ type: 'Novelty', event: {} }, upload)).toEqual([
			[upload.filepath, 'ID.jfif', 'image/jpeg'],
		]);
	});

	it.each(['aGVsbG8=', 'data:image/jpeg;base64,aGVsbG8='])('from base64 %s', async (base64) => {
		const extras = { base64, mimeType: 'image/jpeg', fileName: 'ID.jfif' };
		const envelope = message({ imageMessage: { mimetype: 'image/png' } }, extras);
		expect(await stored(envelope)).toEqual([
			[Buffer.from('hello'), 'image-2026-03-02T14-30-00Z.png', 'image/png'],
		]);
	});

	it('only where there is one', async () => {
		expect(await stored(message({ imageMessage: {} }))).toEqual([]);
		expect(await stored(message({ imageMessage: {} }, { base64: '' }))).toEqual([]);
		expect(await stored(message({ imageMessage: {} }, { base64: '%%%' }))).toEqual([]);
		expect(await stored({ type: 'QR', event: 'code', base64: 'aGVsbG8=' })).toEqual([]);
	});
});

describe('the item', () => {
	it('tells where its file is', () => {
		const item = buildItem(readEvent(message({ imageMessage: { mediaKey: 'k', URL: 'u' } })));
		expect(item).toMatchObject({ media: { download: { type: 'image' } } });
		const withFile = withStoredMedia(item, 'photo');
		expect(withFile).toMatchObject({ media: { binary: 'photo' } });
		expect(withFile).not.toHaveProperty('media.download');
	});

	it('stays as it is without media', () => {
		const item = buildItem(readEvent(message({ conversation: 'hello' })));
		expect(withStoredMedia(item, 'photo')).toBe(item);
	});
});
