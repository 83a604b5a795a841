import { z } from 'zod/v3';

import { pickText, type WagoAnswer } from '../../../shared/api/answer';
import { post, type Endpoint } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { isBase64, parseDataUrl } from '../../../shared/whatsapp/dataUrl';
import type { MediaDownload, MediaType } from '../../../shared/whatsapp/messageParts';
import { bareMimeType } from '../../../shared/whatsapp/messageMedia';
import { mediaFileName, safeFileName } from '../../../shared/whatsapp/fileType';
import { defineCall, type FileContent } from '../../engine/operation';
import { InputError, type Parameters } from '../../engine/parameters';

/** WaGo docs, /messages/manage-and-download. */
function downloadOf(type: MediaType): Endpoint {
	return post(`/message/download/${type}`, { changes: false });
}

const endpoints: Readonly<Record<MediaType, Endpoint>> = {
	image: downloadOf('image'),
	video: downloadOf('video'),
	audio: downloadOf('audio'),
	document: downloadOf('document'),
	sticker: downloadOf('sticker'),
};

const downloadSchema: z.ZodType<MediaDownload, z.ZodTypeDef, unknown> = z.object({
	type: z.enum(['image', 'video', 'audio', 'document', 'sticker']),
	url: z.string().default(''),
	directPath: z.string().default(''),
	mediaKey: z.string().min(1),
	mimetype: z.string().min(1),
	fileEncSHA256: z.string(),
	fileSHA256: z.string(),
	fileLength: z.coerce.number(),
});

export const downloadMedia = defineCall({
	value: 'downloadMedia',
	name: 'Download Media',
	action: 'Download media of message',
	description: 'Fetch the file of a received message that WaGo has not sent along',
	endpoints: Object.values(endpoints),
	fields: [
		{
			displayName: 'Download',
			name: 'download',
			type: 'json',
			required: true,
			default: '={{ $json.media.download }}',
			description:
				'What to fetch, as the WaGo Trigger gives it in media.download. WhatsApp keeps files for some weeks only.',
		},
		{
			displayName: 'Put Output File in Field',
			name: 'binaryPropertyName',
			type: 'string',
			required: true,
			default: 'data',
			placeholder: 'e.g. data',
			hint: 'The name of the output field to put the file in',
		},
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			default: '={{ $json.media.fileName }}',
			placeholder: 'e.g. invoice.pdf',
			description: 'Name for the file. Where it is empty, the node makes one.',
		},
	],
	request: (parameters) => {
		const { type, ...file } = readDownload(parameters);
		return { endpoint: endpoints[type], body: bodyOf(`/message/download/${type}`, file) };
	},
	output: (answer, parameters) => {
		const file = readFile(answer, parameters);
		const { base64, ...json } = file;
		const fileSize = Buffer.byteLength(base64, 'base64');
		return {
			json: { ...json, fileSize },
			binary: { [parameters.required('binaryPropertyName')]: file },
		};
	},
});

function readDownload(parameters: Parameters): MediaDownload {
	const download = downloadSchema.safeParse(parameters.object('download'));
	if (download.success) return download.data;
	throw new InputError(
		"'Download' does not describe a file",
		"Use what the WaGo Trigger gives in 'media.download'. It is missing where the trigger has put the file into binary data already, and where the message has none.",
	);
}

/** `data:{Mimetype, Data:"data:<mime>;base64,…"}` (inferred from wuzapi). */
function readFile({ data }: WagoAnswer, parameters: Parameters): FileContent {
	const { type, mimetype } = readDownload(parameters);
	const content = pickText(data, 'mediaData') ?? '';
	const parsed = parseDataUrl(content);
	const base64 = parsed?.base64 ?? content;
	if (!isBase64(base64)) {
		throw new InputError(
			'WaGo has answered without a file',
			'Repeat it, or look into its log: the link of the file may have expired.',
		);
	}
	// The message's own type: WaGo's may be what it made of the bytes.
	const mimeType =
		bareMimeType(mimetype) ??
		bareMimeType(pickText(data, 'mediaMimeType')) ??
		'application/octet-stream';
	const fileName = safeFileName(parameters.text('fileName')) ?? mediaFileName(type, mimeType);
	return { base64, mimeType, fileName };
}
