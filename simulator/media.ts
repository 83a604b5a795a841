import { createHash } from 'crypto';

export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker';

/** A file that went over WhatsApp, in either direction. */
export interface StoredMedia {
	readonly kind: MediaKind;
	readonly mimeType: string;
	readonly bytes: Buffer;
	/** Hex. */
	readonly sha256: string;
	/** The key that a download has to give, base64. */
	readonly mediaKey: string;
}

/** The same file sent twice has one key, and each kind another, as WhatsApp derives keys by kind. */
export function mediaKeyOf(kind: MediaKind, sha256: string): string {
	return createHash('sha256').update(`${kind} ${sha256}`).digest('base64');
}

/** Bytes that are kept; beyond it the oldest files go. */
const CAPACITY = 512 * 1024 * 1024;

/** WhatsApp's media servers: files by the hash of what they contain. */
export class MediaStore {
	private readonly files = new Map<string, StoredMedia>();
	private size = 0;

	add(kind: MediaKind, mimeType: string, bytes: Buffer): StoredMedia {
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		const media = { kind, mimeType, bytes, sha256, mediaKey: mediaKeyOf(kind, sha256) };
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
