import { badRequest, serverError } from '../envelope';
import type { BodyOf } from '../fields';
import type { GUESSED } from '../guesses';
import type { MediaKind, StoredMedia } from '../media';
import type { SessionCall } from './endpoint';

const KINDS: readonly string[] = [
	'image',
	'video',
	'audio',
	'document',
	'sticker',
] satisfies MediaKind[];

const FETCH_TIMEOUT_MS = 30_000;

/** `/send/mediaurl`: the server itself downloads the file (WaGo docs, /concepts/media-payloads). */
export async function fetchMedia({
	state,
	body: { Url: url, Type: kind },
}: SessionCall<BodyOf<typeof GUESSED.mediaUrl>>): Promise<StoredMedia> {
	if (!KINDS.includes(kind)) throw badRequest('unsupported Type in payload');
	const response = await download(url);
	if (!response.ok) throw serverError(`Failed to download media: status ${response.status}`);
	const mimeType = response.headers.get('content-type') ?? 'application/octet-stream';
	return state.media.add(kind as MediaKind, mimeType, Buffer.from(await response.arrayBuffer()));
}

async function download(url: string): Promise<Response> {
	try {
		return await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
	} catch (error) {
		throw serverError(`Failed to download media: ${(error as Error).message}`);
	}
}
