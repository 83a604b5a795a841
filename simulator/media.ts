import { createHash } from 'crypto';

export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker';

/** What a message says of where its file is and how to open it, under the names of its protobuf. */
export interface MediaKeys {
	readonly URL: string;
	readonly directPath: string;
	/** Base64, as the hash. */
	readonly mediaKey: string;
	readonly fileEncSHA256: string;
}

/** A file that went over WhatsApp, in either direction. */
export interface StoredMedia {
	readonly kind: MediaKind;
	readonly mimeType: string;
	readonly bytes: Buffer;
	/** Hex. */
	readonly sha256: string;
}

/** The same file sent twice has one key, and each kind another, as WhatsApp derives keys by kind. */
export function mediaKeysOf(kind: MediaKind, sha256: string): MediaKeys {
	const directPath = `/v/t62.0000-24/${sha256.slice(0, 32)}_n.enc?ccb=11-4&oh=01_FAKE&oe=00000000&_nc_sid=000000`;
	const mediaKey = createHash('sha256').update(`${kind} ${sha256}`).digest('base64');
	return {
		URL: `https://mmg.whatsapp.net${directPath}&mms3=true`,
		directPath,
		mediaKey,
		fileEncSHA256: createHash('sha256').update(sha256).update(mediaKey).digest('base64'),
	};
}

/** Bytes that are kept; beyond it the oldest files go. */
const CAPACITY = 512 * 1024 * 1024;

/** WhatsApp's media servers: files by the hash of what they contain. */
export class MediaStore {
	private readonly files = new Map<string, StoredMedia>();
	private size = 0;

	add(kind: MediaKind, mimeType: string, bytes: Buffer): StoredMedia {
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		const media = { kind, mimeType, bytes, sha256 };
		this.remove(sha256);
		this.files.set(sha256, media);
		this.size += bytes.length;
		for (const oldest of this.files.keys()) {
			if (this.size <= CAPACITY || oldest === sha256) break;
			this.remove(oldest);
		}
		return media;
	}

	get(sha256: string): StoredMedia | undefined {
		return this.files.get(sha256);
	}

	private remove(sha256: string): void {
		this.size -= this.files.get(sha256)?.bytes.length ?? 0;
		this.files.delete(sha256);
	}
}
