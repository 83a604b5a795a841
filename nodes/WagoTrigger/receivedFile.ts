import type { IBinaryData, IWebhookFunctions } from 'n8n-workflow';

import type { ReceivedEvent } from '../shared/whatsapp/event';
import type { WagoItem } from '../shared/whatsapp/item';
import { isObject, textOf } from '../shared/lib/lookup';
import { mediaFileName, safeFileName } from '../shared/whatsapp/fileType';
import { withFile } from '../shared/whatsapp/messageMedia';

/** A file of a multipart request, as n8n's parser leaves it on disk until the request is answered. */
export interface Upload {
	readonly filepath: string;
	readonly originalFilename?: string | null;
	readonly mimetype?: string | null;
}

const FILE_FIELD = 'file';

/**
 * The uploaded file of a delivery. WaGo names the field `file` (WaGo docs, /webhooks/events); some versions repeat it,
 * as a text with a path on their own disk, which n8n keeps among the text fields.
 */
export function uploadOf(files: unknown): Upload | undefined {
	if (!isObject(files)) return undefined;
	const candidates = [files[FILE_FIELD], ...Object.values(files)].flat();
	return candidates.find(isUpload);
}

/** A file of 0 bytes is what a server uploads when its own download has failed: the media is still to be had. */
function isUpload(file: unknown): file is Upload {
	return isObject(file) && typeof file.filepath === 'string' && file.size !== 0;
}

/**
 * Moves the file of a delivery into n8n's binary store, under the message's own name and type: those of the upload
 * are guesses of the server. Without an upload, media that came as base64 beside the event (inferred from wuzapi).
 */
export async function storeMedia(
	context: IWebhookFunctions,
	event: ReceivedEvent,
	item: WagoItem,
	upload: Upload | undefined,
): Promise<IBinaryData | undefined> {
	if (upload) {
		const { name, mimeType } = labelOf(item, upload.originalFilename, upload.mimetype);
		return await context.nodeHelpers.copyBinaryFile(upload.filepath, name, mimeType);
	}
	const base64 = textOf(event.envelope, 'base64');
	if (base64 === undefined || event.message === undefined) return undefined;
	const bytes = Buffer.from(base64.replace(/^data:[^,]*,/, ''), 'base64');
	if (bytes.length === 0) return undefined;
	const { name, mimeType } = labelOf(
		item,
		textOf(event.envelope, 'fileName'),
		textOf(event.envelope, 'mimeType'),
	);
	return await context.helpers.prepareBinaryData(bytes, name, mimeType);
}

/** The item, telling where its file is. */
export function withStoredMedia(item: WagoItem, property: string): WagoItem {
	if (item.event !== 'message' || item.media === undefined) return item;
	return { ...item, media: withFile(item.media, property) };
}

/** What the message says about its file; what came with the file only where the message says nothing. */
function labelOf(item: WagoItem, givenName?: string | null, givenType?: string | null) {
	const { media, kind } = item.event === 'message' ? item : { media: undefined, kind: item.event };
	const mimeType = media?.mimeType ?? givenType ?? 'application/octet-stream';
	const ownName = media ? media.fileName : safeFileName(givenName ?? undefined);
	return { mimeType, name: ownName ?? mediaFileName(kind, mimeType, item.timestamp) };
}
